"""What pages of reviews say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from generator.assurance.actions.status import ActionState
from generator.assurance.learning.reviews import ReviewStanding, State
from generator.components import Badge, Lead, Phrase, Stat, phrase, states
from generator.model.deep_dive import DeepDive
from generator.model.inspection import Inspection
from generator.model.learning_review import LearningReview
from generator.model.lists import AdultReviews
from generator.model.peer_review import PeerReview
from generator.model.sar import PublicationDecision, Sar
from generator.pages.agencies import agency
from generator.pages.reviews import deep_dive, inspection, learning_review, peer_review, sar_steps, sars
from generator.wording import times

DAY = date(2026, 5, 20)


def standing(
    state: State, began: date | None = None, ended: date | None = None, limit: int | None = 6
) -> ReviewStanding:
    due = date(began.year + (began.month + 5) // 12, (began.month + 5) % 12 + 1, began.day) if began and limit else None
    return ReviewStanding("x", state, None, began, limit, due, ended, DAY)


def action(status: str = "on-track", overdue: bool = False, closed: date | None = None) -> ActionState:
    return ActionState("p", "a", "agency/a", "Do it", None, status, DAY, DAY, DAY, 0, closed, overdue, 0)


def test_a_peer_review_is_held_or_planned_or_neither() -> None:
    assert peer_review.when(PeerReview(id="a", held=DAY)) == "Held 20 May 2026"
    assert peer_review.when(PeerReview(id="a", planned=DAY)) == "Planned for 20 May 2026"
    assert peer_review.when(PeerReview(id="a")) == ""


def test_a_deep_dive_is_under_way_until_its_date_is_past() -> None:
    assert deep_dive.state(DeepDive(id="a", due=DAY), DAY) == phrase(Badge("Under way", "info"), " due 20 May 2026")
    late = deep_dive.state(DeepDive(id="a", due=date(2026, 5, 19)), DAY)
    assert late == phrase(Badge("Past its date", "attention"), " due 19 May 2026")
    assert deep_dive.state(DeepDive(id="a"), DAY) == Phrase((Badge("Under way", "info"),))


def test_a_learning_review_is_completed_or_under_way_or_not_begun() -> None:
    assert learning_review.state(LearningReview(id="a", completed=DAY)) == phrase("20 May 2026")
    begun = learning_review.state(LearningReview(id="a", started=DAY))
    assert begun == phrase(Badge("Under way", "info"), " since 20 May 2026")
    assert learning_review.state(LearningReview(id="a")) == phrase(Badge("Not begun"))


def test_learning_that_has_not_been_received_says_how_far_the_review_is() -> None:
    said = "The learning has not been received yet"
    assert learning_review.awaited(LearningReview(id="a", completed=DAY)) == f"{said}."
    assert learning_review.awaited(LearningReview(id="a", started=DAY)) == f"{said}: the review is under way."
    assert learning_review.awaited(LearningReview(id="a")) == f"{said}: the review has not begun."


def test_reviews_of_deaths_are_asked_for_by_law_only_where_the_framework_names_one() -> None:
    required, chosen = (sars.lead(AdultReviews(law=law), public=True) for law in ("the Act", None))
    assert required
    assert chosen
    assert "the law asks us to find out whether" in required.text
    assert "the law" not in chosen.text
    assert "neglect, we find out whether" in chosen.text
    assert sars.lead(AdultReviews(purpose="To learn."), public=False) == Lead("To learn.")
    assert sars.lead(AdultReviews(), public=False) is None


def test_what_is_checked_before_publication_is_done_or_not_yet() -> None:
    decided = PublicationDecision(decision="full", family_informed=True)
    checked = [row[1] for row in sar_steps.safeguards(Sar(id="a", publication=decided)).rows]
    assert checked == [Badge("Yes", "done"), Badge("Not yet", "attention"), Badge("Not yet", "attention")]


def test_reviews_are_counted_by_how_far_they_are() -> None:
    late, ended = standing("under-way", date(2025, 9, 1)), standing("published", date(2025, 9, 1), date(2025, 12, 1))

    def stats(*every: ReviewStanding, limit: int | None = 6, edition: str = "partnership") -> list[Stat]:
        return list(sars.stats(SimpleNamespace(edition=edition), every, limit).items)  # type: ignore[arg-type]

    assert stats(late, ended) == [
        Stat(1, "under way", "1 review past six months", "attention"),
        Stat(0, "referred or decided, not begun"),
        Stat(1, "completed", "1 of them within six months"),
        Stat(1, "published"),
    ]
    assert stats(standing("under-way", date(2026, 2, 20)))[0] == Stat(1, "under way", "all within six months", "good")
    assert stats(standing("under-way", date(2026, 2, 20), limit=None), limit=None)[0] == Stat(1, "under way")
    working = stats(standing("completed", date(2025, 9, 1), date(2025, 12, 1)), edition="working")
    assert working[3] == Stat(1, "awaiting a publication decision", "Seen in this edition only", "attention")


def test_inspections_that_nobody_answered_are_named() -> None:
    one = Inspection(id="a", title="Home")
    unanswered = Stat(1, "of these with no response or action yet", "Home", "attention")
    assert inspection.stats([one], [one], [one]).items[-1] == unanswered
    assert inspection.stats([one], [one], []).items[-1].note == "Each has been answered"
    assert inspection.stats([one], [], []).items[-1].note == ""


def test_the_length_of_a_review_says_whether_it_runs_and_passed_its_time() -> None:
    long = standing("under-way", date(2025, 9, 1))
    assert states.review_length(long) == "8.6 months so far, longer than the six allowed"
    assert states.review_length(standing("under-way", date(2026, 2, 20))) == "2.9 months so far"
    assert states.review_length(standing("completed", date(2025, 9, 1), date(2025, 12, 1))) == "3 months"
    assert states.review_length(standing("decided")) == ""
    assert states.review(long) == Badge("Under way, past its time", "attention")
    assert states.review(standing("completed"), awaiting=True) == Badge("Awaiting a publication decision", "attention")


def test_actions_done_are_counted_without_those_withdrawn() -> None:
    found = [action("complete", closed=DAY), action("withdrawn", closed=DAY), action(overdue=True)]
    assert sars.done(found) == phrase("1 of 3", " ", Badge("1 overdue", "poor"))
    assert sars.done([]) == phrase("None set")


def test_how_often_a_date_was_moved_is_in_words() -> None:
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]


def test_an_agencys_first_sentence_counts_what_is_overdue_and_what_comes() -> None:
    def lead(late: int, soon: int) -> Lead:
        return agency.lead(SimpleNamespace(overdue=[1] * late), soon, DAY)  # type: ignore[arg-type]

    assert lead(0, 0) == Lead("Nothing is overdue, and nothing falls due before 20 May 2026.")
    assert lead(1, 1) == Lead("1 thing is overdue, and 1 thing falls due by 20 May 2026.")
    assert lead(2, 3) == Lead("2 things are overdue, and 3 things fall due by 20 May 2026.")
