"""An audit's window by weeks, for a chart: planned and actual days of its milestones, counted from the first day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.assurance.audits.windows import MilestoneStanding, Window

MOST_TIMES_PLANNED = 2
"""The most weeks that are drawn of a window that overruns, as a multiple of its planned weeks."""

DaySpan = tuple[int, int]
"""From and to in days from the window's first day, the end excluded."""


@dataclass(frozen=True)
class Row:
    """One milestone: `plan` and `fact` are None outside the weeks drawn, `fact` also until it happened."""

    milestone: MilestoneStanding
    plan: DaySpan | None
    fact: DaySpan | None


@dataclass(frozen=True)
class Weeks:
    """The first day of each week drawn, the milestones, and `today` in days from the first day."""

    starts: tuple[date, ...]
    rows: tuple[Row, ...]
    today: int


def weeks(window: Window, day: date) -> Weeks:
    """Return a window's weeks as they are drawn on `day`: until its last date, or until today where it overran."""
    known = [window.ends, *(when for one in window.milestones for when in (one.latest, one.actual) if when)]
    widest = window.starts + timedelta(weeks=MOST_TIMES_PLANNED * window.weeks, days=-1)
    last = max([*known, day] if not window.finished and day <= widest else known)
    count = (min(last, widest) - window.starts).days // 7 + 1
    starts = tuple(window.starts + timedelta(weeks=n) for n in range(count))
    rows = tuple(_row(window, milestone, count) for milestone in window.milestones)
    return Weeks(starts, rows, (day - window.starts).days)


def _row(window: Window, milestone: MilestoneStanding, count: int) -> Row:
    def days(first: date, last: date) -> DaySpan | None:
        found = (first - window.starts).days, (last - window.starts).days + 1
        return found if found[0] >= 0 and found[1] <= 7 * count else None

    actual = milestone.actual
    return Row(milestone, days(milestone.planned, milestone.latest), days(actual, actual) if actual else None)
