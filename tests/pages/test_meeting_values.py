"""What pages of meetings say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from generator.assurance.audits.windows import MilestoneStanding, Window
from generator.components import Badge, Facts, GridCell, Link, states
from generator.model.group import Group, StandingItem
from generator.model.meeting import AgendaItem, Attendance, Cancellation, Meeting, MeetingAction, Minutes
from generator.pages.assurance import agenda, meeting, meetings, minutes

DAY = date(2026, 5, 20)
LATE = DAY - timedelta(days=1)


def held(*present: bool, chaired_by: str | None = None) -> Minutes:
    came = tuple(Attendance(agency=f"a{at}", present=one) for at, one in enumerate(present))
    return Minutes(held=DAY, attendance=came, chaired_by=chaired_by)


def test_a_meeting_is_held_called_off_awaited_or_coming() -> None:
    def state(**known: Any) -> meeting.State:
        return meeting.state(Meeting(id="a", date="2026-05-19", **known), DAY)

    assert state(minutes=held()) == "held"
    assert state(cancelled=Cancellation()) == "cancelled"
    assert state() == "minutes-awaited"
    assert meeting.state(Meeting(id="a", date="2026-05-20"), DAY) == "coming"


def test_a_meeting_says_who_chaired_it_and_how_many_agencies_were_present() -> None:
    group = Group(id="g", chair="Independent Chair")
    planned = Meeting(id="a", date="2026-06-20")
    assert meeting.byline(planned, group, DAY).items == [Badge("Coming", "info"), "Chair: Independent Chair"]
    assert meeting.byline(planned, None, DAY).items == [Badge("Coming", "info")]
    past = Meeting(id="a", date="2026-05-20", minutes=held(True, True, False, chaired_by="Vice Chair"))
    assert meeting.byline(past, group, DAY).items[1:] == ["Chaired by Vice Chair", "2 of 3 agencies present"]


def test_a_pack_lacks_front_sheets_or_standing_items_or_nothing() -> None:
    bare = AgendaItem(id="plan", title="New tool", kind="approval")
    group = Group(id="g", standing_items=(StandingItem(id="risks", title="Risks"),))
    found = agenda.incomplete(Meeting(id="a", agenda=(bare,)), group)
    assert found is not None
    assert [one.text for one in found.body.items] == [
        "No purpose or no decision sought yet: New tool.",
        "Standing items not on the agenda: Risks.",
    ]
    whole = AgendaItem(id="a", kind="approval", purpose="To agree.", decision_sought="Agree.")
    asked = AgendaItem(id="b", kind="risks")
    assert agenda.incomplete(Meeting(id="a", agenda=(whole, asked)), group) is None
    assert agenda.front_sheet(bare) is None
    assert agenda.front_sheet(AgendaItem(purpose="To agree.")) == Facts([("Purpose", "To agree.")])


def window(starts: date, *steps: MilestoneStanding) -> Window:
    return Window("a", starts, starts + timedelta(weeks=12, days=-1), 12, None, steps)


def test_an_audit_is_in_a_week_or_not_yet_or_no_longer_in_its_window() -> None:
    soon = DAY + timedelta(days=10)
    assert agenda.at_meeting(window(DAY), soon, DAY) == "Week 2 of 12"
    assert agenda.at_meeting(window(date(2026, 7, 1)), soon, DAY) == "Starts 1 Jul 2026"
    assert agenda.at_meeting(window(date(2026, 1, 1)), soon, DAY) == "Past its window"


def test_the_next_milestone_is_the_first_that_has_not_happened() -> None:
    done = MilestoneStanding("a", None, "Notice", 1, 1, DAY, DAY, DAY, DAY, "done", None)
    open = MilestoneStanding("b", None, "Audit day", 2, 2, DAY, DAY, DAY, None, "due", None)
    assert agenda.next_milestone(window(DAY, done, open)) == "Audit day, by 20 May 2026"
    assert agenda.next_milestone(window(DAY, done)) is None


def test_an_action_of_a_meeting_is_done_overdue_or_open() -> None:
    late = MeetingAction(due=LATE)
    assert minutes.action(MeetingAction(due=LATE, done=DAY), DAY) == Badge("Done 20 May 2026", "good")
    assert minutes.action(late, DAY) == Badge("Overdue", "poor")
    assert minutes.action(MeetingAction(due=DAY), DAY) == minutes.action(MeetingAction(), DAY) == Badge("Open", "info")
    assert meetings.due(late, DAY) == Badge("Overdue since 19 May 2026", "poor")
    assert (meetings.due(MeetingAction(due=DAY), DAY), meetings.due(MeetingAction(), DAY)) == ("20 May 2026", "")


def test_an_agency_came_or_sent_a_deputy_or_did_not() -> None:
    assert states.attendance(Attendance(present=True)) == Badge("Present", "good")
    assert states.attendance(Attendance(present=True, deputy=True)) == Badge("Deputy", "done")
    assert states.attendance(Attendance()) == Badge("Absent", "attention")


def test_attendance_is_of_the_meetings_that_have_a_record_of_it() -> None:
    group = Group(id="g", title="Board")
    one, other = (Meeting(id=f"g/{n}", group="g", minutes=held(True, False)) for n in (1, 2))
    grid = meetings.attendance(group, [one])
    assert grid is not None
    assert grid.caption == "Board: who came to the last meeting"
    assert grid.cells == [[GridCell("Present", "good")], [GridCell("Absent", "attention")]]
    both = meetings.attendance(group, [one, other, Meeting(id="g/3", group="g", minutes=held())])
    assert both is not None
    assert both.caption == "Board: who came to the last 2 meetings with a record of attendance"
    assert meetings.attendance(group, [Meeting(id="g/3", group="g", minutes=held())]) is None


def test_earlier_meetings_of_a_group_are_folded_away() -> None:
    group = Group(id="g", title="Board")
    past = [Meeting(id=f"g/{n}", group="g", date="2026-05-20", minutes=held(True)) for n in range(7)]
    made = meetings.group_meetings(group, past)
    assert made is not None
    assert [type(one).__name__ for one in made["meetings"].items] == ["Table", "More"]
    shown, earlier = made["meetings"].items
    assert (len(shown.rows), earlier.summary) == (6, "1 earlier meeting")
    off = meetings.group_meetings(group, [Meeting(id="g/1", group="g", date="2026-05-20", cancelled=Cancellation())])
    assert off is not None
    assert off["meetings"].items[0].rows == [(Link("meeting/g/1", "20 May 2026"), Badge("Called off"), None)]
    assert meetings.group_meetings(group, []) is None
