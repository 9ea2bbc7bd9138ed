"""How things stand, as badges: audits, milestones, returns, obligations, events, actions, reviews and judgements."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.programme import Slot
from generator.assurance.audits.standing import AuditStanding
from generator.assurance.calendar.schedule import Event
from generator.assurance.learning.reviews import ReviewStanding
from generator.assurance.obligations.standing import ObligationStanding
from generator.components.inline import Badge, Phrase, phrase
from generator.model.meeting import Attendance
from generator.model.record import Record
from generator.wording import day, sentence, spelled

MILESTONES = {
    "done": Badge("On time", "good"),
    "done-late": Badge("Late", "attention"),
    "overdue": Badge("Overdue", "poor"),
    "due": Badge("Due now", "info"),
    "planned": Badge("Planned"),
}
"""Milestones of an audit."""
AUDIT_PARTS = {
    "returned": Badge("On time", "good"),
    "returned-late": Badge("Late", "attention"),
    "nil": Badge("Nil return", "done"),
    "exempt": Badge("Exempt"),
    "awaited": Badge("Awaited", "info"),
    "not-returned": Badge("Not returned", "poor"),
}
"""An agency's part in an audit."""
PROGRAMME_AUDITS = {
    "planned": Badge("Planned"),
    "not-started": Badge("Not started", "poor"),
    "running": Badge("Running", "info"),
    "overrun": Badge("Past its weeks", "attention"),
    "finished": Badge("Finished", "good"),
    "dropped": Badge("Dropped"),
}
"""Audits of a programme."""
OBLIGATIONS = {
    "met": Badge("Met", "good"),
    "met-late": Badge("Met late", "done"),
    "excused": Badge("Excused"),
    "owed": Badge("Not yet due"),
    "late": Badge("Late", "poor"),
}
"""Obligations in a period."""
EVENTS = {
    "done": Badge("Done", "good"),
    "done-late": Badge("Done late", "done"),
    "excused": Badge("Excused"),
    "cancelled": Badge("Cancelled"),
    "overdue": Badge("Overdue", "poor"),
    "due": Badge("Due", "info"),
}
"""Dated events, meetings apart."""
_MEETINGS = {"overdue": Badge("No minutes yet", "attention"), "done": Badge("Held", "good"), "due": Badge("Planned")}
RETURNS = {
    "received": Badge("On time", "good"),
    "received-late": Badge("Late", "attention"),
    "outstanding": Badge("Outstanding", "poor"),
    "not-yet-due": Badge("Not yet due", "info"),
}
"""KPI returns."""
REQUIREMENTS = {
    "met": Badge("Met", "good"),
    "attention": Badge("Wants attention", "attention"),
    "not-met": Badge("Not met", "poor"),
    "nothing-due": Badge("Nothing due"),
}
"""Requirements of the framework."""
_MOST_OF_A_YEAR = 300
"""Days."""
_NAMES_OF_A_YEAR = 5
"""How many names a period of a year has: its own and those of its four quarters."""
HIGH, MEDIUM = 15, 8
"""The least scores of a high and of a medium risk, of 25."""
_ACTIONS = {"on-track": "info", "at-risk": "attention", "complete": "done", "embedded": "good"}
_REVIEWS = {
    "referred": Badge("Decision awaited", "info"),
    "no-review": Badge("No such review held"),
    "decided": Badge("Decided, not begun", "info"),
    "under-way": Badge("Under way", "info"),
    "completed": Badge("Completed", "done"),
    "to-be-published": Badge("To be published", "info"),
    "not-published": Badge("Not to be published"),
    "published": Badge("Published", "good"),
    "withdrawn": Badge("Withdrawn"),
}


def audit(one: AuditStanding) -> Badge:
    """Return where an audit is: its week while it runs."""
    if one.state == "running" and one.window and one.window.week:
        return Badge(f"Week {one.window.week} of {one.window.weeks}", "info")
    if one.state == "overrun" and one.window:
        return Badge(f"Past its {one.window.weeks} weeks", "attention")
    return PROGRAMME_AUDITS[one.state]


def slot(one: Slot) -> Phrase:
    """Return how an audit of a programme stands, and whether it was added or moved since."""
    if one.first is None:
        return phrase(PROGRAMME_AUDITS[one.state], " ", Badge("Not in the programme", "attention"))
    if one.added:
        return phrase(PROGRAMME_AUDITS[one.state], " ", Badge("Added", "info"))
    if one.first != one.quarter:
        return phrase(PROGRAMME_AUDITS[one.state], " ", Badge("Moved", "attention"))
    return phrase(PROGRAMME_AUDITS[one.state])


def action(one: ActionState) -> Badge:
    """Return how an action stands: overdue, or the status that was last recorded."""
    if one.overdue:
        return Badge("Overdue", "poor")
    return Badge(sentence(one.status), _ACTIONS.get(one.status, "neutral"))


def event(one: Event) -> Badge:
    """Return how a dated event stands; a meeting is planned or held, or waits for its minutes."""
    return (_MEETINGS if one.kind == "meeting" else {}).get(one.state) or EVENTS[one.state]


def obligation(one: ObligationStanding, today: date, soon: timedelta) -> Phrase:
    """Return how an obligation stands in the present period: when it is due, who has met it, what was missed before.

    What is due within `soon` is marked.
    """
    said: list[Any] = [OBLIGATIONS[one.state]]
    if one.state == "owed":
        said = [Badge(due(one.due, today), "attention" if one.due <= today + soon else "info")]
    if one.owed > 1:
        said += [" ", Badge(f"{one.met} of {one.owed} in", "good" if one.met == one.owed else "neutral")]
    if one.missed:
        said += [" ", Badge(missed(one.missed), "poor")]
    return Phrase(tuple(said))


def due(day: date, today: date) -> str:
    """Return a due date in few words: `Due 30 Jul`, or without its day where it is most of a year away."""
    return f"Due {day.day} {day:%b}" if (day - today).days < _MOST_OF_A_YEAR else f"Due {day:%b} {day.year}"


def missed(one: ObligationStanding) -> str:
    """Return how much of an obligation was missed in a period: `2 missing Q1`, `Missed 2025-26`, `Missed`."""
    count = f"{one.owed - one.met} missing" if one.met else "Missed"
    return count if len(one.period.names) > _NAMES_OF_A_YEAR else f"{count} {one.period.label.partition(' (')[0]}"


def attendance(one: Attendance) -> Badge:
    """Return whether an agency came to a meeting, or sent a deputy."""
    if not one.present:
        return Badge("Absent", "attention")
    return Badge("Deputy", "done") if one.deputy else Badge("Present", "good")


def review(standing: ReviewStanding, awaiting: bool = False) -> Badge:
    """Return the step that a review has reached; `awaiting`: whether to publish it has yet to be decided."""
    if awaiting:
        return Badge("Awaiting a publication decision", "attention")
    if standing.state == "under-way" and standing.over:
        return Badge("Under way, past its time", "attention")
    return _REVIEWS[standing.state]


def review_length(standing: ReviewStanding) -> str:
    """Return how long a review took against the time it may take: `7.5 months, longer than the six allowed`."""
    if standing.months is None:
        return ""
    so_far = " so far" if standing.running else ""
    over = f", longer than the {spelled(standing.limit)} allowed" if standing.over and standing.limit else ""
    return f"{standing.months:g} months{so_far}{over}"


def stage(record: Record) -> Badge | str:
    """Return when a record was published, or else the stage it has reached; nothing for one without stages."""
    last = record.last_stage
    on = f" {day(last.date)}" if isinstance(last.date, date) else ""
    match last.stage:
        case "published":
            return f"Published{on}"
        case "agreed":
            return Badge("Agreed, not yet published", "info")
        case "accuracy-check":
            return Badge("Being checked for accuracy", "draft")
        case "withdrawn":
            return Badge(f"Withdrawn{on}")
        case "draft":
            return Badge("Draft", "draft")
    return ""


def score(number: int) -> Badge:
    """Return a risk's score, 1 to 25, in a word."""
    if number >= HIGH:
        return Badge(f"{number} high", "poor")
    return Badge(f"{number} medium", "attention") if number >= MEDIUM else Badge(f"{number} low", "done")


def scores() -> tuple[tuple[Badge, str], ...]:
    """Return each kind of score a risk can have, the highest first, and which scores are of that kind."""
    return (
        (Badge("High", "poor"), f"{HIGH} or more"),
        (Badge("Medium", "attention"), f"{MEDIUM} to {HIGH - 1}"),
        (Badge("Low", "done"), f"below {MEDIUM}"),
    )
