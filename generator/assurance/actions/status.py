"""How every action stands on one day: its last dated status, its due date as last moved, whether it is overdue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from generator.assurance.membership import gone
from generator.model.action_plan import Action, ActionPlan
from generator.register import Register

CLOSED = frozenset({"complete", "embedded", "withdrawn"})
SOON = 30
"""Days before its date in which an open action counts as due soon."""


@dataclass(frozen=True)
class ActionState:
    """One action on one day: `due` is its present due date, `original` its first; days are calendar days.

    `days_left` is negative once `due` has passed. `days_late` is 0 until then, and counts to the day of closing if
    closed. `owner_left` is the owner's last day in the partnership, where it left while the action is open.
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
    owner_left: date | None = None

    @property
    def open(self) -> bool:
        return self.closed is None

    @property
    def soon(self) -> bool:
        """Whether it is open, not overdue, and due within `SOON` days."""
        return self.open and 0 <= self.days_left <= SOON

    @property
    def standing(self) -> str:
        """The action's status, or `overdue` where it is open past its due date."""
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


def actions(register: Register, day: date) -> tuple[ActionState, ...]:
    """Return every action known on `day`, by plan, in the plan's order; overdue is derived, never recorded."""
    return tuple(
        _with_owner(register, state(plan.id, action, action.set, action.due, day), day)
        for plan in register.all(ActionPlan)
        for action in plan.actions
        if action.set and action.due
    )


def state(plan: str, action: Action, set: date, original: date, day: date) -> ActionState:
    """Return how one action stands on `day`; `plan` and `action` hold no fact dated later."""
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


def _with_owner(register: Register, one: ActionState, day: date) -> ActionState:
    """The action, with the day on which its owner left, if it is open."""
    agency = gone(register, one.owner, day) if one.open else None
    return replace(one, owner_left=agency.left) if agency else one


def _closed(updates: list[tuple[date, str]]) -> date:
    """The day of the first update in the unbroken run of closed statuses at the end."""
    closed = updates[-1][0]
    for when, status in reversed(updates):
        if status not in CLOSED:
            break
        closed = when
    return closed
