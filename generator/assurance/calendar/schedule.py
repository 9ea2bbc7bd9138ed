"""What is due on which day: obligations, milestones, meetings, actions and returns, past and to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Literal

from generator.assurance.assessment import Assessment
from generator.assurance.audits.participation import RETURNS
from generator.assurance.audits.windows import MilestoneStanding
from generator.assurance.membership import gone
from generator.assurance.membership import members as belonging
from generator.assurance.obligations.duties import duties
from generator.assurance.obligations.returns import Return, returns
from generator.assurance.obligations.standing import history
from generator.model.action_plan import ActionPlan
from generator.model.audit import Audit
from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.model.obligation import Obligation
from generator.register import Register
from generator.wording import the

Kind = Literal["obligation", "milestone", "meeting", "action", "return"]
State = Literal["due", "overdue", "done", "done-late", "excused", "cancelled"]
_AGENCY = "agency/"


@dataclass(frozen=True)
class Event:
    """Something to be done on `day`, or from `first` to `day`. `said` is the text: what is to be done.

    `uid` stays when dates move. `agencies` are those who must do it, `outstanding` those who have not. `about` is the
    record concerned, `type/id`, or empty. `owner` is who must do an action, `agency/<id>` or `group/<id>`, or empty.
    """

    uid: str
    kind: Kind
    first: date
    day: date
    said: str
    about: str
    state: State
    done: date | None = None
    agencies: tuple[str, ...] = ()
    outstanding: tuple[str, ...] = ()
    owner: str = ""

    def of(self, agency: str) -> Event:
        """Return the event as one agency's own: done as soon as that agency has done it."""
        if self.state in ("due", "overdue") and agency not in self.outstanding:
            return replace(self, state="done", outstanding=())
        return self


def schedule(register: Register, assessment: Assessment, since: date, until: date) -> tuple[Event, ...]:
    """Return every event from `since` to `until`, both included, in order of day, past and planned."""
    return tuple(one for one in _all_events(register, assessment, until) if since <= one.day <= until)


@lru_cache(maxsize=3)
def _all_events(register: Register, assessment: Assessment, until: date) -> tuple[Event, ...]:
    """Every event; cached, because the pages and feeds of one edition ask for them one after another."""
    every = (
        *_obligations(register, assessment, until),
        *_milestones(register, assessment),
        *_meetings(register, assessment.day),
        *_actions(register, assessment),
        *_returns(register, assessment, until),
    )
    return tuple(sorted(every, key=lambda one: (one.day, one.uid)))


def overdue(events: Iterable[Event], day: date) -> tuple[Event, ...]:
    """Return the overdue events, the longest first: no meetings, and obligations only of the last 92 days."""
    since = day - timedelta(days=92)
    return tuple(
        one
        for one in events
        if one.state == "overdue" and one.kind != "meeting" and (one.kind != "obligation" or one.day >= since)
    )


def of_agency(events: Iterable[Event], agency: str) -> tuple[Event, ...]:
    """Return the events that one agency has a part in, as its own; meetings of groups it sits on included."""
    return tuple(event.of(agency) for event in events if agency in event.agencies)


def _obligations(register: Register, assessment: Assessment, until: date) -> Iterator[Event]:
    """Obligations' events: as they stand for periods that have begun, and when they are due for later ones."""
    to_come = [duty for duty in duties(register, until) if duty.period.start > assessment.day]
    for one in history([*assessment.duties, *to_come]):
        obligation = register.get(Obligation, one.obligation)
        ahead = one.period.start > assessment.day
        state = "due" if ahead else _DUTY_STATES[one.state]
        yield Event(
            f"obligation/{one.obligation}/{one.period.start}",
            "obligation",
            one.due,
            one.due,
            f"{obligation.title if obligation else one.obligation}, {one.period.label}",
            f"obligation/{one.obligation}",
            state,
            None if ahead else one.done,
            tuple(duty.agency for duty in one.duties if duty.agency),
            one.outstanding,
        )


_DUTY_STATES: dict[str, State] = {
    "met": "done", "met-late": "done-late", "excused": "excused", "owed": "due", "late": "overdue",
}  # fmt: skip


def _milestones(register: Register, assessment: Assessment) -> Iterator[Event]:
    parts = {
        audit: [part for part in found if part.state != "exempt"]
        for audit, found in groupby(assessment.participation, lambda part: part.audit)
    }
    for window in assessment.windows.values():
        audit = register.get(Audit, window.audit)
        for step in window.milestones:
            owed = parts.get(window.audit, []) if step.role == RETURNS else []
            yield Event(
                f"audit/{window.audit}/{step.id}",
                "milestone",
                step.planned,
                step.latest,
                f"{step.title}: {audit.title if audit else window.audit}",
                f"audit/{window.audit}",
                _milestone_state(step),
                step.actual,
                tuple(part.agency for part in owed),
                tuple(part.agency for part in owed if part.received is None),
            )


def _milestone_state(step: MilestoneStanding) -> State:
    return "due" if step.state == "planned" else step.state


def _meetings(register: Register, day: date) -> Iterator[Event]:
    for meeting in register.all(Meeting):
        group = register.get(Group, meeting.group)
        planned = meeting.day
        if planned is None:
            continue
        held = meeting.minutes.held if meeting.minutes else None
        state: State = "done" if held else "cancelled" if meeting.cancelled else "overdue" if planned < day else "due"
        said = f"Meeting of {the(group.title if group else meeting.group)}"
        members = belonging(register, group.agencies, group.terms, planned) if group else ()
        waiting = members if state == "due" else ()
        about = f"meeting/{meeting.id}"
        yield Event(about, "meeting", planned, held or planned, said, about, state, held, members, waiting)


def _actions(register: Register, assessment: Assessment) -> Iterator[Event]:
    plans = {plan.id: plan for plan in register.all(ActionPlan)}
    for one in assessment.actions:
        if one.status == "withdrawn":
            continue
        state: State = "overdue" if one.overdue else "due"
        if one.closed:
            state = "done" if one.closed <= one.due else "done-late"
        uid = f"action-plan/{one.plan}#{one.action}"
        said = f"{one.text} ({plans[one.plan].title})" if one.plan in plans else one.text
        yield _action(assessment, uid, one.due, said, one.owner, state, one.closed)
    for meeting in register.all(Meeting):
        for taken in meeting.minutes.actions if meeting.minutes else ():
            if taken.due:
                state = "overdue" if assessment.day > taken.due else "due"
                if taken.done:
                    state = "done" if taken.done <= taken.due else "done-late"
                uid = f"meeting/{meeting.id}#{taken.id}"
                yield _action(assessment, uid, taken.due, taken.text, taken.owner or "", state, taken.done)


def _action(
    assessment: Assessment, uid: str, due: date, said: str, owner: str, state: State, done: date | None
) -> Event:
    """An action's event; while it is open it is not that of an agency that has left."""
    left = done is None and gone(assessment.register, owner, assessment.day)
    agencies = (owner.removeprefix(_AGENCY),) if owner.startswith(_AGENCY) and not left else ()
    waiting = agencies if done is None else ()
    return Event(uid, "action", due, due, " ".join(said.split()), uid, state, done, agencies, waiting, owner)


def _returns(register: Register, assessment: Assessment, until: date) -> Iterator[Event]:
    to_come = [one for one in returns(register, until) if one.quarter.end >= assessment.day]
    for quarter, owed in groupby([*assessment.returns, *to_come], lambda one: one.quarter):
        each = tuple(owed)
        waiting = tuple(one.agency for one in each if one.received is None)
        came = [one.received for one in each if one.received]
        state = _returns_state(each, assessment.day)
        said = f"KPI returns for {quarter.label}"
        agencies = tuple(one.agency for one in each)
        done = max(came) if came and not waiting else None
        due = each[0].due
        yield Event(f"kpi-return/{quarter}", "return", due, due, said, "", state, done, agencies, waiting)


def _returns_state(owed: tuple[Return, ...], day: date) -> State:
    if any(one.received is None for one in owed):
        return "overdue" if day > owed[0].due else "due"
    return "done-late" if any(one.state == "received-late" for one in owed) else "done"
