"""What pages of the framework say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assurance.obligations.duties import Duty, Period, State
from generator.assurance.obligations.standing import ObligationStanding
from generator.components import Lead, Paragraph, Phrase, Strong, phrase, stack, states
from generator.model.framework import Framework, ProcessStep, Review
from generator.model.group import Group
from generator.model.meeting import Cancellation, Meeting, Minutes
from generator.model.methodology import Milestone
from generator.model.obligation import Due, Obligation
from generator.model.partnership import BusinessPlan
from generator.model.term import Term
from generator.pages.framework import framework, group, methodology, obligation, obligations, process, term

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
        (date(2026, 3, 31), date(2026, 4, 2), False),
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
    assert obligation.stood(Obligation(id="x"), met) == stack(states.DUTIES["met"], None, line)
    every = obligation.stood(Obligation(id="x", owed_by="each-agency"), standing("late"))
    assert every.parts[1:] == ("0 of 1 agencies", Phrase(("Due 1 Jul 2026",), soft=True))


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
