"""Indicators: a page each with the figure in a sentence, trend, definition, breakdowns, agencies and control chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Series
from generator.assurance.figures.standing import IndicatorStanding, standing
from generator.charts.trend import trend
from generator.components import (
    Byline,
    Callout,
    Column,
    Facts,
    Figure,
    Lead,
    Link,
    Paragraph,
    Passage,
    Phrase,
    Points,
    Strong,
    Table,
    phrase,
)
from generator.edition import View
from generator.model.indicator import Indicator
from generator.page import Page
from generator.pages.performance import agencies, breakdown, comparison, control_chart
from generator.pages.performance.conversion import conversion
from generator.pages.performance.definition import better, counted, indicators, measure_titles, out_of
from generator.pages.performance.standing import explained, is_exactly_100, lead, target, verdict
from generator.wording import number
from generator.wording.units import unit, written

_FULL = Callout(
    "info",
    "Exactly 100%",
    "Check an exact 100% before calling it good: it may be that only the cases somebody wrote down were counted.",
)


def pages(view: View) -> Iterator[Page]:
    every = indicators(view)
    titles = measure_titles(view)
    for place, indicator in enumerate(every):
        yield _page(view, indicator, titles, every[max(place - 1, 0) : place], every[place + 1 : place + 2])


def _page(
    view: View, indicator: Indicator, titles: Mapping[str, str], before: Sequence[Indicator], after: Sequence[Indicator]
) -> Page:
    figures = view.assessment.figures.get(indicator.id) or Figures(indicator.id, None)
    whole = figures.whole if figures.whole and figures.whole.points else None
    stands = standing(indicator, whole) if whole else None
    judged = stands if stands and stands.latest else None
    splits = list(breakdown.splits(indicator, figures))
    parts = breakdown.parts(indicator, figures)
    people = any(one.counts == "people" for one in figures.every())
    policy = view.policy if view.public and people else None
    followed = conversion(view, indicator, titles)
    late = agencies.outstanding(view, indicator, stands)
    return Page(
        path=f"performance/{indicator.id}.md",
        template="performance/indicator.md.jinja",
        title=indicator.title,
        description=f"{indicator.code} {indicator.title}: the latest figure, the trend and the definition.",
        context={
            "lead": lead(stands) if stands else Lead(splits[0].chart.sentence if splits else _NOTHING),
            "byline": Byline([one for one in (verdict(judged), target(judged)) if one]) if judged else None,
            "definition": indicator.definition,
            "full": _FULL if stands and is_exactly_100(stands) else None,
            "late": agencies.not_returned(view, late, without=bool(figures.agencies)),
            "trend": Figure(trend(judged), explained(breakdown.markers([judged.series]), policy)) if judged else None,
            "apart": agencies.figures_apart(figures),
            "splits": [
                {
                    "title": one.title,
                    "anchor": one.chart.id,
                    "chart": breakdown.with_remarks(one, policy if place == 0 and not judged else None),
                }
                for place, one in enumerate(splits)
            ],
            "parts": breakdown.with_remarks(parts) if parts else None,
            "beside": other_counts([one for one in figures.beside if one.points]),
            "conversion": Figure(followed) if followed else None,
            "agencies": agencies.agencies(view, indicator, figures),
            "shows": Passage(indicator.what_it_tells),
            "facts": _facts(indicator, titles) if indicator.numerator else None,
            "target": _target(stands) if stands and stands.target else None,
            "compared": comparison.published(indicator) if indicator.comparators else None,
            "control": control_chart.chart_and_reading(view, judged) if judged else None,
            "used": _used(view, indicator),
            "neighbours": neighbours(before, after),
        },
        record=("indicator", indicator.id),
        kicker=f"Indicator {indicator.code}",
    )


_NOTHING = "No figure has been returned yet."


def other_counts(series: Sequence[Series]) -> Table | None:
    """Return the other counts of an indicator by quarter, the newest first; None without any."""
    if not series:
        return None
    rows = []
    for point in reversed(series[0].points):
        found = [one.at(point.quarter) for one in series]
        rows.append((point.quarter.label, *(number(one.value, 1) if one else None for one in found)))
    columns = [Column("Quarter"), *(Column(one.title, number=True) for one in series)]
    return Table("Other counts of this indicator, newest quarter first", columns, rows)


def _facts(indicator: Indicator, titles: Mapping[str, str]) -> Facts:
    of = out_of(indicator, titles)
    measured = ("Out of", of) if of else ("Unit", unit(indicator))
    return Facts([("Counted", counted(indicator, titles)), measured, ("Better", better(indicator))])


def _target(stands: IndicatorStanding) -> Phrase | None:
    aimed = stands.target
    if aimed is None:
        return None
    return phrase(Strong(f"Target: {written(aimed.value, stands.indicator)}"), f". {aimed.reason}")


def _used(view: View, indicator: Indicator) -> Points | None:
    found = view.links_to.get(("indicator", indicator.id), ())
    return Points([Link(f"{type}/{id}") for type, id in found]) if found else None


def neighbours(before: Sequence[Indicator], after: Sequence[Indicator]) -> Paragraph | None:
    """Return links to the indicators that come directly before and after one in the order of codes."""
    said: list[Any] = []
    for word, found in (("Before", before), ("Next", after)):
        for one in found:
            said += [f"{' ' if said else ''}{word}: ", Link(f"indicator/{one.id}"), "."]
    return Paragraph(phrase(*said)) if said else None
