"""Each audit's window, week by week: when every milestone was planned, when it happened, how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.model.methodology import Milestone as Row
from generator.register import Register

State = Literal["done", "done-late", "overdue", "due", "planned"]


@dataclass(frozen=True)
class MilestoneStanding:
    """One milestone of an audit. `latest` is the last day that is on time; `table_day` is the last day that the week
    table gives, whatever else was agreed.
    """

    id: str
    role: str | None
    title: str
    week: int
    last_week: int
    planned: date
    latest: date
    table_day: date
    actual: date | None
    state: State
    reason: str | None

    @property
    def varied(self) -> bool:
        """Whether a date other than the week table's was agreed."""
        return self.latest != self.table_day


@dataclass(frozen=True)
class Window:
    """The weeks of an audit as they stand on one day: `week` is the week the day falls in, None before and after."""

    audit: str
    starts: date
    ends: date
    weeks: int
    week: int | None
    milestones: tuple[MilestoneStanding, ...]

    @property
    def finished(self) -> bool:
        return bool(self.milestones) and self.milestones[-1].actual is not None

    @property
    def overdue(self) -> tuple[MilestoneStanding, ...]:
        return tuple(one for one in self.milestones if one.state == "overdue")

    def milestone(self, id: str) -> MilestoneStanding | None:
        """Return the milestone with that id."""
        return next((one for one in self.milestones if one.id == id), None)

    def of(self, role: str) -> MilestoneStanding | None:
        """Return the milestone that the methodology gives a role, such as `audit-day`."""
        return next((one for one in self.milestones if one.role == role), None)


def windows(register: Register, day: date) -> Mapping[str, Window]:
    """Return the window of each audit that agencies hold together and that has a start, by audit id (Framework,
    Appendix C, Timescales).
    """
    found = {}
    for audit in register.all(Audit):
        methodology = register.get(Methodology, audit.methodology)
        if methodology and audit.starts and register.framework.is_joint(audit.kind):
            found[audit.id] = window(audit, audit.starts, methodology, day)
    return found


def window(audit: Audit, starts: date, methodology: Methodology, day: date) -> Window:
    """Return one audit's window: week n runs from `starts` + 7(n-1) days."""
    went = {milestone.milestone: milestone for milestone in audit.milestones}
    milestones = []
    for row in methodology.milestones:
        own = went.get(row.id)
        first, last = span(row, starts)
        planned, latest = (own.planned, own.planned) if own and own.planned else (first, last)
        actual = own.actual if own else None
        state = _state(planned, latest, actual, day)
        reason = own.reason if own else None
        last_week = row.last_week or row.week
        milestones.append(
            MilestoneStanding(
                row.id, row.role, row.title, row.week, last_week, planned, latest, last, actual, state, reason
            )
        )
    ends = starts + timedelta(weeks=methodology.window_weeks, days=-1)
    week = (day - starts).days // 7 + 1 if starts <= day <= ends else None
    return Window(audit.id, starts, ends, methodology.window_weeks, week, tuple(milestones))


def span(row: Row, starts: date) -> tuple[date, date]:
    """Return the first and last day of a row of the week table; for a row before the start, both are the start."""
    if row.before_start:
        return starts, starts
    first = starts + timedelta(weeks=row.week - 1)
    return first, starts + timedelta(weeks=row.last_week or row.week, days=-1)


def _state(planned: date, latest: date, actual: date | None, day: date) -> State:
    if actual:
        return "done" if actual <= latest else "done-late"
    if day > latest:
        return "overdue"
    return "due" if day >= planned else "planned"
