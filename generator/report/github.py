"""Problems as annotations of a pull request, in GitHub's workflow commands, the worst first."""

from __future__ import annotations

from generator.problem import Problem
from generator.report import Report
from generator.wording import one_line, plural

SHOWN = 10
"""GitHub shows no more annotations of one step: https://docs.github.com/en/actions, “Usage limits”."""


def printed(report: Report) -> str:
    """Return one command a problem, errors first, without those there already; then how many more there are."""
    worst = [*report.errors, *report.departures]
    lines = [_command(report, one) for one in worst[:SHOWN]]
    if len(worst) > SHOWN:
        more = f"{plural(len(worst) - SHOWN, 'more problem')}: see the summary of this run."
        lines.append(f"::notice title=Records::{_text(more)}")
    return "\n".join([*lines, report.summary()])


def _command(report: Report, problem: Problem) -> str:
    place = problem.place
    kind, title = ("error", "Error") if problem.level == "E" else ("warning", "Departure from the framework")
    words = {"file": report.file(place.file)}
    words |= {"line": str(place.line), "col": str(place.column)} if place.line else {}
    words["title"] = f"{title} ({problem.rule})"
    related = [f"{one_line(one.note) or 'See'}: {report.place(one)}" for one in problem.related]
    said = "\n".join([one_line(problem.message), one_line(problem.remedy), *related])
    return f"::{kind} {','.join(f'{name}={_property(value)}' for name, value in words.items())}::{_text(said)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
