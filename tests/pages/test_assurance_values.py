"""What pages of assurance say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from editions import view
from small import PARTNERSHIP, small

from generator.components import Badge, Callout, Facts, GridCell, Lead, Link, Stat, phrase, states
from generator.edition import View
from generator.model.challenge import Challenge, ChallengeOutcome, ChallengeResponse, Party
from generator.model.lists import Step as Rating
from generator.model.qa_statement import QaStatement, StatementItem
from generator.model.risk import Risk, RiskAssessment, RiskClosure
from generator.model.self_evaluation import SelfEvaluation
from generator.pages.assurance import (
    challenge,
    coverage,
    notification,
    overview,
    qa_statement,
    qa_statements,
    risk,
    risks,
    self_evaluation,
)
from generator.schema import Schema

DAY = date(2026, 5, 20)
LATE = DAY - timedelta(days=1)
FRAMEWORK: dict[str, Any] = {
    "title": "Framework",
    "applies_from": "2025-04-01",
    "purpose": "To know.",
    "principles": [{"id": "prevention", "title": "Prevention", "text": "Before harm."}],
    "sources": [{"id": "people", "title": "People", "text": "What they say."}],
    "evaluators": [{"id": "chair", "title": "Chair"}, {"id": "scrutineer", "title": "Independent Scrutineer"}],
    "statement_ratings": [
        {"id": "sure", "title": "Sure", "meaning": "good", "text": "we know"},
        {"id": "unsure", "title": "Unsure", "meaning": "poor", "text": "we don't"},
    ],
}


@pytest.fixture(scope="module")
def board(schemas: dict[str, Schema]) -> View:
    """A board with its own evaluators and two ratings, one agency's statement and a priority."""
    types = ("agency", "framework", "priority", "self-evaluation", "qa-statement", "audit", "survey")
    records = {
        "framework/2025": FRAMEWORK,
        "partnership/board": {**PARTNERSHIP, "types_in_use": [{"type": one} for one in types]},
    }
    return view(small(schemas, records), DAY, "partnership")


def judged(*scores: tuple[int, int], closed: date | None = None) -> Risk:
    made = tuple(RiskAssessment(likelihood=one, impact=other, date=DAY) for one, other in scores)
    return Risk(id="a", title="Harm", assessments=made, closed=RiskClosure(date=closed) if closed else None)


def test_the_first_sentence_of_assurance_counts_what_is_weak() -> None:
    some = overview.lead({"met": 1, "attention": 1, "not-met": 2}, 0, 1, 3)
    assert some == Lead(
        "Where is assurance weak? Of 4 requirements, 1 is met, 1 wants attention and 2 are unmet. "
        "No opinion falls short."
    )
    assert overview.lead({"met": 30}, 0, 0, 0).text.endswith("30 are met, none want attention and none are unmet.")
    assert overview.lead({}, 1, 5, 3) == Lead("Where is assurance weak? On 1 of 5 themes the opinion falls short.")


def test_risks_alone_make_a_sentence_too() -> None:
    said = "No requirement is assessed and no opinion is given yet; 1 risk is watched."
    assert overview.lead({}, 0, 0, 1) == Lead(f"Where is assurance weak? {said}")


def test_figures_of_assurance_are_shown_only_for_what_there_is() -> None:
    assert overview.requirement_stats({}) == overview.opinion_stats(0, 0) == overview.risk_stats([]) == []
    assert [one.kind for one in overview.requirement_stats({"met": 3, "attention": 1})] == ["good", "attention"]
    assert overview.risk_stats([judged((5, 4)), judged((1, 1))]) == [
        Stat(20, "Greatest risk, of 25", "2 risks watched", "poor", "assurance/risks/index.md")
    ]


def test_what_nobody_examined_names_only_types_in_use(schemas: dict[str, Schema]) -> None:
    priority = {"title": "Fire", "plan": "Plan", "text": "Fewer fires.", "starts": "2025-04-01", "ends": "2028-03-31"}
    types = [{"type": one} for one in ("agency", "framework", "priority", "audit", "survey")]
    records = {"framework/2025": FRAMEWORK, "partnership/board": {**PARTNERSHIP, "types_in_use": types}}
    few = view(small(schemas, {**records, "priority/fire": priority}), DAY, "partnership")
    found = coverage.unexamined(few)
    assert found is not None
    assert found.items[-1] == phrase("The priority ", Link("priority/fire", "Fire"), ": no audit or survey")
    assert coverage.examined(few).text.endswith("and every priority by an audit or a survey.")


def test_without_priorities_nothing_is_said_of_them(board: View) -> None:
    assert coverage.examined(board).text.endswith("every principle was looked at through every source.")


def test_a_challenge_waits_is_overdue_answered_or_ended() -> None:
    def state(**known: Any) -> Badge:
        return challenge.state(Challenge(id="a", **known), DAY)

    assert state(response_due=DAY) == Badge("Waits for an answer", "info")
    assert state(response_due=LATE) == Badge("Answer overdue", "poor")
    assert state(response_due=LATE, response=ChallengeResponse()) == Badge("Answered, not ended", "info")
    assert state(outcome=ChallengeOutcome(kind="partly-resolved")) == Badge("Partly resolved", "attention")
    assert state(outcome=ChallengeOutcome(kind="withdrawn")) == Badge("Withdrawn")


def test_the_parties_of_a_challenge_are_bodies_roles_or_both() -> None:
    body = Link("agency/police")
    assert challenge.party(Party(body="agency/police", role="Inspector")) == phrase(body, " (Inspector)")
    assert challenge.party(Party(body="agency/police")) == phrase(body)
    assert challenge.party(Party(role="A carer")) == phrase("A carer")
    assert challenge.party(Party()) is None


def test_open_challenges_are_counted_of_all() -> None:
    open, ended = Challenge(id="a"), Challenge(id="b", outcome=ChallengeOutcome())
    assert challenge.lead([open]) == Lead("1 challenge is still open.")
    assert challenge.lead([open, open, ended]) == Lead("2 challenges are still open, of 3 raised.")
    assert challenge.lead([ended]) == Lead("No challenges are still open, of 1 raised.")


def test_a_risk_moved_since_the_assessment_before() -> None:
    assert risks.moved(judged((2, 2))) == "first judged"
    assert risks.moved(judged((2, 2), (2, 4))) == "up 4"
    assert risks.moved(judged((3, 3), (2, 3))) == "down 3"
    assert risks.moved(judged((2, 3), (3, 2))) == "same"


def test_the_register_begins_with_the_greatest_risk() -> None:
    assert risks.lead([]) == Lead("No risk is watched at present.")
    assert risks.lead([judged((5, 4))]) == Lead("1 risk is watched. The greatest, at 20 of 25: Harm.")
    assert risks.lead([judged((5, 4)), judged((1, 1))]).text.startswith("2 risks are watched.")


def test_a_score_is_high_medium_or_low_as_the_key_says() -> None:
    assert [states.score(one).kind for one in (15, 14, 8, 7)] == ["poor", "attention", "attention", "done"]
    assert [text for _, text in states.scores()] == ["15 or more", "8 to 14", "below 8"]


def test_the_matrix_has_likelihood_upwards_and_impact_to_the_right() -> None:
    made = risks.matrix([judged((4, 2))])
    assert (made.rows[0], made.columns[0]) == ("5 almost certain", "1 slight")
    place = made.cells[1][1]
    assert (place.score, place.risks) == (8, [GridCell("Harm", "attention", "risk/a")])
    assert sum(len(one.risks) for row in made.cells for one in row) == 1


def test_a_closed_risk_says_so_instead_of_its_score() -> None:
    assert risk.byline(judged((5, 4), closed=DAY)).items[0] == Badge("Closed")
    assert risk.byline(judged((5, 4))).items[:2] == [Badge("20 high", "poor"), "Likelihood: almost certain"]
    assert risk.closure(judged((5, 4))) is None
    assert risk.closure(judged((5, 4), closed=DAY)) == Callout("neutral", "Closed on 20 May 2026", "")
    assert risk.facts(Risk(id="a", raised=DAY)) == Facts([("Entered", "20 May 2026")])


def test_a_risk_threatens_one_priority_or_several() -> None:
    assert risk.threatens(["fire"]).parts[0] == "It threatens the priority "
    assert risk.threatens(["fire", "fraud"]).parts[0] == "It threatens the priorities "


def test_concerns_are_counted_and_so_is_how_long_they_took() -> None:
    assert notification.lead(1, 0) == Lead(
        "Agencies notified 1 issue of concern in the last four quarters. No issues are still open."
    )
    assert notification.lead(12, 1).text.endswith(
        "12 issues of concern in the last four quarters. 1 issue is still open."
    )
    assert notification.waited(2.5) == "Half of the issues were notified within 3 days of the agency knowing of them."
    assert notification.waited(0).endswith("on the day on which the agency knew of them.")


def test_a_self_evaluation_names_the_evaluators_of_the_board(board: View) -> None:
    one = SelfEvaluation(id="a", year="2025-26", date=DAY, authors=("chair", "scrutineer"))
    said = "was made by the Chair and the Independent Scrutineer on 20 May 2026."
    assert self_evaluation.lead(board, one) == Lead(f"The latest strategic self-evaluation, of 2025-26, {said}")
    assert self_evaluation.missing(board, one) is None


def test_an_evaluator_who_took_no_part_is_named_with_the_reason(board: View) -> None:
    asked = "No reason is recorded. The framework asks for the Chair and the Independent Scrutineer."
    without = "Made without the Independent Scrutineer"
    alone = SelfEvaluation(id="a", authors=("chair",))
    assert self_evaluation.missing(board, alone) == Callout("attention", without, asked)
    excused = SelfEvaluation(id="a", authors=("chair",), reason="The post was vacant.")
    assert self_evaluation.missing(board, excused) == Callout("attention", without, "The post was vacant.")


def practice(id: str, rating: str, section: str = "Work") -> StatementItem:
    return StatementItem(id=id, section=section, statement="We ask.", rating=rating)


def test_statements_are_counted_in_the_ratings_of_the_board() -> None:
    scale = [Rating(id="sure", title="Sure"), Rating(id="unsure", title="Unsure")]
    one = QaStatement(id="a", items=(practice("p", "sure"), practice("q", "unsure")))
    assert qa_statements.lead(scale, [one], 3) == Lead(
        "1 of 3 agencies has given a statement. It rates 2 practices: 1 sure and 1 unsure."
    )
    both = qa_statements.lead(scale, [one, one], 3)
    assert both == Lead("2 of 3 agencies have given a statement. They rate 4 practices: 2 sure and 2 unsure.")


def test_a_section_shows_its_worst_rating_and_how_many_practices_have_it(board: View) -> None:
    items = (practice("p", "sure"), practice("q", "unsure"), practice("r", "sure", "Rest"))
    one = QaStatement(id="a", items=items)
    assert qa_statements.worst(board, one, "Work") == GridCell("Unsure 1 of 2", "poor")
    assert qa_statements.worst(board, one, "Rest") == GridCell("Sure", "good")
    assert qa_statements.worst(board, one, "Play") is None
    assert qa_statements.worst(board, None, "Work") == GridCell("No statement", "neutral")


def test_a_practice_is_better_or_worse_than_before(board: View) -> None:
    sure, unsure = Badge("Sure", "good"), Badge("Unsure", "poor")
    assert qa_statement.rated(board, "sure", "unsure") == phrase(sure, " better than before")
    assert qa_statement.rated(board, "unsure", "sure") == phrase(unsure, " worse than before")
    assert qa_statement.rated(board, "sure", "sure") == qa_statement.rated(board, "sure", None) == phrase(sure)
    assert qa_statement.counts(board, QaStatement(id="a", items=(practice("p", "unsure"),))) == [
        Badge("1 unsure", "poor")
    ]


def test_a_statement_is_given_due_late_or_came_after_its_period() -> None:
    def duty(state: str) -> Any:
        return SimpleNamespace(state=state, due=DAY, period=SimpleNamespace(end=LATE))

    early, after = QaStatement(id="a", received=LATE), QaStatement(id="a", received=DAY)
    assert qa_statements.standing(None, None) is None
    assert qa_statements.standing(early, None) == Badge("Given", "good")
    assert qa_statements.standing(after, duty("owed")) == Badge("Next by 20 May 2026", "info")
    assert qa_statements.standing(after, duty("late")) == Badge("Given after 20 May 2026", "attention")
    assert qa_statements.standing(early, duty("late")) == Badge("Late since 20 May 2026", "poor")
