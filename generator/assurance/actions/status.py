"""How every action stands: its last dated status, its moved due dates, whether it is overdue, and how a plan went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.action_plan import Action, ActionPlan
from generator.register import Register

CLOSED = frozenset({"complete", "embedded", "withdrawn"})
SOON = 30
"""Days before its date in which an open action counts as due soon."""


@dataclass(frozen=True)
class ActionState:
    """One action on one day. `due` is the date it has now, `original` the first; days are calendar days.

    `days_left` is negative once the date has passed; `days_late` is 0 before, and fixed once the action is closed.
    """

    plan: str
    action: str
    owner: str
    text: str
    priority: str | None
    status: str
    set: date
    original: date
    due: date
    moved: int
    closed: date | None
    overdue: bool
    days_late: int
    days_left: int = 0

    @property
    def open(self) -> bool:
        return self.closed is None

    @property
    def soon(self) -> bool:
        """Whether it is open, not overdue, and due within `SOON` days."""
        return self.open and 0 <= self.days_left <= SOON

    @property
    def standing(self) -> str:
        """The one word for it: its status, or `overdue` in its place."""
        return "overdue" if self.overdue else self.status

    @property
    def slipped_days(self) -> int:
        """How far the due date has moved since the action was set."""
        return (self.due - self.original).days

    @property
    def on_time(self) -> bool | None:
        """Whether it was closed by its original due date (K29); None while that is undecided."""
        if self.status == "withdrawn":
            return None
        return self.closed <= self.original if self.closed else None


@dataclass(frozen=True)
class Progress:
    """One day of a plan's course: how many actions had been set, were first due by then, and were closed."""

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
    """Of those closed and not withdrawn, by the date first set."""
    decided: int


def actions(register: Register, day: date) -> tuple[ActionState, ...]:
    """Return every action known on `day`, by plan, in the plan's order; overdue is derived, never recorded."""
    return tuple(
        state(plan.id, action, action.set, action.due, day)
        for plan in register.all(ActionPlan)
        for action in plan.actions
        if action.set and action.due
    )


def state(plan: str, action: Action, set: date, original: date, day: date) -> ActionState:
    """Return how one action stands on `day`; facts dated later are not asked for, they are dropped before."""
    updates = sorted((update.date, update.status) for update in action.updates if update.date)
    status = updates[-1][1] if updates else "not-started"
    revisions = sorted((revision.date, revision.due) for revision in action.revisions if revision.date and revision.due)
    due = revisions[-1][1] if revisions else original
    closed = _closed(updates) if status in CLOSED else None
    late = (closed or day) - due
    return ActionState(
        plan=plan,
        action=action.id,
        owner=action.owner or "",
        text=action.text,
        priority=action.priority,
        status=status,
        set=set,
        original=original,
        due=due,
        moved=len(revisions),
        closed=closed,
        overdue=closed is None and day > due,
        days_late=max(late.days, 0),
        days_left=(due - day).days,
    )


def _closed(updates: list[tuple[date, str]]) -> date:
    """The first day of the closed statuses that the updates end in: complete, then embedded, closes when complete."""
    closed = updates[-1][0]
    for when, status in reversed(updates):
        if status not in CLOSED:
            break
        closed = when
    return closed


def then(plan: str, action: Action, day: date) -> ActionState | None:
    """Return how an action stood at the end of an earlier `day`; None before it was set."""
    if not action.set or not action.due or action.set > day:
        return None
    updates = tuple(update for update in action.updates if update.date and update.date <= day)
    revisions = tuple(revision for revision in action.revisions if revision.date and revision.date <= day)
    return state(plan, replace(action, updates=updates, revisions=revisions), action.set, action.due, day)


def burn_up(states: Sequence[ActionState], days: Iterable[date]) -> Iterator[Progress]:
    """Yield, for each of `days`, how many actions had been set, were first due and had been closed."""
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
