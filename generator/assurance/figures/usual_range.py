"""What is usual for one agency's figure, by the control limits of its earlier quarters, and what is not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.assurance.figures import control_chart

CHANCE = 1.5
"""Three standard deviations of the square root of a count that varies by chance alone (Anscombe 1948)."""


@dataclass(frozen=True)
class Usual:
    """The figures before one that is not usual: how many, the least and most of them, and the limits they give."""

    points: int
    least: int
    most: int
    lower: int
    upper: int
    side: Literal["high", "low"]


def unusual(before: Sequence[int | None], count: int) -> Usual | None:
    """Return what was usual where `count` is not, after the figures `before` it, oldest first; None is a gap.

    It is not usual where all of this holds, so that neither chance nor a trend nor a level once reached is told:
    enough figures came before to give limits; it lies outside them; it lies further from the mean than chance would
    put a count, which matters where counts are small; and its step from the last figure is itself unusual.
    """
    known = [one for one in before if one is not None]
    if len(known) < control_chart.MINIMUM_POINTS or _by_chance(sum(known) / len(known), count):
        return None
    limits = control_chart.xmr(before, better="neutral").latest
    lower, upper, step = limits.lower, limits.upper, limits.average_moving_range
    if lower is None or upper is None or step is None or lower <= count <= upper:
        return None
    if abs(count - known[-1]) <= control_chart.SCREEN * step:
        return None
    side: Literal["high", "low"] = "high" if count > upper else "low"
    return Usual(len(known), min(known), max(known), max(0, math.ceil(lower)), math.floor(upper), side)


def _by_chance(mean: float, count: int) -> bool:
    return abs(math.sqrt(count) - math.sqrt(mean)) <= CHANCE
