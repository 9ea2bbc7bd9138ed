"""What pages of the framework say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assurance.figures.disclosure import Policy
from generator.assurance.obligations.duties import Duty, Period, State
from generator.assurance.obligations.standing import ObligationStanding
from generator.components import GridCell, Lead, Link, Paragraph, Phrase, Strong, phrase, stack, states
from generator.model.framework import Framework, ProcessStep, Review
from generator.model.group import Group
from generator.model.meeting import Cancellation, Meeting, Minutes
from generator.model.methodology import Milestone
from generator.model.obligation import Due, Obligation
from generator.model.partnership import BusinessPlan, Partnership, RoleContact
from generator.model.term import Term
from generator.pages.about import partnership
from generator.pages.framework import (
    editions,
    framework,
    group,
    methodology,
    obligation,
    obligations,
    priority,
    process,
    record_type,
    term,
)
from generator.schema import Schema
from generator.schema.fields import Field

DAY = date(2026, 5, 20)
PERIOD = Period(date(2026, 4, 1), date(2026, 6, 30), "Q1 2026-27", ("2026-27-q1",))
DUE = date(2026, 7, 1)


def standing(state: State, done: date | None = None, missed: ObligationStanding | None = None) -> ObligationStanding:
    duty = Duty("x", PERIOD, "council", DUE, state, done, (), None)
    return ObligationStanding("x", PERIOD, DUE, state, (duty,), missed)


def test_a_step_names_where_it_leads_only_where_that_is_not_the_next_one() -> None:
    first = ProcessStep(id="a", title="Plan", text="Decide what to ask.", next=("b",))
    second = ProcessStep(id="b", title="Audit", text="Ask it.", next=("a", "c"))
    third = ProcessStep(id="c", title="Learn", text="Say what was learned.")
    said = list(process.texts([first, second, third]))
    assert said[0] == phrase(Strong("Plan."), " Decide what to ask.")
    assert said[1] == phrase(Strong("Audit."), " Ask it.", Phrase((" Leads to: Plan; Learn.",), soft=True))
    assert said[2] == phrase(Strong("Learn."), " Say what was learned.")


def test_types_of_information_are_counted_in_the_heading() -> None:
    assert framework.kinds(3) == "Three types of information"
    assert framework.kinds(1) == "The type of information"


@pytest.mark.parametrize(
    ("ends", "reviewed", "due"),
    [
        (date(2026, 3, 31), None, True),
        (date(2026, 3, 31), date(2026, 3, 31), False),
        (date(2026, 3, 31), date(2026, 2, 1), True),
        (date(2027, 3, 31), None, False),
        (None, None, False),
    ],
)
def test_a_review_is_due_once_the_plan_has_ended(ends: date | None, reviewed: date | None, due: bool) -> None:
    version = Framework(id="a", reviews=(Review(date=reviewed),) if reviewed else ())
    assert (framework.review_due(version, BusinessPlan(title="The plan", ends=ends), DAY) is not None) is due
    assert framework.review_due(version, None, DAY) is None


def test_a_group_says_who_leads_it_and_whom_it_reports_to() -> None:
    names = {"board": "Executive Board"}
    assert group.standing(Group(id="a", chair="Independent Chair", parent="board"), names) == (
        ", led by the Independent Chair, reports to the Executive Board."
    )
    assert group.standing(Group(id="a", parent="elsewhere"), names) == "."


def test_a_group_has_a_last_meeting_and_a_next_one() -> None:
    held = Meeting(id="a", group="qap", date="2026-04-01", minutes=Minutes(held=date(2026, 4, 1)))
    cancelled = Meeting(id="b", group="qap", date="2026-06-01", cancelled=Cancellation())
    coming = Meeting(id="c", group="qap", date="2026-07-01")
    other = Meeting(id="d", group="board", date="2026-06-01")
    every = [coming, other, cancelled, held]
    assert group.meetings(every, "qap", DAY) == (held, coming)
    assert group.meetings(every, "learning", DAY) == (None, None)


@pytest.mark.parametrize(
    ("milestone", "words"),
    [
        (Milestone(week=2, before_start=True), "Before week 2"),
        (Milestone(week=3), "Week 3"),
        (Milestone(week=4, last_week=4), "Week 4"),
        (Milestone(week=4, last_week=8), "Weeks 4 to 8"),
    ],
)
def test_a_milestone_is_due_before_or_in_or_through_weeks(milestone: Milestone, words: str) -> None:
    assert methodology.week(milestone) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, "Due 28 days after the period ends."),
        (Due(days=1), "Due 1 day after the period ends."),
        (Due(days=-14), "Due 14 days before the period ends."),
        (Due(days=0), "Due by the end of the period."),
        (Due(days=0, reason="The board meets then."), "Due by the end of the period: the board meets then."),
    ],
)
def test_an_obligation_says_when_it_is_due_and_why(due: Due | None, words: str) -> None:
    assert obligation.due(Obligation(id="x", due=due), 28) == words


def test_how_an_obligation_stood_counts_agencies_only_where_each_owes_it() -> None:
    met = standing("met", done=date(2026, 6, 2))
    line = Phrase(("Due 1 Jul 2026, met 2 Jun 2026",), soft=True)
    assert obligation.state_in_period(Obligation(id="x"), met) == stack(states.OBLIGATIONS["met"], None, line)
    every = obligation.state_in_period(Obligation(id="x", owed_by="each-agency"), standing("late"))
    assert every.parts[1:] == ("0 of 1 agency", Phrase(("Due 1 Jul 2026",), soft=True))


def test_the_obligations_page_counts_what_is_met_and_what_was_missed() -> None:
    met, late, behind = standing("met"), standing("late"), standing("owed", missed=standing("late"))
    asks = "The quality assurance calendar asks for"
    assert obligations.lead(3, [met, late, behind]) == Lead(
        f"{asks} 3 things. In the present period 1 is already met, and 2 were missed in the period before."
    )
    assert obligations.lead(1, []) == Lead(f"{asks} 1 thing. In the present period none are already met.")


def test_a_term_links_the_terms_to_see_as_well_where_they_are_shown() -> None:
    one = Term(id="a", title="Alert", meaning="A first report.", see=("b", "gone"))
    see = term.meaning(one, {"a": "Alert", "b": "Concern"}).items[-1]
    assert isinstance(see, Paragraph)
    assert "Concern" in str(see)
    assert "gone" not in str(see)
    assert len(term.meaning(Term(id="a", meaning="A first report."), {}).items) == 1


def field(audience: str = "public", own: str = "", **more: str) -> Field:
    return Field("a.b", "Total", "How many.", False, audience, own or audience, (), "whole number", **more)


def test_a_field_says_who_sees_it_and_how() -> None:
    assert editions.seen(field("working"), "Office") == "Office"
    assert (
        editions.seen(field("partnership", "public"), "Office") == "Office and partners (limited by the group it is in)"
    )
    assert editions.seen(field(counts="people"), "Office") == "Everyone; rounded for everyone"


def test_a_type_says_how_much_of_it_an_edition_has(schemas: dict[str, Schema]) -> None:
    audit, sar = schemas["audit"], schemas["sar"]
    assert editions.cell(audit, "working") == GridCell("All fields", "good")
    assert editions.cell(audit, "public") == GridCell("Nothing", "neutral")
    assert editions.cell(sar, "public").word.endswith(" fields once published")
    assert editions.cell(schemas["notification"], "public") == GridCell("Never: counts only", "poor")


def test_the_name_of_a_file_says_what_its_parts_are() -> None:
    assert record_type.name_meaning(("id",)).startswith("The file’s name is a short name of your own")
    assert record_type.name_meaning(("agency", "quarter")).startswith(
        "The file’s name says the id of the agency and the quarter, such as 2026-27-q3:"
    )
    assert record_type.sample_id(("audit-tool", "date")) == "a-audit-tool/2026-03-31"


def test_a_field_says_what_is_written_there_line_by_line() -> None:
    (plain,) = record_type.meaning(field()).parts
    assert plain == phrase(Strong("Total"), ". How many. ", Phrase(("(whole number)",), soft=True))
    known = record_type.meaning(field(counts="people", known="object")).parts
    assert known[1].startswith("A count of people")
    assert known[2] == "A fact: before that day, all that goes with it is not known."


def test_the_page_about_the_site_says_whom_it_is_for() -> None:
    board = Partnership(id="a", title="Testshire Safeguarding Adults Board", place="Testshire")
    whose = "This is the quality assurance site of the Testshire Safeguarding Adults Board"
    assert partnership.lead(board, public=True) == Lead(f"{whose}, for the people of Testshire.")
    assert partnership.lead(board, public=False) == Lead(f"{whose}.")


def test_whom_to_ask_is_a_role_with_its_mailbox_where_it_has_one() -> None:
    mail = Link("mailto:data@example.org", "data@example.org")
    assert partnership.contact(None) is None
    assert partnership.contact(RoleContact(role="Data Lead")) == phrase("Data Lead")
    assert partnership.contact(RoleContact(role="Data Lead", email="data@example.org")) == phrase(
        "Data Lead", ", ", mail
    )


def test_priorities_of_a_plan_that_has_ended_say_so() -> None:
    plan = BusinessPlan(title="The plan", ends=date(2026, 3, 31))
    said = priority.ended(plan, DAY)
    assert said
    assert said.body.startswith("The plan ended on 31 March 2026.")
    assert priority.ended(plan, date(2026, 3, 31)) is None
    assert priority.ended(None, DAY) is None


def test_who_sees_what_speaks_of_counts_only_where_they_are_changed() -> None:
    exact = editions.how("Office", Policy(threshold=0, base=1, suppress_zero=False).words)
    rounded = editions.how("Office", Policy().words)
    assert [title for title, _ in exact.items] == ["The type", "The field", "The step reached"]
    assert rounded.items[-1][0] == "Counts of people"
    assert "below 5, zero included, are withheld" in rounded.items[-1][1]
