"""The mean, limits, special causes and assurance of an XmR control chart, as Making Data Count draws it.

Agrees with NHSRplotthedots 0.2 (R, nhs-r-community): its functions are named where a convention comes from them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean
from typing import Literal

MINIMUM_POINTS = 12
"""With fewer points, limits are trial limits: show a run chart and no verdict (`ptd_add_short_group_warnings`)."""

LIMIT = 2.66
"""Limits in average moving ranges: 3 / 1.128, three standard deviations estimated from ranges of two."""

SCREEN = 3.267
"""Upper limit of a moving range, in average moving ranges."""

RUN = 7

Better = Literal["up", "down", "neutral"]
Rule = Literal["outside-limits", "trend", "two-of-three", "run"]
Side = Literal["high", "low"]
Verdict = Literal["improvement", "concern", "neutral-high", "neutral-low"]
Assurance = Literal["pass", "fail", "hit-and-miss"]

_SIDES: dict[int, Side] = {1: "high", -1: "low"}


@dataclass(frozen=True)
class Segment:
    """The points from `first` up to, not including, `end`, that share one mean and one pair of limits.

    `mean` is None where there is no value, the others where there is no moving range. `count` is the number of values.
    """

    first: int
    end: int
    count: int
    mean: float | None
    average_moving_range: float | None

    @property
    def lower(self) -> float | None:
        return self.at(-LIMIT)

    @property
    def upper(self) -> float | None:
        return self.at(LIMIT)

    def at(self, ranges: float) -> float | None:
        """Return the mean plus that many average moving ranges."""
        if self.mean is None or self.average_moving_range is None:
            return None
        return self.mean + ranges * self.average_moving_range


@dataclass(frozen=True)
class Point:
    """One value (None is a gap), its moving range, and its special cause if it has one.

    `screened` means that the moving range was too large to count towards the limits.
    """

    value: float | None
    moving_range: float | None = None
    screened: bool = False
    rule: Rule | None = None
    side: Side | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True)
class XmR:
    """A control chart's arithmetic: a point for each value, at least one segment, and assurance against the target."""

    points: tuple[Point, ...]
    segments: tuple[Segment, ...]
    assurance: Assurance | None = None

    @property
    def latest(self) -> Segment:
        """The segment in force."""
        return self.segments[-1]


def xmr(
    values: Sequence[float | None],
    *,
    better: Better,
    target: float | None = None,
    screen: bool = True,
    rebase_at: Sequence[int] = (),
) -> XmR:
    """Return the XmR chart of `values`, in order of time, in their own unit; any length will do.

    None is a gap: there is no moving range across it and no rule of several points applies across it, nor across
    segments. A new segment begins at each position in `rebase_at`; positions outside the values begin none. `screen`
    leaves moving ranges of 3.267 times their average or more out of the limits; False gives the limits of Making Data
    Count's spreadsheet. Errors: ValueError for a value or target that is not finite.

    >>> chart = xmr([10, 12, 11], better="up")
    >>> chart.latest.mean, chart.latest.average_moving_range, round(chart.latest.upper, 2)
    (11.0, 1.5, 14.99)
    """
    if not all(value is None or math.isfinite(value) for value in (*values, target)):
        raise ValueError("a control chart needs finite numbers; None stands for a gap")
    starts = sorted({0, *(place for place in rebase_at if 0 < place < len(values))})
    points: list[Point] = []
    segments = []
    for first, end in pairwise([*starts, len(values)]):
        segment, ranges = _segment(values, first, end, screen)
        segments.append(segment)
        points += _points(values[first:end], segment, ranges, better)
    return XmR(tuple(points), tuple(segments), _assurance(segments[-1], better, target))


_Range = tuple[float | None, bool]


def _segment(values: Sequence[float | None], first: int, end: int, screen: bool) -> tuple[Segment, list[_Range]]:
    """One segment, and the moving range of each of its points with whether it was screened out (`ptd_spc_standard`).

    Where every moving range is zero there is nothing to screen, and the limits meet at the mean (R has none then).
    """
    own = [None if value is None else float(value) for value in values[first:end]]
    ranges = [None, *(None if a is None or b is None else abs(b - a) for a, b in pairwise(own))][: len(own)]
    average = _mean(ranges)
    most = SCREEN * average if screen and average else math.inf
    kept = [None if moved is None or moved >= most else moved for moved in ranges]
    count = sum(value is not None for value in own)
    segment = Segment(first, end, count, _mean(own), _mean(kept))
    return segment, [(moved, moved is not None and moved >= most) for moved in ranges]


def _mean(values: Sequence[float | None]) -> float | None:
    """The mean of the values, gaps left out, exactly rounded: so a constant series has its constant as its mean."""
    there = [value for value in values if value is not None]
    return float(mean(there)) if there else None


def _points(values: Sequence[float | None], segment: Segment, ranges: Sequence[_Range], better: Better) -> list[Point]:
    """The points of one segment; where several rules hold, the first in order of precedence is given."""
    middle = segment.mean or 0
    rules: tuple[tuple[Rule, Sequence[int]], ...] = (
        ("outside-limits", _outside(values, segment, LIMIT)),
        ("trend", _seven_in_a_row(values, lambda window: (after - before for before, after in pairwise(window)))),
        ("two-of-three", _two_of_three(values, segment)),
        ("run", _seven_in_a_row(values, lambda window: (value - middle for value in window))),
    )
    points = []
    for place, (value, (moved, screened)) in enumerate(zip(values, ranges, strict=True)):
        rule, sign = next(((rule, signs[place]) for rule, signs in rules if signs[place]), (None, 0))
        points.append(Point(value, moved, screened, rule, _SIDES.get(sign), _verdict(sign, better)))
    return points


def _outside(values: Sequence[float | None], segment: Segment, ranges: float) -> list[int]:
    """1 at each point more than `ranges` average moving ranges above the mean, -1 below; on the line is within."""
    lower, upper = segment.at(-ranges), segment.at(ranges)
    if lower is None or upper is None:
        return [0] * len(values)
    return [0 if value is None else (value > upper) - (value < lower) for value in values]


def _seven_in_a_row(
    values: Sequence[float | None], differences: Callable[[Sequence[float]], Iterable[float]]
) -> list[int]:
    """1 at each of seven successive points whose differences are all positive, -1 where all are negative.

    A turning point belongs to the later run. This differs from R (`ptd_special_cause_type`) on purpose: there the last
    point of a trend can take the direction of the trend that follows; here it has that of its own.
    """
    found = [0] * len(values)
    for start, window in _windows(values, RUN):
        signs = {_sign(difference) for difference in differences(window)}
        if signs in ({1}, {-1}):
            found[start : start + RUN] = [*signs] * RUN
    return found


def _two_of_three(values: Sequence[float | None], segment: Segment) -> list[int]:
    """1 or -1 at each point in the outer third that has another within three points, all on one side of the mean.

    A point outside the limits is not in the outer third (`close_to_limits`), and the third point is not marked
    (`ptd_part_of_two_in_three`).
    """
    beyond, near = _outside(values, segment, LIMIT), _outside(values, segment, 2 * (LIMIT / 3))
    close = [side if not out else 0 for side, out in zip(near, beyond, strict=True)]
    found = [0] * len(values)
    for start, window in _windows(values, 3):
        sides = {_sign(value - (segment.mean or 0)) for value in window}
        places = [place for place in range(start, start + 3) if close[place]]
        if len(places) >= 2 and sides in ({1}, {-1}):
            for place in places:
                found[place] = close[place]
    return found


def _windows(values: Sequence[float | None], size: int) -> Iterator[tuple[int, list[float]]]:
    """Every stretch of `size` successive points without a gap, with where it starts."""
    for start in range(len(values) - size + 1):
        there = [value for value in values[start : start + size] if value is not None]
        if len(there) == size:
            yield start, there


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _verdict(sign: int, better: Better) -> Verdict | None:
    """What a special cause means (`ptd_point_type`)."""
    if not sign:
        return None
    if better == "neutral":
        return "neutral-high" if sign > 0 else "neutral-low"
    return "improvement" if (sign > 0) == (better == "up") else "concern"


def _assurance(segment: Segment, better: Better, target: float | None) -> Assurance | None:
    """Whether the process will meet the target, by the limits in force (`ptd_calculate_assurance_type`)."""
    lower, upper = segment.lower, segment.upper
    if target is None or better == "neutral" or lower is None or upper is None:
        return None
    if lower <= target <= upper:
        return "hit-and-miss"
    return "pass" if (target < lower) == (better == "up") else "fail"
