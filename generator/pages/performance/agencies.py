"""What agencies return for an indicator: their own figures, who returns it, and who has not yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.standing import IndicatorStanding
from generator.assurance.obligations.returns import Return
from generator.charts.small_multiples import small_multiples
from generator.components import Blocks, Callout, Column, Figure, Link, Note, Table
from generator.components.records import choice
from generator.edition import View
from generator.model.indicator import Indicator
from generator.pages.performance.breakdown import markers
from generator.pages.performance.standing import explained
from generator.wording import day, listed, plural


def agencies(view: View, indicator: Indicator, figures: Figures) -> Blocks | None:
    """Return the figures of each agency as small charts, and who returns the indicator; None without either."""
    made: list[Figure | Table] = []
    if drawn(figures):
        made.append(Figure(small_multiples(indicator, figures.agencies), explained(markers(figures.agencies))))
    if indicator.owed_by:
        made.append(_owed_by(view, indicator))
    return Blocks(made) if made else None


def drawn(figures: Figures) -> bool:
    """Return whether any agency has a figure of its own to show."""
    return any(one.latest for one in figures.agencies)


def _owed_by(view: View, indicator: Indicator) -> Table:
    return Table(
        "Who returns it",
        [Column("Agency"), Column("How often"), Column("For which area"), Column("What differs")],
        [
            (
                Link(f"agency/{one.agency}"),
                choice(view, "frequencies", one.frequency),
                choice(view, "geographies", one.geography) if one.geography else None,
                one.local_definition or one.reason,
            )
            for one in indicator.owed_by
        ],
        stack=True,
    )


def figures_apart(figures: Figures) -> Note | None:
    """Return how many organisations' figures are not part of the area's, and why; None where all are."""
    if not figures.apart:
        return None
    returns = "returns" if figures.apart == 1 else "return"
    where = "; they are under Agencies" if drawn(figures) else ""
    return Note(
        f"{plural(figures.apart, 'organisation')} {returns} this for another area, or less often than others. Those "
        f"figures are not part of the area’s{where}."
    )


def outstanding(view: View, indicator: Indicator, stands: IndicatorStanding | None) -> Sequence[Return]:
    """Return who owes this indicator's newest quarter and has not returned it; the public edition has no returns."""
    newest = stands.newest.quarter if stands and stands.newest else None
    return [
        one
        for one in view.assessment.returns
        if one.state == "outstanding" and one.quarter == newest and indicator.id in one.owed
    ]


def not_returned(view: View, late: Sequence[Return], *, without: bool) -> Callout | None:
    """Return who has not returned it yet; `without` says that the area's figure is worked out without them."""
    if not late:
        return None
    return Callout("attention", f"Not yet returned for {late[0].quarter.label}", _named(view, late, without))


def _named(view: View, late: Iterable[Return], without: bool) -> str:
    who = listed(f"{view.name(f'agency/{one.agency}')} (due {day(one.due)})" for one in late)
    return f"{who}. The area’s figure is worked out without them." if without else f"{who}."
