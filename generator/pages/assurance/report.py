"""Formal reports: the list by kind, and a page for each with its words, required contents, versions and dispatch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator.assurance.requirements.criteria import missing_contents
from generator.edition import View
from generator.model.lists import ReportKind, find
from generator.model.report import Report
from generator.page import Page
from generator.periods import Quarter, Year


def pages(view: View) -> Iterator[Page]:
    reports = sorted(
        view.all(Report), key=lambda one: (one.period, one.last_stage.date or date.min, one.id), reverse=True
    )
    if not (view.uses("report") or reports):
        return
    periods = {one.id: period(one.period, view.partnership.year_starts) for one in reports}
    yield Page(
        path="assurance/reports/index.md",
        template="assurance/reports.md.jinja",
        title="Reports",
        description="The partnership's formal reports: quarterly, annual and for setting priorities.",
        context={
            "groups": [(kind.title, _by_period(reports, kind.id)) for kind in view.framework.report_kinds],
            "periods": {one.period: periods[one.id] for one in reports},
            "withdrawn": view.taken_down("report"),
        },
    )
    for one in reports:
        kind = find(view.framework.report_kinds, one.kind) or ReportKind(title="Report")
        missing = missing_contents(kind, one)
        yield Page(
            path=f"assurance/reports/{one.id}.md",
            template="assurance/report.md.jinja",
            title=one.title,
            description=f"{kind.title}, {periods[one.id]}.",
            context={
                "report": one,
                "period": periods[one.id],
                "kind": kind,
                "items": [content for content in kind.contents if content not in missing],
                "missing": missing,
            },
            record=("report", one.id),
            searchable=not one.agency,
            kicker=kind.title,
        )


def period(text: str, year_starts: int) -> str:
    """A quarter or year as a reader calls it; as it was written where it is neither of this partnership's."""
    try:
        return Quarter.parse(text, year_starts).label if "-q" in text else Year.parse(text, year_starts).label
    except ValueError:
        return text


def _by_period(reports: list[Report], kind: str) -> list[tuple[str, list[Report]]]:
    """The reports of one kind by period, the newest first: several where each agency reports."""
    grouped = groupby((one for one in reports if one.kind == kind), lambda one: one.period)
    return [(period, sorted(found, key=lambda one: (one.agency or "", one.id))) for period, found in grouped]
