"""Problems as the summary of a job, in Markdown for a manager."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.problem import Problem
from generator.report import Report, counted
from generator.wording import plural
from generator.wording.markdown import unlinked

MAXIMUM_BYTES = 900_000
"""GitHub leaves out a step's summary that has more than 1 MiB."""


def printed(report: Report) -> str:
    """Return a heading, a table of errors, a table of departures, and where the problems are that were there before."""
    text, size = [], 0
    lines = [*_lines(report)]
    for place, line in enumerate(lines):
        size += len(line.encode()) + 1
        if size > MAXIMUM_BYTES:
            more = plural(sum(one.startswith(("| ", "- ")) for one in lines[place:]), "more line")
            text += ["", f"{more}: `qa check` shows them all."]
            break
        text.append(line)
    return "\n".join(text)


def _lines(report: Report) -> Iterator[str]:
    heading = counted(report.problems) or ("this change makes no problem" if report.against else "nothing to fix")
    yield from (f"## Records: {heading}", "", unlinked(report.summary()))
    if report.errors:
        yield from ("", "### To fix: these are rejected", "", *_table(report, report.errors))
    if report.departures:
        yield from ("", "### To give a reason for: these are accepted", "", *_table(report, report.departures))
    if report.already:
        yield from ("", "### There already: not caused by this change", "")
        yield from (f"- {unlinked(one)}" for one in report.already_by_file())


def _table(report: Report, problems: Sequence[Problem]) -> Iterator[str]:
    yield from ("| Where | What is wrong | What to do |", "|---|---|---|")
    for one in problems:
        line = f", line {one.place.line}" if one.place.line else ""
        where = f"{unlinked(report.file(one.place.file))}{line}"
        others = [f"<br>{unlinked(place.note or 'see')}: {unlinked(report.place(place))}" for place in one.related]
        yield f"| {where} | {unlinked(one.message)} | {unlinked(one.remedy)}{''.join(others)} |"
