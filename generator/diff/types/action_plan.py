"""The sentences of an action plan: how each action stands, how its due date was moved, and the difference it made."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.actions.status import ActionState, state
from generator.diff.changes import Change
from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.action_plan import Action, ActionPlan, DueRevision
from generator.wording import date_change, day, ordinal, plural, quoted, some_of, words

TIMES = ("", " a second time", " a third time", " a fourth time", " a fifth time")


def about(pair: Pair, change: Change) -> tuple[str, int]:
    """The action that a change is in, by its number in the plan; as `Pair.numbered`."""
    return pair.numbered(change, "actions", "Action")


def new(pair: Pair) -> Iterator[str]:
    plan = record(pair, ActionPlan)
    if plan.actions:
        owners = dict.fromkeys(pair.called(one.owner) for one in plan.actions if one.owner)
        due = sorted(one.due for one in plan.actions if one.due)
        said = plural(len(plan.actions), "action")
        said += f" for {some_of(owners)}" if owners else ""
        yield said + (f", {'the first ' if len(due) > 1 else ''}due on {day(due[0])}" if due else "")
    if plan.arises_from:
        yield f"arises from {some_of(pair.called(one) for one in plan.arises_from)}"


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, ActionPlan)
    former = {one.id: one for one in then.actions}
    for action in now.actions:
        below = pair.below("actions", action.id)
        if not below:
            continue
        subject, _ = about(pair, below[0])
        old = former.get(action.id)
        for text, covers in _action(pair, old, action) if old else [(_new(pair, action), below)]:
            yield SentencePart(text, covers, subject)


def _new(pair: Pair, action: Action) -> str:
    said = f"new, {quoted(action.text)}"
    said += f", for {pair.called(action.owner)}" if action.owner else ""
    return said + (f", due on {day(action.due)}" if action.due else "")


def _action(pair: Pair, old: Action, new: Action) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The texts about one action, each with the changes that it covers."""
    then, now = _state(pair, old), _state(pair, new)
    updates = tuple(one for one in pair.below("actions", new.id, "updates") if _covers(one, "status"))
    last = new.updates[-1] if new.updates else None
    if then and now and last and updates and (then.status != now.status or len(new.updates) > len(old.updates)):
        if then.status != now.status:
            said = f"{words(then.status)} → {words(now.status)}"
        else:
            said = f"still {words(now.status)}"
        if len(new.updates) > len(old.updates):
            said += f", {quoted(last.note)}" if last.note else ""
            said += f", with evidence: {quoted(last.evidence)}" if last.evidence else ""
        yield said, updates
    given = new.revisions[len(old.revisions) :]
    revisions = tuple(one for one in pair.below("actions", new.id, "revisions", "*") if one.before is None)
    if then and now and given and old.revisions == new.revisions[: len(old.revisions)]:
        yield _moved(pair, then, now, given[-1]), revisions
    if new.closed and not old.closed:
        at = f" at {pair.name('meeting', new.closed.meeting)}" if new.closed.meeting else ""
        on = f" on {day(new.closed.date)}" if new.closed.date and not at else ""
        why = f", {quoted(new.closed.reason)}" if new.closed.reason else ""
        yield f"closed{at}{on}{why}", pair.below("actions", new.id, "closed")
    if new.impact and old.impact == new.impact[:-1]:
        yield f"difference made: {quoted(new.impact[-1].text)}", pair.below("actions", new.id, "impact")


def _covers(change: Change, field: str) -> bool:
    """Whether a change is a new entry, or a change of this one field."""
    return change.before is None or change.keys[-1] == field


def _state(pair: Pair, action: Action) -> ActionState | None:
    if not action.set or not action.due:
        return None
    return state(pair.id, action, action.set, action.due, pair.view.day)


def _moved(pair: Pair, then: ActionState, now: ActionState, last: DueRevision) -> str:
    times = TIMES[now.moved - 1] if now.moved <= len(TIMES) else f" for the {ordinal(now.moved)} time"
    what = "moved" if now.due >= then.due else "brought forward"
    said = f"due date {what}{times}, {date_change(then.due, now.due)}"
    said += f", {quoted(last.reason)}" if last.reason else ""
    return said + (f", agreed at {pair.name('meeting', last.agreed)}" if last.agreed else "")
