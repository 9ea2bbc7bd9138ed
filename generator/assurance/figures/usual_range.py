"""What is usual for one agency's figure: the limits that its earlier figures give, and whether a new one is unusual."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.assurance.figures import control_chart
from generator.model.indicator import Indicator

Side = Literal["high", "low"]
CHANCE = 1.5
"""Three standard deviations of the square root of a count that varies by chance alone (Anscombe 1948)."""


@dataclass(frozen=True)
class Unusual:
    """An unusual count beside the earlier ones: how many they are, the least and the most of them, and their limits.

    `lower` and `upper` are whole numbers: the usual range. `beyond` is how far the count lies outside, in widths of the
    range.
    """

    points: int
    least: int
    most: int
    lower: int
    upper: int
    side: Side
    beyond: float


def enough(before: Sequence[int | None]) -> bool:
    """Return whether there are enough earlier counts for limits; None is a gap."""
    return sum(one is not None for one in before) >= control_chart.MINIMUM_POINTS


def unusual(before: Sequence[int | None], count: int) -> Unusual | None:
    """Return the usual range where `count` is unusual after the counts `before` it, oldest first; None is a gap.

    It is unusual if all of these hold: there are enough earlier counts for limits; it is outside them; it is further
    from the mean than chance explains, which matters where counts are small; and its step from the last count is
    outside the limits for steps. So chance, a trend or a level reached before is not reported.
    """
    known = [one for one in before if one is not None]
    if not enough(before) or _by_chance(sum(known) / len(known), count):
        return None
    limits = control_chart.xmr(before, better="neutral").latest
    if limits.lower is None or limits.upper is None or limits.average_moving_range is None:
        return None
    lower, upper = max(0, math.ceil(limits.lower)), math.floor(limits.upper)
    if lower <= count <= upper or abs(count - known[-1]) <= control_chart.SCREEN * limits.average_moving_range:
        return None
    side: Side = "high" if count > upper else "low"
    outside = count - upper if side == "high" else lower - count
    return Unusual(len(known), min(known), max(known), lower, upper, side, outside / max(upper - lower, 1))


def _by_chance(mean: float, count: int) -> bool:
    return abs(math.sqrt(count) - math.sqrt(mean)) <= CHANCE


def counts_before(counts: Iterable[tuple[str, int | None]], quarter: str, restarts: Iterable[str]) -> list[int | None]:
    """Return the counts before `quarter`, from its last restart on; `counts` and `restarts` name quarters by id."""
    since = max((one for one in restarts if one <= quarter), default="")
    return [count for when, count in counts if since <= when < quarter]


def restarts(indicators: Iterable[Indicator]) -> Mapping[str, tuple[str, ...]]:
    """Return, by measure, the quarters at which its history restarts: those of the indicator that defines it.

    An indicator that only uses another's measure does not restart it.
    """
    found: dict[str, tuple[str, ...]] = {}
    for indicator in indicators:
        for measure in indicator.measures:
            found[measure.id] = found.get(measure.id, ()) + tuple(one.from_quarter for one in indicator.rebases)
    return found
