"""Indicators: a page each with the figure in a sentence, trend, definition, breakdowns, agencies and control chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Series
from generator.assurance.figures.standing import IndicatorStanding, standing
from generator.charts import Chart
from generator.charts.breakdown import breakdown
from generator.charts.control import RULES, control
from generator.charts.funnel import funnel
from generator.charts.small_multiples import small_multiples
from generator.charts.trend import trend
from generator.edition import View
from generator.model.agency import Agency
from generator.model.indicator import Breakdown, Indicator
from generator.page import Page
from generator.periods import Quarter
from generator.wording import units

ENOUGH_TO_DRAW = 6
"""Fewer numbers than this make no run chart: the trend shows them all."""


@dataclass(frozen=True)
class Split:
    """One breakdown, or the parts of a whole: its chart, what is withheld in every quarter, what is put together."""

    title: str
    chart: Chart
    exclusive: bool
    withheld: tuple[str, ...]
    merged: tuple[str, ...]
    markers: tuple[Marker, ...]


def pages(view: View) -> Iterator[Page]:
    indicators = sorted(view.all(Indicator), key=lambda one: one.code)
    titles = {one.id: one.title for indicator in indicators for one in indicator.measures}
    for place, indicator in enumerate(indicators):
        yield _page(view, indicator, titles, indicators[max(place - 1, 0) : place], indicators[place + 1 : place + 2])


def _page(
    view: View, indicator: Indicator, titles: Mapping[str, str], before: Sequence[Indicator], after: Sequence[Indicator]
) -> Page:
    figures = view.assessment.figures.get(indicator.id) or Figures(indicator.id, None)
    whole = figures.whole if figures.whole and figures.whole.points else None
    stands = standing(indicator, whole) if whole else None
    drawn = stands if stands and stands.latest else None
    return Page(
        path=f"performance/{indicator.id}.md",
        template="performance/indicator.md.jinja",
        title=indicator.title,
        description=f"{indicator.code} {indicator.title}: the latest figure, the trend and the definition.",
        context={
            "indicator": indicator,
            "figures": figures,
            "stands": stands,
            "titles": titles,
            "units": units,
            "trend": trend(drawn) if drawn else None,
            "trend_markers": markers([whole]) if whole else (),
            "control": control(drawn) if drawn and len(_numbers(drawn.series)) >= ENOUGH_TO_DRAW else None,
            "rules": RULES,
            "splits": list(_splits(indicator, figures)),
            "parts": _parts(indicator, figures),
            "beside": [one for one in figures.beside if one.points],
            "funnel": _funnel(view, indicator, titles),
            "agencies": small_multiples(indicator, figures.agencies) if _several(figures.agencies) else None,
            "agency_markers": markers(figures.agencies),
            "late": list(_late(view, indicator, stands)),
            "policy": Policy(**vars(view.partnership.disclosure)),
            "named_by": view.linking.get(("indicator", indicator.id), ()),
            "before": before,
            "after": after,
        },
        record=("indicator", indicator.id),
        kicker=f"Indicator {indicator.code}",
    )


def markers(series: Iterable[Series]) -> tuple[Marker, ...]:
    """Return the markers that stand in a table of these series, in the order in which to explain them."""
    found: set[Marker] = set()
    for point in (point for one in series for point in one.points):
        said = (point.value, point.numerator, point.denominator)
        found |= {one for one in said if isinstance(one, Marker)}
        found |= set() if isinstance(point.value, Marker) else point.marks
    return tuple(one for one in Marker if one in found)


def _numbers(series: Series) -> list[float]:
    return [value for value in series.values if value is not None]


def _several(agencies: Sequence[Series]) -> bool:
    return sum(bool(one.latest) for one in agencies) > 0


def _newest(series: Sequence[Series]) -> Quarter | None:
    """The last quarter in which any of the series has a number."""
    return max((one.latest.quarter for one in series if one.latest), default=None)


def _splits(indicator: Indicator, figures: Figures) -> Iterator[Split]:
    known: Mapping[str, Breakdown] = {one.id: one for one in indicator.breakdowns}
    for id, series in figures.breakdowns.items():
        quarter = _newest(series)
        if quarter:
            title = _small(known[id].title)
            called = indicator.title if id == indicator.each else f"{indicator.title} by {title}"
            yield _split(title, breakdown(indicator, f"by-{id}", called, series, quarter), series, known[id].exclusive)


def _parts(indicator: Indicator, figures: Figures) -> Split | None:
    quarter = _newest(figures.parts)
    if quarter is None:
        return None
    # Parts are counts, whatever the unit of the indicator that they belong to.
    counted = Indicator(id=indicator.id, title=indicator.title)
    chart = breakdown(counted, "parts", f"What lies behind {_small(indicator.title)}", figures.parts, quarter)
    return _split("", chart, figures.parts, True)


def _split(title: str, chart: Chart, series: Sequence[Series], exclusive: bool) -> Split:
    always = tuple(
        one.title
        for one in series
        if one.points and one.latest is None and any(point.value is Marker.CONFIDENTIAL for point in one.points)
    )
    merged = tuple(name for one in series for name in one.merged)
    shown = [
        mark for mark in markers(series) if mark in (Marker.CONFIDENTIAL, Marker.NOT_AVAILABLE, Marker.NOT_APPLICABLE)
    ]
    return Split(title, chart, exclusive, always, merged, tuple(shown))


def _funnel(view: View, indicator: Indicator, titles: Mapping[str, str]) -> Chart | None:
    """Two indicators that follow one another: the second's whole is a part of what the first counts."""
    for first in view.all(Indicator):
        for second in view.all(Indicator):
            if (
                indicator in (first, second)
                and set(second.denominator)
                and set(second.denominator) < set(first.numerator)
            ):
                return _two_steps(view, first, second, titles)
    return None


def _two_steps(view: View, first: Indicator, second: Indicator, titles: Mapping[str, str]) -> Chart | None:
    one, two = (view.assessment.figures.get(each.id) for each in (first, second))
    if not (one and two and one.whole and two.whole and one.whole.latest):
        return None
    above, below = one.whole.latest, two.whole.at(one.whole.latest.quarter)
    if below is None or above.denominator is None or below.denominator is None:
        return None

    def named(measures: Sequence[str], otherwise: str) -> str:
        return titles.get(measures[0], otherwise) if len(measures) == 1 else otherwise

    steps = [
        (named(first.denominator, first.title), above.denominator),
        (first.title, above.numerator),
        (named(second.denominator, second.title), below.denominator),
        (second.title, below.numerator),
    ]
    between = _share(below.denominator, above.numerator)
    return funnel(f"{first.title}, and what followed", above.quarter, steps, [None, above.value, between, below.value])


def _share(part: int | Marker, whole: int | Marker) -> float | Marker:
    """The share of two counts as this edition shows them."""
    if isinstance(part, Marker) or isinstance(whole, Marker):
        return part if isinstance(part, Marker) else Marker(str(whole))
    return round(100 * min(part, whole) / whole, 1) if whole else Marker.NOT_APPLICABLE


def _late(
    view: View, indicator: Indicator, stands: IndicatorStanding | None
) -> Iterator[tuple[Agency | None, Quarter, date]]:
    """The agencies whose return for the newest quarter is outstanding; the public edition has no returns, so none."""
    newest = stands.newest.quarter if stands and stands.newest else None
    for one in view.assessment.returns:
        if one.state == "outstanding" and one.quarter == newest and indicator.id in one.owed:
            yield view.get(Agency, one.agency), one.quarter, one.due


def _small(words: str) -> str:
    """The words inside a sentence: the first letter small, unless a capital follows it."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
