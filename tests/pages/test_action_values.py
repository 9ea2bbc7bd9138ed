"""What pages of action plans say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.assurance.actions.status import ActionState
from generator.components import Badge, Byline, Lead, Link, phrase
from generator.model.action_plan import ActionPlan
from generator.model.record import Stage
from generator.pages.action_plans import action, action_plan, overview

DAY = date(2026, 5, 20)
OPEN = ActionState("p", "a", "agency/a", "Do it", None, "on-track", DAY, DAY, DAY, 0, None, False, 0, 90)
LATE = replace(OPEN, overdue=True, days_late=3, days_left=-3)
DONE = replace(OPEN, status="complete", closed=DAY)


def test_the_index_begins_with_how_many_are_open_and_overdue() -> None:
    assert overview.lead([]) == Lead("No action is open.")
    assert overview.lead([OPEN]) == Lead("1 action is open. None is overdue.")
    assert overview.lead([OPEN, LATE]) == Lead("2 actions are open. 1 is overdue, the longest by 3 days.")


def test_a_plan_begins_with_what_is_closed_and_what_is_next() -> None:
    assert action_plan.lead([]) == Lead("No action has been set yet.")
    assert action_plan.lead([DONE, OPEN]) == Lead("1 action of 2 is closed. Next due: 20 May 2026.")
    assert action_plan.lead([DONE, DONE, LATE]) == Lead("2 actions of 3 are closed, 1 is overdue.")


def test_a_plan_says_who_agreed_it() -> None:
    agreed = ActionPlan(id="p", stages=(Stage(stage="agreed", date=DAY, meeting="qap/2026-05-20"),))
    meeting = phrase("20 May 2026", " at ", Link("meeting/qap/2026-05-20"))
    assert action_plan.byline(agreed) == Byline([Badge("Agreed", "good"), meeting])
    chair = ActionPlan(id="p", stages=(Stage(stage="agreed", date=DAY, role="Chair"),))
    assert action_plan.byline(chair) == Byline([Badge("Agreed", "good"), phrase("20 May 2026", " by ", "the Chair")])
    draft = ActionPlan(id="p", stages=(Stage(stage="draft", date=DAY),))
    assert action_plan.byline(draft) == Byline([Badge("Draft", "draft")])
    assert action_plan.byline(ActionPlan(id="p")) is None


def test_a_plans_actions_stand_together() -> None:
    assert overview.standing([LATE, DONE]) == Badge("1 overdue", "poor")
    assert overview.standing([OPEN, DONE]) == Badge("None overdue", "info")
    assert overview.standing([DONE]) == Badge("All closed", "good")
    assert overview.standing([]) is None


def test_how_late_an_action_is_and_how_often_it_was_moved() -> None:
    assert overview.lateness(OPEN) == ""
    assert overview.lateness(replace(LATE, moved=2)) == "3 days late, moved twice"
    assert overview.lateness(replace(OPEN, days_left=4)) == "in 4 days"
    assert action.due(LATE) == "20 May 2026, 3 days ago"
    assert action.due(OPEN) == "20 May 2026"
    moved = replace(OPEN, moved=1, due=date(2026, 5, 30))
    assert action.moved(moved) == "20 May 2026, moved once, by 10 days in all"
