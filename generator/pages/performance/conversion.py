"""How many of those that one indicator counts go on to what another counts, as a funnel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.assurance.figures.disclosure import Marker
from generator.charts import Chart
from generator.charts.funnel import funnel
from generator.edition import View
from generator.model.indicator import Indicator


def conversion(view: View, indicator: Indicator, titles: Mapping[str, str]) -> Chart | None:
    """Return the funnel of this indicator and one that precedes or follows it; None where there is none.

    One indicator follows another where it is a share of some, but not all, of the measures that the other counts.
    `titles` are the titles of measures by id.
    """
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
