"""Indicators worked out from records kept here: of what fell due in a quarter, the share done on time (K28, K29)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.periods import Quarter

Due = tuple[str, date, bool]
"""Who owed it (the id of an agency, `type/id` of a group, or empty), the day it was due, and whether it was done on
time.
"""


def dues(calculation: str | None, participation: tuple[Part, ...], actions: tuple[ActionState, ...]) -> list[Due]:
    """Return all that fell due, for the calculation that an indicator's `from_records` names; empty where it names
    none.
    """
    found = _CALCULATIONS.get(calculation or "")
    return sorted(found(participation, actions)) if found else []


def tally(owed: list[Due], ended: list[Quarter], year_starts: int) -> Iterator[tuple[Quarter, int, int]]:
    """Yield, for each quarter that has ended, how many were done on time, and of how many that fell due in it."""
    by_quarter: dict[Quarter, list[bool]] = {quarter: [] for quarter in ended}
    for _, due, on_time in owed:
        by_quarter.get(Quarter.of(due, year_starts), []).append(on_time)
    for quarter, done in by_quarter.items():
        yield quarter, sum(done), len(done)


def _returns_on_time(participation: tuple[Part, ...], actions: tuple[ActionState, ...]) -> Iterator[Due]:
    """K28: audit returns; an exempt agency owes none."""
    for part in participation:
        if part.due and part.state not in ("exempt", "awaited"):
            yield part.agency, part.due, part.on_time is True


def _actions_on_time(participation: tuple[Part, ...], actions: tuple[ActionState, ...]) -> Iterator[Due]:
    """K29: actions by their original due date; withdrawn ones are left out.

    What fell due after its owner left, and still waits for a new one, is nobody's own.
    """
    for action in actions:
        if action.status != "withdrawn":
            owner = "" if action.owner_left and action.owner_left < action.original else action.owner
            yield owner.removeprefix("agency/"), action.original, action.on_time is True


_CALCULATIONS: Mapping[str, Callable[[tuple[Part, ...], tuple[ActionState, ...]], Iterator[Due]]] = {
    "audit-returns-on-time": _returns_on_time,
    "actions-closed-by-original-date": _actions_on_time,
}
