"""Problems as the summary of a job, in Markdown that a manager reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.problem import Problem
from generator.report import Report, counted
from generator.wording import one_line, plural

MAXIMUM_BYTES = 900_000
"""GitHub leaves out a step's summary that has more than 1 MiB."""
LONGEST = 1_000
_SIGN = re.compile(r"[\\`*_\[\]<>&#|~!$@]|:(?=//)|(?<=[Ww]{3})\.")
"""What means something within a line of Markdown, or makes a link of an address. No text of ours begins a line."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


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
    heading = counted(report.problems) or ("this change makes no problem" if report.against else "nothing to mend")
    yield from (f"## Records: {heading}", "", _text(report.summary()))
    if report.errors:
        yield from ("", "### To mend: these are rejected", "", *_table(report, report.errors))
    if report.departures:
        yield from ("", "### To give a reason for: these are accepted", "", *_table(report, report.departures))
    if report.already:
        yield from ("", "### There already: not of this change's making", "")
        yield from (f"- {_text(one)}" for one in report.there())


def _table(report: Report, problems: Sequence[Problem]) -> Iterator[str]:
    yield from ("| Where | What is wrong | What to do |", "|---|---|---|")
    for one in problems:
        line = f", line {one.place.line}" if one.place.line else ""
        related = "".join(f"<br>{_text(place.note or 'see')}: {_text(report.place(place))}" for place in one.related)
        yield f"| {_text(report.file(one.place.file))}{line} | {_text(one.message)} | {_text(one.remedy)}{related} |"


def _text(text: str) -> str:
    """The text as Markdown that means nothing but itself."""
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return _SIGN.sub(lambda sign: _ENTITIES.get(sign[0], f"\\{sign[0]}"), one_line(short))
