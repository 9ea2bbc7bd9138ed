"""An indicator's breakdowns and the parts of its whole: each a chart, with notes on categories withheld or merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Series
from generator.charts import Chart
from generator.charts.breakdown import breakdown
from generator.components import Blocks, Figure, Note
from generator.model.indicator import Breakdown, Indicator
from generator.pages.performance.standing import explained
from generator.periods import Quarter
from generator.wording import listed

_EXPLAINED = (Marker.CONFIDENTIAL, Marker.NOT_AVAILABLE, Marker.NOT_APPLICABLE)
"""The markers that stand in place of a number."""


@dataclass(frozen=True)
class Split:
    """One breakdown, or the parts of a whole: its chart, and the categories withheld in every quarter and merged.

    `exclusive` says that each counted thing falls into one category only, `merges` that categories withheld in every
    quarter are merged where that discloses nothing.
    """

    title: str
    chart: Chart
    exclusive: bool = True
    merges: bool = True
    withheld: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    markers: tuple[Marker, ...] = ()


def splits(indicator: Indicator, figures: Figures) -> Iterator[Split]:
    """Yield each breakdown that has a number in any quarter."""
    known: Mapping[str, Breakdown] = {one.id: one for one in indicator.breakdowns}
    for id, series in figures.breakdowns.items():
        quarter = _newest(series)
        if quarter:
            one = known[id]
            title = _lower_first(one.title)
            called = indicator.title if id == indicator.each else f"{indicator.title} by {title}"
            residual = {category.id for category in one.categories if category.residual}
            chart = breakdown(indicator, f"by-{id}", called, series, quarter, ordered=one.ordered, residual=residual)
            yield replace(_split(title, chart, series), exclusive=one.exclusive)


def parts(indicator: Indicator, figures: Figures) -> Split | None:
    """Return the parts that the indicator's whole consists of; None where none has a number."""
    quarter = _newest(figures.parts)
    if quarter is None:
        return None
    # Parts are counts, whatever the unit of the indicator that they belong to.
    counts = Indicator(id=indicator.id, title=indicator.title)
    chart = breakdown(counts, "parts", f"What lies behind {_lower_first(indicator.title)}", figures.parts, quarter)
    return replace(_split("", chart, figures.parts), merges=False)


def with_remarks(split: Split, policy: Policy | None = None) -> Blocks:
    """Return the chart of a split with its markers explained, and the remarks on its categories below it."""
    return Blocks([Figure(split.chart, explained(split.markers, policy)), *(Note(said) for said in remarks(split))])


def remarks(split: Split) -> list[str]:
    """Return remarks on the categories: whether they overlap, which are merged, which are withheld in every quarter."""
    said = []
    if not split.exclusive:
        said.append("One may fall into several of these, so they add up to more than the whole.")
    if split.merged:
        said.append(
            f"{listed(split.merged)} were withheld in every quarter, so they are put together. Where their sum would "
            "give one of them away, it is withheld too."
        )
    if split.withheld:
        are = "It is" if len(split.withheld) == 1 else "They are"
        why = f" {are} too small to be shown, and cannot be put together with another without giving something away."
        said.append(f"Withheld in every quarter: {listed(split.withheld)}.{why if split.merges else ''}")
    return said


def markers(series: Iterable[Series]) -> tuple[Marker, ...]:
    """Return the markers that stand in a table of these series, in the order in which to explain them."""
    found: set[Marker] = set()
    for point in (point for one in series for point in one.points):
        said = (point.value, point.numerator, point.denominator)
        found |= {one for one in said if isinstance(one, Marker)}
        found |= set() if isinstance(point.value, Marker) else point.marks
    return tuple(one for one in Marker if one in found)


def _split(title: str, chart: Chart, series: Sequence[Series]) -> Split:
    always = tuple(
        one.title
        for one in series
        if one.points and one.latest is None and any(point.value is Marker.CONFIDENTIAL for point in one.points)
    )
    merged = tuple(name for one in series for name in one.merged)
    shown = tuple(mark for mark in markers(series) if mark in _EXPLAINED)
    return Split(title, chart, withheld=always, merged=merged, markers=shown)


def _newest(series: Sequence[Series]) -> Quarter | None:
    """The last quarter in which any of the series has a number."""
    return max((one.latest.quarter for one in series if one.latest), default=None)


def _lower_first(words: str) -> str:
    """The words with a small first letter, unless a capital follows it."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
