"""How Safeguarding Adult Reviews are timed, what answers them and which themes recur."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assurance.learning.reviews import judged, standing, state
from generator.model.framework import Framework
from generator.model.lists import AdultReviews, ReviewDecision
from generator.model.record import Stage
from generator.model.sar import PublicationDecision, QualityMarker, Sar, SarDecision
from generator.periods import months_later

DAY = date(2026, 11, 20)
FRAMEWORK = Framework(
    id="f",
    adult_reviews=AdultReviews(months=6),
    review_decisions=(
        ReviewDecision(id="mandatory", title="Required", review=True),
        ReviewDecision(id="criteria-not-met", title="Not met", review=False),
    ),
)
BEGUN = {"referred": date(2026, 1, 5), "decision": SarDecision(date=date(2026, 3, 2), kind="mandatory")}


def test_six_months_end_on_the_same_day_or_the_last_of_a_shorter_month() -> None:
    assert months_later(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert months_later(date(2026, 5, 20), 6) == DAY


def test_a_review_is_over_six_months_from_the_day_after() -> None:
    begun = date(2026, 5, 20)
    assert standing(Sar(id="a", started=begun, **BEGUN), FRAMEWORK, DAY).over is False
    assert standing(Sar(id="a", started=begun, **BEGUN), FRAMEWORK, date(2026, 11, 21)).over is True
    ended = standing(Sar(id="a", started=begun, completed=date(2026, 8, 20), **BEGUN), FRAMEWORK, date(2030, 1, 1))
    assert (ended.over, ended.months, ended.running) == (False, 3.0, False)
    assert ended.days_to_decide == 56


def test_without_a_beginning_there_is_no_time() -> None:
    known = standing(Sar(id="a", completed=DAY, stages=(Stage(stage="published", date=DAY),)), FRAMEWORK, DAY)
    assert (known.months, known.over, known.due, known.days_to_decide) == (None, None, None, None)


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        ("referred", {"decision": None}),
        ("decided", {}),
        ("no-review", {"decision": SarDecision(kind="criteria-not-met")}),
        ("under-way", {"started": DAY}),
        ("completed", {"started": DAY, "completed": DAY}),
        ("to-be-published", {"completed": DAY, "publication": PublicationDecision(decision="summary")}),
        ("not-published", {"completed": DAY, "publication": PublicationDecision(decision="not-published")}),
        ("published", {"completed": DAY, "stages": (Stage(stage="agreed"), Stage(stage="published"))}),
        ("withdrawn", {"completed": DAY, "stages": (Stage(stage="published"), Stage(stage="withdrawn"))}),
    ],
)
def test_the_step_reached(expected: str, fields: dict[str, object]) -> None:
    assert state(Sar(id="a", **{**BEGUN, **fields}), FRAMEWORK) == expected


def test_the_last_dated_judgement_of_a_marker_counts() -> None:
    markers = (
        QualityMarker(marker="commissioning", date=date(2026, 6, 1), status="met"),
        QualityMarker(marker="commissioning", date=date(2026, 2, 1), status="not-met"),
    )
    assert judged(Sar(id="a", quality_markers=markers))["commissioning"].status == "met"


def test_a_framework_without_a_time_limit_holds_no_review_to_one() -> None:
    free = Framework(id="f", review_decisions=FRAMEWORK.review_decisions)
    known = standing(Sar(id="a", started=date(2020, 1, 1), **BEGUN), free, DAY)
    assert (known.due, known.over, known.running) == (None, None, True)
