"""What the home pages and the calendar say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from editions import view
from small import PARTNERSHIP, small

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.assurance.audits.windows import Window
from generator.assurance.calendar.news import News as Happened
from generator.assurance.calendar.schedule import Event
from generator.assurance.obligations.duties import Duty, Period
from generator.assurance.obligations.returns import Return
from generator.assurance.obligations.standing import ObligationStanding
from generator.components import Badge, Entries, Lead, Phrase, Stat, events, partnership, stack, states
from generator.edition import View
from generator.model.audit import Audit
from generator.model.meeting import AgendaItem, Meeting
from generator.pages.calendar import calendar
from generator.pages.home import partners, public, stats
from generator.periods import Quarter
from generator.schema import Schema

DAY = date(2026, 5, 20)
QUARTER = Period(date(2026, 4, 1), date(2026, 6, 30), "Q1 (April to June 2026)", ("2026-27-q1",))
YEARS = Period(date(2024, 4, 1), date(2026, 3, 31), "2024-25 to 2025-26", tuple(f"q{n}" for n in range(10)))
BY_GROUP = Duty("o", QUARTER, "", date(2026, 7, 30), "owed", None, (), None)
OWED = ObligationStanding("o", QUARTER, BY_GROUP.due, "owed", (BY_GROUP,))
MET = replace(OWED, state="met")
EVENT = Event("a", "action", DAY, DAY, "Do it", "action-plan/p#a", "overdue")
OPEN = ActionState("p", "a", "agency/council", "Do it", None, "on-track", DAY, DAY, DAY, 0, None, False, 0, 90)
LATE_RETURN = Return("council", Quarter(2025, 4), DAY, None, None, "outstanding", ("k01",), ())


@pytest.fixture
def seen(schemas: dict[str, Schema]) -> View:
    return view(small(schemas, {}), DAY, "partnership")


def each(*state: str) -> ObligationStanding:
    """Return an obligation that agencies owe, met by those whose state is `met`."""
    duties = tuple(replace(BY_GROUP, agency=f"a{place}", state=one) for place, one in enumerate(state))  # type: ignore[arg-type]
    return replace(OWED, duties=duties)


def test_partners_read_first_how_much_is_overdue_and_due() -> None:
    assert partners.lead(DAY, 0, 0) == ("On 20 May 2026: nothing is overdue, and no dates fall in the next six weeks.")
    assert partners.lead(DAY, 1, 1) == "On 20 May 2026: one thing is overdue, and 1 date falls in the next six weeks."
    assert partners.lead(DAY, 3, 2) == "On 20 May 2026: 3 things are overdue, and 2 dates fall in the next six weeks."


def test_an_agency_is_late_with_nothing_or_with_the_first_of_many() -> None:
    assert partners.late_items([]) == Badge("Nothing overdue", "good")
    assert partners.late_items([EVENT]) == stack(Badge("1 overdue", "poor"), Entries(["Do it"]))
    many = partners.late_items([EVENT] * 5)
    assert many == stack(Badge("5 overdue", "poor"), Entries(["Do it", "Do it", "Do it", "and 2 more"]))


def test_open_actions_are_counted_only_where_there_are_plans() -> None:
    owing = partners.OwingAgency("council", [], replace(EVENT, state="due"), 2)
    counted, plain = partners.agencies([owing], actions=True), partners.agencies([owing], actions=False)
    assert counted.rows[0][-1] == 2
    assert counted.columns[-1].title == "Actions open"
    assert plain.rows[0][-1] == "Do it"
    assert len(plain.rows[0]) == len(plain.columns)
    nothing = partners.agencies([partners.OwingAgency("council", [], None, 0)], actions=False)
    assert nothing.rows[0][2:] == (None, None)


def test_obligations_are_met_or_not_yet_due_or_were_missed() -> None:
    missed = replace(OWED, missed=replace(OWED, state="late"))
    there = {"target": "calendar/index.md"}
    assert stats.obligations([MET]) == Stat("1 of 1", "obligations met", "nothing is missing", "good", **there)
    assert stats.obligations([MET, OWED]).note == "the others are not yet due"
    assert stats.obligations([MET, missed]) == Stat(
        "1 of 2", "obligations met", "1 missed in the period before", "poor", **there
    )


def test_one_audit_has_its_week_and_several_are_counted() -> None:
    window = Window("a", DAY, DAY, 12, 4, ())
    one, two = Audit(id="a", title="Falls"), Audit(id="b", title="Fire")
    assert stats.audits([]) == Stat("None", "audits under way", "")
    assert stats.audits([(one, window)]) == Stat("4 of 12", "weeks of the audit under way", "Falls", target="audit/a")
    assert stats.audits([(one, window), (two, replace(window, week=9))]) == Stat(
        2, "audits under way", "Falls, week 4; Fire, week 9", target="audits/index.md"
    )


def test_actions_are_open_and_some_overdue() -> None:
    there = "action-plans/index.md"
    assert stats.actions([]) == Stat("None", "actions open", "none overdue", "good", "")
    assert stats.actions([OPEN]) == Stat(1, "action open", "none overdue", "good", there)
    assert stats.actions([OPEN, replace(OPEN, overdue=True)]) == Stat(2, "actions open", "1 overdue", "poor", there)


def test_outstanding_returns_name_two_agencies_at_most(seen: View) -> None:
    assert stats.returns(seen, [], []) == Stat("None", "returns outstanding", "all that were due have come", "good", "")
    assert stats.returns(seen, [LATE_RETURN], []) == Stat(
        1, "return outstanding", "from Council", "poor", "performance/returns.md"
    )
    missing = [Part("audit", agency, "not-returned", DAY, None, None) for agency in ("council", "police", "trust")]
    three = stats.returns(seen, [], missing)
    assert (three.note, three.target) == ("from Council, Police and 1 more", "audits/returns.md")
    assert stats.returns(seen, [LATE_RETURN], missing[:1]).note == "from Council"


def test_an_agenda_is_ready_when_every_item_has_a_front_sheet() -> None:
    ready, bare = AgendaItem(id="a", purpose="To agree"), AgendaItem(id="b")
    assert stats.agenda(Meeting(id="m")) == "no agenda yet"
    assert stats.agenda(Meeting(id="m", agenda=(ready,))) == "1 item, every front sheet is in"
    assert stats.agenda(Meeting(id="m", agenda=(ready, bare))) == "2 items, 1 without a front sheet"


def test_the_public_reads_who_we_are() -> None:
    assert public.lead("Testshire") == (
        "We are the organisations that keep adults in Testshire safe from abuse and neglect, together."
    )
    assert public.lead("") == "We are the organisations that keep adults safe from abuse and neglect, together."


def test_how_to_report_abuse_comes_from_the_partnerships_record(schemas: dict[str, Schema]) -> None:
    made = partnership.report_abuse(small(schemas, {}).partnership)
    assert (made.emergency, made.text, made.checked) == ("999", "In danger now? Ring 999.", "")
    assert [(one.name, one.phone) for one in made.contacts] == [("The council", "0161 496 0101")]
    checked = {**PARTNERSHIP, "contacts_checked": "2026-05-03"}
    record = small(schemas, {"partnership/board": checked}).partnership
    assert partnership.report_abuse(record).checked == "These numbers were last checked on 3 May 2026."


def test_the_calendar_begins_with_what_is_met_and_missed() -> None:
    assert calendar.lead([]) == Lead("What is due, and when.")
    assert calendar.lead([OWED]) == Lead(
        "None of the 1 entry of the quality assurance calendar are met for the present period."
    )
    missed = replace(OWED, missed=replace(OWED, state="late"))
    assert calendar.lead([MET, missed, missed]) == Lead(
        "1 of the 3 entries of the quality assurance calendar is met for the present period, and 2 were missed in the "
        "period before."
    )


def test_an_obligation_says_when_it_is_due_who_met_it_and_what_was_missed() -> None:
    soon = timedelta(weeks=6)
    assert states.obligation(MET, DAY, soon) == Phrase((Badge("Met", "good"),))
    assert states.obligation(OWED, DAY, soon) == Phrase((Badge("Due 30 Jul", "info"),))
    assert states.obligation(OWED, date(2026, 7, 1), soon) == Phrase((Badge("Due 30 Jul", "attention"),))
    assert states.obligation(each("met", "owed"), DAY, soon).parts[2] == Badge("1 of 2 in")
    assert states.obligation(each("met", "excused"), DAY, soon).parts[2] == Badge("2 of 2 in", "good")
    missed = replace(OWED, missed=each("met", "late", "late"))
    assert states.obligation(missed, DAY, soon).parts[2] == Badge("2 missing Q1", "poor")
    assert states.missed(replace(OWED, state="late")) == "Missed Q1"
    assert states.missed(replace(OWED, state="late", period=YEARS)) == "Missed"
    assert states.due(date(2027, 7, 30), DAY) == "Due Jul 2027"


def test_a_meeting_stands_otherwise_than_other_events() -> None:
    meeting = replace(EVENT, kind="meeting")
    assert states.event(meeting) == Badge("No minutes yet", "attention")
    assert states.event(replace(meeting, state="done")) == Badge("Held", "good")
    assert states.event(replace(meeting, state="due")) == Badge("Planned")
    assert states.event(replace(meeting, state="cancelled")) == Badge("Cancelled")
    assert states.event(EVENT) == Badge("Overdue", "poor")


def test_an_event_says_from_whom_it_is_to_come_or_when_it_was_done(seen: View) -> None:
    owed = replace(EVENT, kind="obligation", agencies=("council", "trust"), outstanding=("trust",))
    assert events.note(seen, owed) == "Still to come from Trust"
    assert events.note(seen, replace(owed, outstanding=("council", "trust"))) == "From all 2 agencies"
    one = replace(owed, agencies=("trust",))
    assert events.note(seen, one) == "Still to come from Trust"
    assert events.note(seen, replace(EVENT, owner="agency/council")) == "Council"
    done = replace(EVENT, state="done", done=date(2026, 5, 3))
    assert events.note(seen, done) == "Done 3 May 2026"
    assert events.note(seen, replace(done, done=DAY)) == ""


def test_lists_of_events_show_their_state_their_lateness_or_neither(seen: View) -> None:
    late = replace(EVENT, day=date(2026, 5, 18))
    assert events.events(seen, [late]).items[0].badge == Badge("Overdue", "poor")
    assert events.overdue(seen, [late]).items[0].badge == Badge("2 days late", "poor")
    assert events.upcoming(seen, [late]).items[0].badge is None
    kpi_return = replace(EVENT, kind="return", about="kpi-return/council/2026-27-q1")
    assert events.events(seen, [kpi_return]).items[0].target == "performance/returns.md"


def test_what_was_withdrawn_is_named_by_its_type_and_leads_nowhere(seen: View) -> None:
    gone = events.happened(seen, [Happened(DAY, "briefing/secret", "withdrawn")]).items[0]
    assert (gone.text, gone.target, gone.note) == ("Learning briefing", "", "Withdrawn")
    closed = events.happened(seen, [Happened(DAY, "action-plan/p#a", "closed", "Do it")]).items[0]
    assert (closed.text, closed.target, closed.note) == ("Do it", "action-plan/p#a", "Action done")
    step = events.happened(seen, [Happened(DAY, "agency/council#x", "milestone", "Audit day")]).items[0]
    assert (step.text, step.note) == ("Council", "Audit: audit day")
