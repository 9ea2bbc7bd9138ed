"""Actions counted by state: a plan's progress over time, each owner's share, and the ages of open actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.assurance.actions.status import SOON, ActionState


@dataclass(frozen=True)
class Progress:
    """A plan on one day: how many actions had been set, had an original due date by then, and were closed."""

    day: date
    set: int
    due: int
    closed: int


@dataclass(frozen=True)
class Share:
    """One owner's actions: `owner` as records write it, `agency/<id>` or `group/<id>`."""

    owner: str
    open: int
    overdue: int
    soon: int
    moved: int
    closed: int
    on_time: int
    """How many of the `decided` were closed by their original due date."""
    decided: int
    """How many closed actions, those withdrawn left out."""


def burn_up(states: Sequence[ActionState], days: Iterable[date]) -> Iterator[Progress]:
    """Yield, for each of `days`, how many actions had been set, were originally due by then, and had been closed."""
    for day in days:
        known = [one for one in states if one.set <= day]
        due = sum(one.original <= day for one in known)
        yield Progress(day, len(known), due, sum(one.closed is not None and one.closed <= day for one in known))


def month_ends(first: date, last: date) -> Iterator[date]:
    """Yield the last day of each month from `first`'s, then `last` itself; nothing where `last` is before `first`."""
    following = first
    while (following := (following.replace(day=1) + timedelta(days=32)).replace(day=1)) <= last:
        yield following - timedelta(days=1)
    if first <= last:
        yield last


def shares(states: Sequence[ActionState]) -> tuple[Share, ...]:
    """Return each owner's actions, the most overdue first, then the most open."""
    found = []
    for owner in sorted({one.owner for one in states if one.owner}):
        own = [one for one in states if one.owner == owner]
        still = [one for one in own if one.open]
        decided = [one for one in own if one.on_time is not None]
        found.append(
            Share(
                owner=owner,
                open=len(still),
                overdue=sum(one.overdue for one in still),
                soon=sum(one.soon for one in still),
                moved=sum(one.moved > 0 for one in still),
                closed=len(own) - len(still),
                on_time=sum(one.on_time is True for one in decided),
                decided=len(decided),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.overdue, -one.open, one.owner)))


AGES = (
    ("more than 90 days overdue", None, -91),
    ("31 to 90 days overdue", -90, -31),
    ("1 to 30 days overdue", -30, -1),
    (f"due within {SOON} days", 0, SOON),
    ("due later", SOON + 1, None),
)
"""Bands of days left: words, first and last (None: no end)."""


def ageing(states: Iterable[ActionState]) -> tuple[tuple[str, int], ...]:
    """Return how many open actions are in each band of `AGES`, the longest overdue first."""
    left = [one.days_left for one in states if one.open]
    return tuple(
        (words, sum((first is None or first <= days) and (last is None or days <= last) for days in left))
        for words, first, last in AGES
    )
