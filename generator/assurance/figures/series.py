"""One quarter's figure and a line of them: counts and a value in the indicator's unit, each a number or a marker."""

from __future__ import annotations

from dataclasses import dataclass

from generator.assurance.figures import disclosure
from generator.assurance.figures.disclosure import Counts, Marker, Policy, Published
from generator.assurance.figures.returned import Count
from generator.model.indicator import Indicator
from generator.periods import Quarter


@dataclass(frozen=True)
class Point:
    """One quarter: the counts and the value, each a number or a marker; no denominator for a plain count."""

    quarter: Quarter
    numerator: int | Marker
    denominator: int | Marker | None
    value: Published
    marks: frozenset[Marker] = frozenset()


@dataclass(frozen=True)
class Series:
    """One line of one indicator, oldest first. `key` is the agency's or category's id, or the measure's for a part.

    `merged` names the categories that are put together in it.
    """

    indicator: str
    title: str
    points: tuple[Point, ...]
    key: str = ""
    breakdown: str = ""
    counts: Counts = "people"
    merged: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[float | None, ...]:
        """The values of the points, None for a marker."""
        return tuple(None if isinstance(point.value, Marker) else point.value for point in self.points)

    @property
    def latest(self) -> Point | None:
        """The last point that has a number."""
        return next((point for point in reversed(self.points) if not isinstance(point.value, Marker)), None)

    def at(self, quarter: Quarter) -> Point | None:
        """Return the point of a quarter, if the series has one."""
        return next((point for point in self.points if point.quarter == quarter), None)


def point(
    indicator: Indicator,
    quarter: Quarter,
    upper: Count,
    lower: Count,
    policy: Policy | None = None,
    counts: Counts = "process",
) -> Point:
    """Return one point in the indicator's unit: exact without a policy, else as may be published."""
    public = policy or Policy()
    marks = upper.marks | lower.marks if indicator.denominator else upper.marks
    numerator = disclosure.count(upper.number, public, counts)
    if not indicator.denominator:
        return Point(quarter, numerator, None, numerator, marks)
    if indicator.unit == "rate":
        value = _rate(upper.number, lower.number, indicator.per or 1, public, counts)
        return Point(quarter, numerator, lower.number, value, marks)
    value = disclosure.percentage(upper.number, lower.number, public, counts, within=indicator.kind != "derived")
    return Point(quarter, numerator, disclosure.count(lower.number, public, counts), value, marks)


def _rate(upper: int | Marker, lower: int | Marker, per: int, policy: Policy, counts: Counts) -> Published:
    exact = Policy(threshold=0, base=1, suppress_zero=False)
    return disclosure.rate(upper, lower, per, policy if counts == "people" else exact)
