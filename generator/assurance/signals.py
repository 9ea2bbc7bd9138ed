"""Which indicators' latest quarter is outside its usual range: real change told from ordinary ups and downs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from generator.assurance import spc
from generator.assurance.points import Point
from generator.assurance.series import Figures
from generator.model.indicator import Indicator


@dataclass(frozen=True)
class Signal:
    """An indicator whose last point has a special cause; `mean` is its usual level, in the indicator's unit."""

    indicator: str
    point: Point
    mean: float
    rule: spc.Rule
    side: spc.Side
    verdict: spc.Verdict


def signals(figures: Mapping[str, Figures], indicators: Iterable[Indicator]) -> Iterator[Signal]:
    """Yield a signal for every indicator whose latest quarter has one; too few points give none (Making Data Count)."""
    for indicator in indicators:
        whole = figures[indicator.id].whole if indicator.id in figures else None
        if whole is None or not whole.points or sum(value is not None for value in whole.values) < spc.MINIMUM_POINTS:
            continue
        starts = {rebase.from_quarter for rebase in indicator.rebases}
        chart = spc.xmr(
            whole.values,
            better=cast(spc.Better, indicator.better),
            rebase_at=[place for place, point in enumerate(whole.points) if str(point.quarter) in starts],
        )
        last, mean = chart.points[-1], chart.latest.mean
        if last.rule and last.side and last.verdict and mean is not None:
            yield Signal(indicator.id, whole.points[-1], mean, last.rule, last.side, last.verdict)
