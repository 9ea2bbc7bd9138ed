"""Meetings: what is coming with its pack of front sheets, and of those held the attendance, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from generator.components import Badge, Byline, Callout, Link, phrase
from generator.edition import View
from generator.model.group import Group
from generator.model.meeting import Cancellation, Meeting
from generator.page import Page
from generator.pages.assurance import agenda, meetings, minutes
from generator.wording import day, plural

State = Literal["held", "cancelled", "minutes-awaited", "coming"]
STATES: dict[State, Badge] = {
    "held": Badge("Held", "good"),
    "cancelled": Badge("Called off"),
    "minutes-awaited": Badge("Minutes awaited", "attention"),
    "coming": Badge("Coming", "info"),
}


def pages(view: View) -> Iterator[Page]:
    every = sorted(view.all(Meeting), key=lambda one: (one.date, one.group))
    if not every:
        return
    stands = {one.id: state(one, view.day) for one in every}
    past = [one for one in reversed(every) if stands[one.id] in ("held", "cancelled")]
    groups = view.all(Group)
    yield Page(
        path="assurance/meetings/index.md",
        template="assurance/meetings.md.jinja",
        title="Meetings",
        description="What comes to each group's next meeting, what was decided, and who came.",
        context={
            "lead": meetings.lead(view, next((one for one in every if stands[one.id] == "coming"), None)),
            "coming": meetings.coming(view, [one for one in every if stands[one.id] == "coming"]),
            "awaited": meetings.awaited(view, [one for one in every if stands[one.id] == "minutes-awaited"]),
            "actions": meetings.actions(view, every),
            "attendance": [grid for group in groups if (grid := meetings.attendance(group, every))],
            "groups": [one for group in groups if (one := meetings.group_meetings(group, past))],
        },
    )
    for meeting in every:
        yield _page(view, meeting)


def state(meeting: Meeting, day: date) -> State:
    """Return whether it was held, was called off, is still to come, or is past with no minutes yet."""
    if meeting.minutes and meeting.minutes.held:
        return "held"
    if meeting.cancelled:
        return "cancelled"
    return "minutes-awaited" if meeting.day and meeting.day < day else "coming"


def _page(view: View, meeting: Meeting) -> Page:
    name, group = meetings.name(view, meeting), view.get(Group, meeting.group)
    coming = state(meeting, view.day) == "coming"
    taken = meeting.minutes
    return Page(
        path=f"assurance/meetings/{meeting.id}.md",
        template="assurance/meeting.md.jinja",
        title=name,
        description=f"{name}: agenda, papers, attendance, decisions and actions.",
        context={
            "byline": byline(meeting, group, view.day),
            "cancelled": _cancelled(meeting.cancelled) if meeting.cancelled else None,
            "incomplete": agenda.incomplete(meeting, group) if coming else None,
            "decisions": minutes.decisions(taken) if taken else None,
            "agreed": minutes.agreed(taken) if taken else None,
            "actions": minutes.actions(view, taken) if taken else None,
            "agenda": [agenda.item(view, meeting, one, coming) for one in meeting.agenda],
            "attendance": minutes.attendance(taken) if taken else None,
        },
        record=("meeting", meeting.id),
        kicker="Meeting pack" if coming else "Meeting",
    )


def byline(meeting: Meeting, group: Group | None, today: date) -> Byline:
    """Return how a meeting stands, who chaired it or is to chair it, and how many agencies were present."""
    said: list[Any] = [STATES[state(meeting, today)]]
    if meeting.minutes and meeting.minutes.chaired_by:
        said.append(f"Chaired by {meeting.minutes.chaired_by}")
    elif group and group.chair:
        said.append(f"Chair: {group.chair}")
    came = meeting.minutes.attendance if meeting.minutes else ()
    if came:
        said.append(f"{sum(one.present for one in came)} of {plural(len(came), 'agency', 'agencies')} present")
    return Byline(said)


def _cancelled(one: Cancellation) -> dict[str, Any]:
    return {
        "why": Callout("neutral", f"Called off on {day(one.date)}", one.reason),
        "instead": phrase("Held instead: ", Link(f"meeting/{one.instead}"), ".") if one.instead else None,
    }
