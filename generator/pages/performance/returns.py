"""The index of KPI returns: which agencies returned each quarter's figures and when, what is late, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.assurance.obligations.returns import Return
from generator.components import (
    Badge,
    Column,
    Grid,
    GridCell,
    Lead,
    Link,
    News,
    NewsItem,
    Paragraph,
    Phrase,
    Table,
    links,
    phrase,
    states,
)
from generator.edition import View
from generator.model.indicator import Indicator
from generator.model.kpi_return import KpiReturn
from generator.model.lists import Frequency
from generator.page import Page
from generator.periods import Quarter
from generator.wording import day, inside, listed, plural, short_day, the, unbroken

COLUMNS = 8
"""How many quarters the matrix shows; earlier ones have their own pages."""
_GAPS = Badge("With gaps", "attention")
_KEY = [
    (states.RETURNS["received"], ""),
    (states.RETURNS["received-late"], "received after it was due"),
    (_GAPS, "on time, with figures neither given nor explained"),
    (states.RETURNS["outstanding"], ""),
    (states.RETURNS["not-yet-due"], ""),
]
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}


def pages(view: View) -> Iterator[Page]:
    owed, known = view.assessment.returns, quarters(view)
    if not known:
        return
    shown, earlier = known[: -COLUMNS - 1 : -1], known[:-COLUMNS][::-1]
    gaps = [one for one in owed if one.missing]
    waiting = [one for one in owed if one.state == "outstanding"]
    coming = [one for one in owed if one.state == "not-yet-due"]
    newest = [one for one in owed if one.quarter == shown[0]]
    unit = view.partnership.business_unit
    yield Page(
        path="performance/returns.md",
        template="performance/kpi-returns.md.jinja",
        title="Returns",
        description="Which agencies returned their figures for each quarter, and when; what is late, what is missing.",
        context={
            "lead": lead(shown[0], newest, view.partnership.arrears_days, unit),
            "waiting": _waiting(view, waiting) if waiting else None,
            "coming": _coming(coming) if coming else None,
            "grid": _grid(owed, shown),
            "empty_cells": empty_cells(frequencies(view)),
            "gaps": _gaps(gaps) if gaps else None,
            "earlier": _earlier(earlier) if earlier else None,
        },
    )


def address(quarter: Quarter) -> str:
    """Return the path of the page with a quarter's returns."""
    return f"performance/returns/{quarter}.md"


def quarters(view: View) -> list[Quarter]:
    """Return the quarters for which a return is owed or was made, oldest first."""
    starts = view.partnership.year_starts
    made = {Quarter.parse(one.quarter, starts) for one in view.all(KpiReturn)}
    return sorted(made | {one.quarter for one in view.assessment.returns})


def lead(quarter: Quarter, owed: Sequence[Return], arrears: int, business_unit: str) -> Lead:
    """Return how many of the returns `owed` for a quarter came, and when returns are due.

    `arrears` is the days after a quarter's end; lateness counts from the day the `business_unit` received a return.
    """
    came = sum(one.received is not None for one in owed)
    said = f"{came or 'None'} of {plural(len(owed), 'return')} came for {quarter.label}."
    if not owed:
        said = f"No return is owed for {quarter.label}."
    due = f"{plural(arrears, 'day')} after a quarter ends" if arrears else "on the day a quarter ends"
    late = f"lateness counts from the day {the(business_unit)} received them"
    return Lead(f"{said} Returns are due {due}; {late}.")


def _waiting(view: View, waiting: Sequence[Return]) -> News:
    return News(
        [
            NewsItem(
                date=f"Due {short_day(one.due)}",
                text=f"{view.name(f'agency/{one.agency}')}, {one.quarter.label}",
                target=f"agency/{one.agency}",
                badge=states.RETURNS[one.state],
                note=listed(view.name(f"indicator/{id}") for id in one.owed),
            )
            for one in reversed(waiting)
        ]
    )


def _coming(coming: Sequence[Return]) -> Paragraph:
    said: list[Any] = []
    for one in coming:
        said += ["; " if said else "Not yet due: ", Link(f"agency/{one.agency}")]
        said.append(f" for {one.quarter.label}, by {day(one.due)}")
    return Paragraph(phrase(*said, "."))


def _grid(owed: Sequence[Return], shown: Sequence[Quarter]) -> Grid:
    found: dict[str, dict[Quarter, Return]] = {}
    for one in owed:
        found.setdefault(one.agency, {})[one.quarter] = one
    rows = dict(sorted(found.items()))
    return Grid(
        "KPI returns by agency and quarter",
        [Link(f"agency/{id}") for id in rows],
        [Link(address(quarter), unbroken(quarter.short_label)) for quarter in shown],
        [[cell(by.get(quarter)) for quarter in shown] for by in rows.values()],
        key=_KEY,
        compact=True,
        corner="Agency",
    )


def cell(one: Return | None) -> GridCell | None:
    """Return how a return stands, as a link to its place; None where nothing is owed."""
    if one is None:
        return None
    badge = _GAPS if one.missing and one.state == "received" else states.RETURNS[one.state]
    return GridCell(badge.word, badge.kind, f"{address(one.quarter)}#{one.agency}")


def frequencies(view: View) -> list[Frequency]:
    """Return how often indicators are returned, where that is not with every quarter, in the framework's order."""
    used = {owed.frequency for one in view.all(Indicator) for owed in one.owed_by}
    return [one for one in view.framework.frequencies if one.id in used and 0 < len(one.quarters) < 4]


def empty_cells(found: Sequence[Frequency]) -> str:
    """Return what an empty cell means, and with which quarters less frequent figures are returned."""
    less = "".join(
        f" What is returned {inside(one.title)} comes with the {listed(_ORDINALS[each] for each in one.quarters)} "
        "quarter."
        for one in found
    )
    return f"An empty cell: nothing is owed for that quarter.{less}"


def _gaps(gaps: Sequence[Return]) -> Table:
    return Table(
        "Indicators with a figure that was neither given nor explained",
        [Column("Agency"), Column("Quarter"), Column("Missing")],
        [
            (
                Link(f"agency/{one.agency}"),
                Link(address(one.quarter), one.quarter.label),
                links(f"indicator/{id}" for id in one.missing),
            )
            for one in reversed(gaps)
        ],
        stack=True,
    )


def _earlier(found: Sequence[Quarter]) -> Phrase:
    said: list[Any] = []
    for quarter in found:
        said += [" · "] if said else []
        said.append(Link(address(quarter), quarter.short_label))
    return phrase(*said)
