"""How an indicator stands: its latest figure, what changed, how it compares, and what its control chart says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.assurance.figures import control_chart
from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Point, Series
from generator.model.indicator import Comparator, Indicator, Rebase, Target
from generator.periods import Quarter

Against = Literal["met", "missed"]


@dataclass(frozen=True)
class IndicatorStanding:
    """How one line of an indicator stands, worked out from its series alone, exact or published.

    `latest` is the newest quarter with a number, `newest` the newest quarter of all. `before` is the quarter that comes
    directly before the latest in the series, where it has a number too. `verdict` and `assurance` are None where the
    limits in force rest on too few quarters (`enough`).
    """

    indicator: Indicator
    series: Series
    newest: Point | None
    latest: Point | None
    before: Point | None
    change: float | None
    target: Target | None
    against: Against | None
    against_before: Against | None
    comparators: tuple[Comparator, ...]
    rebases: tuple[Rebase, ...]
    chart: control_chart.XmR
    enough: bool
    verdict: control_chart.Verdict | None
    rule: control_chart.Rule | None
    assurance: control_chart.Assurance | None

    @property
    def current(self) -> bool:
        """Whether the newest quarter has a number."""
        return self.latest is self.newest

    @property
    def crossed(self) -> Against | None:
        """How the latest figure stands against the target where that differs from the quarter before; else None."""
        return self.against if self.against_before and self.against != self.against_before else None


def standing(indicator: Indicator, series: Series) -> IndicatorStanding:
    """Return how one line of an indicator stands. A neutral indicator has no target, whatever its record says."""
    points = series.points
    latest = series.latest
    place = points.index(latest) if latest else 0
    before = points[place - 1] if place and not isinstance(points[place - 1].value, Marker) else None
    rebases = tuple(one for one in indicator.rebases if _place(points, one.from_quarter))
    target = indicator.target if indicator.better != "neutral" and indicator.target else None
    applies = target if target and latest and target.from_quarter <= str(latest.quarter) else None
    chart = control_chart.xmr(
        series.values,
        better=_BETTER.get(indicator.better, "neutral"),
        target=float(applies.value) if applies else None,
        rebase_at=[_place(points, one.from_quarter) for one in rebases],
    )
    enough = chart.latest.count >= control_chart.MINIMUM_POINTS
    judged = chart.points[place] if latest and enough else control_chart.Point(None)
    return IndicatorStanding(
        indicator=indicator,
        series=series,
        newest=points[-1] if points else None,
        latest=latest,
        before=before,
        change=_change(before, latest),
        target=applies,
        against=_against(indicator, applies, latest),
        against_before=_against(indicator, applies, before),
        comparators=comparable(indicator),
        rebases=rebases,
        chart=chart,
        enough=enough,
        verdict=judged.verdict,
        rule=judged.rule,
        assurance=chart.assurance if enough else None,
    )


def signals(figures: Mapping[str, Figures], indicators: Iterable[Indicator]) -> Iterator[IndicatorStanding]:
    """Yield the standing of each indicator whose newest quarter has a special cause; none with too few quarters."""
    for indicator in indicators:
        whole = figures[indicator.id].whole if indicator.id in figures else None
        stands = standing(indicator, whole) if whole else None
        if stands and stands.current and stands.verdict:
            yield stands


def comparable(indicator: Indicator, category: str | None = None) -> tuple[Comparator, ...]:
    """Return the comparators to set beside the figure, or a category of it: the latest of each area and kind.

    Counts are not compared: another area's count says how large that area is.
    """
    found: dict[tuple[str, str], Comparator] = {}
    if indicator.unit == "count":
        return ()
    for one in sorted(indicator.comparators, key=lambda one: one.period or ""):
        if one.category == category and (category or not one.label):
            found[one.geography, one.kind] = one
    return tuple(found.values())


def comparator_name(one: Comparator) -> str:
    """Return a comparator's name: `Exampleshire 2024-25`, `The region 2024-25, indicative level`."""
    name = f"{one.geography} {one.period}" if one.period else one.geography
    return f"{name}, indicative level" if one.kind == "regional-level" else name


def label(quarter: Quarter) -> str:
    """Return a quarter for an axis: `Q1 2024-25`."""
    return f"Q{quarter.number} {quarter.in_year}"


_BETTER: dict[str, control_chart.Better] = {"up": "up", "down": "down"}


def _change(before: Point | None, latest: Point | None) -> float | None:
    if before is None or latest is None or isinstance(before.value, Marker) or isinstance(latest.value, Marker):
        return None
    return round(latest.value - before.value, 1)


def _against(indicator: Indicator, target: Target | None, point: Point | None) -> Against | None:
    if target is None or point is None or isinstance(point.value, Marker) or str(point.quarter) < target.from_quarter:
        return None
    met = point.value >= target.value if indicator.better == "up" else point.value <= target.value
    return "met" if met else "missed"


def _place(points: Sequence[Point], quarter: str) -> int:
    """The index in the series of a quarter, written as in records, or of the first point after it.

    0 where the quarter is not after the first point, and also where it is after the last.
    """
    return next((at for at, one in enumerate(points) if str(one.quarter) >= quarter), 0)
