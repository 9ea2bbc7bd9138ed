"""Formal reports: the list by kind, and a page for each with its words, the Care Act's items, versions and dispatch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator.edition import View
from generator.model.report import CareActItems, Report
from generator.page import Page
from generator.periods import Quarter, Year

KINDS = {
    "annual-report": "Annual Report",
    "audit-learning": "Audit learning report and action plan progress",
    "performance-information": "Performance information report",
    "single-agency-activity": "Single agency reporting on quality assurance",
    "audit-overview": "Audit activity and learning overview report",
    "learning-summaries": "Learning summaries from single agency audit activity",
    "priority-setting": "Business Plan priority setting",
}
"""The reports of the quality assurance calendar, in the order in which they are listed."""

CARE_ACT = {
    "objective": "What the board did to achieve its objective",
    "strategy": "What the board did to carry out its strategic plan",
    "members": "What each member did to carry out the strategic plan",
    "reviews_concluded": "Safeguarding Adult Reviews that ended in the year, and what they found",
    "reviews_ongoing": "Safeguarding Adult Reviews still going on at the end of the year",
    "findings_acted_on": "What was done about the findings of reviews",
    "findings_not_acted_on": "Findings not acted on, and why",
}
"""What an Annual Report must contain (Care Act 2014, Schedule 2, paragraph 4)."""


def pages(view: View) -> Iterator[Page]:
    reports = sorted(view.all(Report), key=lambda one: (one.period, _dated(one), one.id), reverse=True)
    if not (view.uses("report") or reports):
        return
    seen = {one.id for one in reports}
    periods = {one.id: period(one.period, view.partnership.year_starts) for one in reports}
    yield Page(
        path="assurance/reports/index.md",
        template="assurance/reports.md.jinja",
        title="Reports",
        description="The partnership's formal reports: quarterly, annual and for setting priorities.",
        context={
            "groups": [(title, _by_period(reports, kind)) for kind, title in KINDS.items()],
            "periods": {one.period: periods[one.id] for one in reports},
            "withdrawn": [day for type, id, day in view.withdrawn if type == "report" and id not in seen],
        },
    )
    for one in reports:
        items = list(_items(one.schedule_2)) if one.schedule_2 else []
        yield Page(
            path=f"assurance/reports/{one.id}.md",
            template="assurance/report.md.jinja",
            title=one.title,
            description=f"{KINDS.get(one.kind, 'Report')}, {periods[one.id]}.",
            context={
                "report": one,
                "period": periods[one.id],
                "items": items,
                "missing": [
                    title for name, title in CARE_ACT.items() if one.kind == "annual-report" and name not in dict(items)
                ],
            },
            record=("report", one.id),
            searchable=not one.agency,
            kicker=KINDS.get(one.kind, "Report"),
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


def _items(said: CareActItems) -> Iterator[tuple[str, str]]:
    """Name and heading of each of the Care Act's items that the report speaks of."""
    yield from ((name, title) for name, title in CARE_ACT.items() if getattr(said, name))


def _dated(report: Report) -> date:
    return (report.stages[-1].date if report.stages else None) or date.min
