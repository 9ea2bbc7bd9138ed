"""Performance: every indicator with how it stands, and what changed in the newest quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.assurance.figures.disclosure import Marker
from generator.components import (
    Column,
    Download,
    Downloads,
    Lead,
    Link,
    News,
    NewsItem,
    Note,
    Paragraph,
    Phrase,
    Strong,
    Table,
    phrase,
    stack,
)
from generator.edition import View
from generator.page import Page
from generator.pages.performance.definition import indicators, sections
from generator.pages.performance.row import Row, row
from generator.pages.performance.standing import VERDICTS, change, change_sparkline, explained, spaced, target, verdict
from generator.periods import Quarter
from generator.wording.units import written

_DOWNLOADS = Downloads(
    [
        Download("All figures", "downloads/figures.csv", "CSV", "One row for each figure of each quarter."),
        Download("Figures with their definitions", "downloads/figures.json", "JSON"),
    ]
)


def pages(view: View) -> Iterator[Page]:
    every = indicators(view)
    if not every:
        return
    rows = {one.id: row(one, view.assessment.figures.get(one.id)) for one in every}
    newest = max((one.stands.newest.quarter for one in rows.values() if one.stands and one.stands.newest), default=None)
    shown = [one for one in rows.values() if one.newest_in(newest)]
    markers = [one for one in Marker if any(one in each.markers for each in rows.values())]
    policy = view.policy if view.public else None
    signs = explained(markers, policy)
    yield Page(
        path="performance/index.md",
        template="performance/indicators.md.jinja",
        title="Figures" if view.public else "Performance",
        description="Every indicator: its latest figure, what changed, and whether a change is real.",
        context={
            "lead": lead(newest),
            "changes": f"What changed in {newest.label}" if newest else "",
            "changed": changed([one for one in shown if one.moved]),
            "as_before": as_before([one for one in shown if one.as_before]),
            "sections": [
                {"title": title, "table": _table(title, [rows[one.id] for one in found])}
                for title, found in sections(every)
            ],
            "signs": Note(signs) if signs else None,
            "downloads": _DOWNLOADS,
            "definitions": Link("performance/definitions.md", "What each indicator counts, and how to read the charts"),
        },
    )


def lead(newest: Quarter | None) -> Lead:
    """Return up to which quarter the figures go, and what the page of each indicator has."""
    until = f" up to {newest.label}" if newest else ""
    each = "Each indicator has a page with its trend, its definition and whether a change is real."
    return Lead(f"What the figures say{until}. {each}")


def changed(rows: Sequence[Row]) -> News:
    """Return the indicators that left their ordinary variation or crossed their target in the newest quarter."""
    return News(
        [
            NewsItem(
                date=one.indicator.code,
                text=one.indicator.title,
                target=f"indicator/{one.indicator.id}",
                badge=_signs(one),
                note=note(one),
            )
            for one in rows
        ],
        empty="No indicator left its ordinary variation or crossed its target in this quarter.",
    )


def _signs(row: Row) -> Phrase | None:
    stands = row.stands
    if stands is None:
        return None
    said = [VERDICTS[stands.verdict] if stands.verdict else None, target(stands) if stands.crossed else None]
    return spaced(one for one in said if one)


def note(row: Row) -> str:
    """Return the figure of the newest quarter, how far it moved, and whether it crossed the target."""
    stands = row.stands
    if stands is None or stands.latest is None:
        return ""
    said = f"{f'{row.category}: ' if row.category else ''}{written(stands.latest.value, row.indicator)}"
    said += f", {change(stands)}" if stands.change is not None else ""
    if stands.crossed and stands.target:
        before = "missed" if stands.crossed == "met" else "met"
        said += f"; the quarter before it had {before} the target of {written(stands.target.value, row.indicator)}"
    return said


def as_before(rows: Sequence[Row]) -> Paragraph | None:
    """Return the indicators with the same verdict as in the quarter before, each with it; None without any."""
    said: list[Any] = []
    for one in rows:
        if one.stands and one.stands.verdict:
            words = VERDICTS[one.stands.verdict].word.lower()
            said += [", " if said else "As before: ", Link(f"indicator/{one.indicator.id}"), f" ({words})"]
    return Paragraph(phrase(*said, ".")) if said else None


def _table(title: str, rows: Sequence[Row]) -> Table:
    columns = [Column("Indicator"), Column("Latest"), Column("Change"), Column("What that means")]
    return Table(title, columns, [_cells(one) for one in rows], stack=True, hide_caption=True)


def _cells(row: Row) -> tuple[Any, ...]:
    stands = row.stands
    moved = change_sparkline(stands, row.spark) if stands else None
    return Link(f"indicator/{row.indicator.id}"), latest(row), moved, _meaning(row)


def latest(row: Row) -> Any:
    """Return the latest figure with its marks and its quarter; the marker that stands in its place where there is none.

    None where nothing was returned.
    """
    point = row.stands.latest if row.stands else None
    if row.stands is None or point is None:
        newest = row.stands.newest if row.stands else None
        return str(newest.value) if newest else None
    marks = "".join(f" {mark}" for mark in sorted(point.marks))
    of = f"{row.category}, the largest, " if row.category else ""
    quarter = Phrase((f"{of}{point.quarter.short_label}",), soft=True)
    return stack(phrase(Strong(written(point.value, row.indicator)), marks), quarter)


def _meaning(row: Row) -> Any:
    said: list[Any] = []
    if row.stands and row.stands.latest:
        said.append(spaced(one for one in (verdict(row.stands), target(row.stands)) if one))
    if row.indicator.kind == "derived":
        said.append(Phrase((row.indicator.definition,), soft=True))
    return stack(*said) if said else None
