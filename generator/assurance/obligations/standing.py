"""How each obligation stands now: the period whose due date comes next, who has met it, what was missed just before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from generator.assurance.obligations.duties import Duty, Period, State

MET: frozenset[State] = frozenset({"met", "met-late", "excused"})
_WORST: tuple[State, ...] = ("late", "owed", "met-late", "met", "excused")


@dataclass(frozen=True)
class ObligationStanding:
    """One obligation in one period: a duty of each agency that owes it, or one duty of a group or role."""

    obligation: str
    period: Period
    due: date
    state: State
    duties: tuple[Duty, ...]
    missed: ObligationStanding | None = None
    """Its standing in the period just before, where somebody has still not met that."""

    @property
    def owed(self) -> int:
        return len(self.duties)

    @property
    def met(self) -> int:
        return sum(1 for duty in self.duties if duty.state in MET)

    @property
    def outstanding(self) -> tuple[str, ...]:
        """The agencies that have neither met it nor been excused."""
        return tuple(duty.agency for duty in self.duties if duty.agency and duty.state not in MET)

    @property
    def records(self) -> tuple[str, ...]:
        """What discharges it, without repeats."""
        return tuple(dict.fromkeys(record for duty in self.duties for record in duty.records))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why anyone was excused, without repeats."""
        return tuple(dict.fromkeys(duty.reason for duty in self.duties if duty.reason and duty.state == "excused"))

    @property
    def done(self) -> date | None:
        """The day the last of them met it; None while anyone has not."""
        days = [duty.done for duty in self.duties if duty.done]
        return max(days) if days and self.state in MET else None


def standings(duties: Iterable[Duty], day: date) -> tuple[ObligationStanding, ...]:
    """Return each obligation's standing in the present period: the first whose due date has not passed by `day`."""
    return tuple(_present(list(periods), day) for _, periods in groupby(history(duties), lambda one: one.obligation))


def history(duties: Iterable[Duty]) -> Iterator[ObligationStanding]:
    """Yield every obligation's standing in every period, by obligation, oldest first."""
    ordered = sorted(duties, key=lambda duty: (duty.obligation, duty.period.start))
    for (obligation, period), owed in groupby(ordered, lambda duty: (duty.obligation, duty.period)):
        each = tuple(owed)
        state = next(state for state in _WORST if any(duty.state == state for duty in each))
        yield ObligationStanding(obligation, period, each[0].due, state, each)


def _present(periods: list[ObligationStanding], day: date) -> ObligationStanding:
    place = next((place for place, one in enumerate(periods) if one.due >= day), len(periods) - 1)
    before = periods[place - 1] if place else None
    return replace(periods[place], missed=before if before and before.state == "late" else None)
