"""One action of a plan: how it stands, what happened to it, and the difference it made."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.components import (
    Blocks,
    Callout,
    Event,
    Facts,
    Link,
    Paragraph,
    Passage,
    Timeline,
    links,
    phrase,
    stack,
    states,
)
from generator.components.inline import Phrase
from generator.components.owners import owner
from generator.edition import View
from generator.model.action_plan import Action
from generator.wording import day, listed, plural, sentence, times, words

_KINDS = {"on-track": "info", "at-risk": "attention", "complete": "done", "embedded": "good"}
_SCOPES = {"single-agency": "One agency", "multi-agency": "Several agencies together"}


def action(view: View, number: int, one: Action, state: ActionState | None) -> dict[str, Any]:
    """Return what a plan's page says of one action; `state` is how it stands, where that is known."""
    name = view.name(one.owner) if one.owner else "no owner"
    closed = state is not None and state.closed is not None and state.status != "withdrawn"
    return {
        "title": f"Action {number}: {name}",
        "anchor": one.id,
        "text": Passage(one.text),
        "facts": facts(view, one, state),
        "events": events(one, state),
        "impact": _impact(one),
        "no_impact": closed and not one.impact,
    }


def facts(view: View, one: Action, state: ActionState | None) -> Facts:
    """Return who does an action, by when, how it stands and what it answers."""
    pairs: list[tuple[str, Any]] = []
    if state:
        pairs += [("How it stands", states.action(state)), ("Due", due(state))]
        if state.moved:
            pairs.append(("First due", moved(state)))
        if state.closed and state.on_time is not None:
            when = "by the date first set" if state.on_time else "after the date first set"
            pairs.append(("Closed", f"{day(state.closed)}, {when}"))
    pairs += [
        ("Owner", owner(view, one.owner, open=state is None or state.open)),
        ("Supported by", _links(one.supported_by)),
        ("Scope", _SCOPES[one.scope] if one.scope else None),
        ("Priority", sentence(one.priority) if one.priority else None),
        ("Answers", _answers(view, one)),
    ]
    return Facts([(name, value) for name, value in pairs if value is not None])


def due(state: ActionState) -> str:
    """Return when an action is due, and how long ago or how soon that is."""
    if state.overdue:
        return f"{day(state.due)}, {plural(state.days_late, 'day')} ago"
    return f"{day(state.due)}, in {plural(state.days_left, 'day')}" if state.soon else day(state.due)


def moved(state: ActionState) -> str:
    """Return when an action was first due, and how often and how far that was moved."""
    return f"{day(state.original)}, moved {times(state.moved)}, by {plural(state.slipped_days, 'day')} in all"


def _links(targets: tuple[str, ...]) -> Any:
    return links(targets) if targets else None


def _answers(view: View, one: Action) -> Phrase | None:
    """The text of each finding and recommendation that an action answers."""
    parts: list[Any] = []
    for target in one.answers:
        link = Link(target, _statement(view, target) or "")
        parts += ["; ", link] if parts else [link]
    return Phrase(tuple(parts)) if parts else None


def _statement(view: View, target: str) -> str | None:
    """The text of the finding or recommendation `type/id#item`; None where it is withheld."""
    whole, _, item = target.partition("#")
    type, _, id = whole.partition("/")
    entry = view.register.entries.get(type, {}).get(id)
    lists = [value for value in entry.value.values() if isinstance(value, list)] if entry else []
    found = next((one for held in lists for one in held if isinstance(one, dict) and one.get("id") == item), {})
    return found.get("statement") or found.get("text") or found.get("title")


def events(one: Action, state: ActionState | None) -> Timeline:
    """Return what happened to an action, oldest first, and when it is due if it is open."""
    dated: list[tuple[date, Event]] = []
    if one.set:
        by = f"To be done by {day(one.due)}." if one.due else ""
        dated.append((one.set, Event("Set", "info", actual=day(one.set), note=by)))
    for revision in one.revisions:
        if revision.date:
            agreed = (" Agreed at ", Link(f"meeting/{revision.agreed}"), ".") if revision.agreed else ()
            note = phrase(revision.reason, *agreed)
            title = f"Moved to {day(revision.due)}"
            dated.append((revision.date, Event(title, "attention", actual=day(revision.date), note=note)))
    for update in one.updates:
        if update.date:
            evidence = f"Evidence: {update.evidence}" if update.evidence else None
            said = stack(update.note, evidence) if update.note or evidence else ""
            kind = _KINDS.get(update.status, "neutral")
            dated.append((update.date, Event(sentence(update.status), kind, actual=day(update.date), note=said)))
    if one.closed and one.closed.date:
        meeting = Link(f"meeting/{one.closed.meeting}") if one.closed.meeting else None
        parts = [part for part in (one.closed.reason, " " if one.closed.reason and meeting else None, meeting) if part]
        title = "Closed by the meeting" if meeting else "Closed"
        closing = Event(title, "good", actual=day(one.closed.date), note=phrase(*parts) if parts else "")
        dated.append((one.closed.date, closing))
    made = [event for _, event in sorted(dated, key=lambda pair: pair[0])]
    if state and state.open:
        late = f"{plural(state.days_late, 'day')} overdue" if state.overdue else ""
        made.append(Event("Due", "poor" if state.overdue else "neutral", late, planned=day(state.due)))
    return Timeline(made)


def _impact(one: Action) -> Callout | None:
    if not one.impact:
        return None
    said: list[Any] = []
    for effect in one.impact:
        sources = f", from {listed([words(source) for source in effect.sources])}" if effect.sources else ""
        said += [Passage(effect.text), Paragraph(Phrase((f"Seen on {day(effect.date)}{sources}.",), soft=True))]
    return Callout("good", "So what: the difference it made", Blocks(said))
