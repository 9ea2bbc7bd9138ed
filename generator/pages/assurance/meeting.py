"""Meetings: what is coming with its pack of front sheets, and of those held the attendance, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from generator.assurance.audits.windows import Window
from generator.edition import View
from generator.model.audit import Audit
from generator.model.group import Group
from generator.model.meeting import AgendaItem, Attendance, Meeting
from generator.model.programme import PlannedAudit, Programme
from generator.page import Page
from generator.periods import Year
from generator.register.names import day_in_words

State = Literal["held", "cancelled", "minutes-awaited", "coming"]
SHOWN = 8
"""How many of a group's meetings the attendance grid shows."""

DECIDED = frozenset({"findings", "approval", "audit-notice"})
"""The kinds of agenda item that want a decision, and so a front sheet that says which and why."""

SEE = {
    "action-plans": ("action-plan", "action-plans/index.md", "Every action as it stands"),
    "assurance": ("requirement", "assurance/index.md", "Where assurance is weak"),
    "dashboard": ("indicator", "performance/index.md", "The figures as they stand"),
    "forward-plan": ("programme", "audits/forward-plan.md", "The whole forward plan"),
    "good-practice": ("good-practice", "learning/good-practice/index.md", "Good practice"),
    "inspections": ("inspection", "reviews/inspections/index.md", "Inspections"),
    "risks": ("risk", "assurance/risks/index.md", "Every risk as it stands"),
    "sar-review": ("sar", "reviews/sars/index.md", "Every referral and review as it stands"),
    "single-agency": ("report", "assurance/reports/index.md", "What each agency reported"),
    "voice": ("voice", "learning/voice/index.md", "What adults told agencies"),
}
"""What the site shows of an agenda item's kind: the type in use, the page and its words."""


def pages(view: View) -> Iterator[Page]:
    meetings = sorted(view.all(Meeting), key=lambda one: (one.date, one.group))
    if not meetings:
        return
    groups = {one.id: one for one in view.all(Group)}
    titles = {one.id: _title(groups, one) for one in meetings}
    states = {one.id: state(one, view.day) for one in meetings}
    coming = [one for one in meetings if states[one.id] == "coming"]
    yield Page(
        path="assurance/meetings/index.md",
        template="assurance/meetings.md.jinja",
        title="Meetings",
        description="What comes to each group's next meeting, what was decided, and who came.",
        context={
            "coming": coming,
            "awaited": [one for one in meetings if states[one.id] == "minutes-awaited"],
            "past": [one for one in reversed(meetings) if states[one.id] in ("held", "cancelled")],
            "states": states,
            "titles": titles,
            "groups": groups,
            "attendance": {id: _attendance(meetings, id) for id in groups},
            "actions": [
                (one, action)
                for one in meetings
                for action in (one.minutes.actions if one.minutes else ())
                if action.done is None
            ],
        },
    )
    for meeting in meetings:
        yield _page(view, meeting, titles, states[meeting.id], groups.get(meeting.group))


def _page(view: View, meeting: Meeting, titles: Mapping[str, str], state: State, group: Group | None) -> Page:
    items = {item.id for item in meeting.agenda}
    decisions = meeting.minutes.decisions if meeting.minutes else ()
    on_agenda = items | {item.kind for item in meeting.agenda}
    return Page(
        path=f"assurance/meetings/{meeting.id}.md",
        template="assurance/meeting.md.jinja",
        title=titles[meeting.id],
        description=f"{titles[meeting.id]}: agenda, papers, attendance, decisions and actions.",
        context={
            "meeting": meeting,
            "state": state,
            "group": group,
            "windows": _running(view, meeting.day) if state == "coming" and meeting.day else [],
            "planned": _planned(view, meeting) if state == "coming" else [],
            "missing": [one.title for one in group.standing_items if one.id not in on_agenda] if group else [],
            "thin": [
                one for one in meeting.agenda if one.kind in DECIDED and not (one.purpose and one.decision_sought)
            ],
            "see": SEE,
            "decided": {id: [one for one in decisions if one.item == id] for id in items},
            "otherwise": [one for one in decisions if one.item not in items],
        },
        record=("meeting", meeting.id),
        kicker="Meeting pack" if state == "coming" else "Meeting",
    )


def state(meeting: Meeting, day: date) -> State:
    """Whether it was held, was called off, is still to come, or is past with no minutes yet."""
    if meeting.minutes and meeting.minutes.held:
        return "held"
    if meeting.cancelled:
        return "cancelled"
    return "minutes-awaited" if meeting.day and meeting.day < day else "coming"


def _title(groups: Mapping[str, Group], meeting: Meeting) -> str:
    group = groups.get(meeting.group)
    return f"{meeting.title or (group.title if group else meeting.group)}, {day_in_words(meeting.date)}"


def _told(item: AgendaItem) -> bool:
    return bool(item.purpose and item.decision_sought)


def _running(view: View, day: date) -> list[tuple[Audit, Window, int | None]]:
    """The audits not yet presented by the meeting, with the week of their window it falls in."""
    found = []
    for audit in view.all(Audit):
        window = view.assessment.windows.get(audit.id)
        if window and not window.finished:
            week = (day - window.starts).days // 7 + 1 if window.starts <= day <= window.ends else None
            found.append((audit, window, week))
    return sorted(found, key=lambda one: one[1].starts)


def _planned(view: View, meeting: Meeting) -> list[PlannedAudit]:
    """The audits of the year's programme that have no record yet."""
    year = Year.of(meeting.day, view.partnership.year_starts) if meeting.day else None
    programme = view.get(Programme, str(year))
    dropped = {one.item for one in programme.changes if one.change == "dropped"} if programme else set()
    planned = programme.audits if programme else ()
    return [one for one in planned if one.id not in dropped and view.get(Audit, one.audit) is None]


def _attendance(meetings: Sequence[Meeting], group: str) -> tuple[list[Meeting], Mapping[str, list[str]]]:
    """The last meetings of a group that say who came, and each agency's part in them: a word, or nothing."""
    known = [one for one in meetings if one.group == group and one.minutes and one.minutes.attendance][-SHOWN:]
    came = [{one.agency: _came(one) for one in each.minutes.attendance} for each in known if each.minutes]
    agencies = dict.fromkeys(agency for each in came for agency in each)
    return known, {agency: [each.get(agency, "") for each in came] for agency in agencies}


def _came(one: Attendance) -> str:
    return "Deputy" if one.present and one.deputy else "Present" if one.present else "Absent"
