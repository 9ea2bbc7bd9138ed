"""The score of a risk over time."""

from __future__ import annotations

from datetime import date

from generator.charts.risk_score import risk_score
from generator.model.risk import Risk, RiskAssessment, RiskClosure

SPRING, AUTUMN, DAY = date(2026, 4, 14), date(2026, 10, 13), date(2026, 11, 20)


def risk(*judged: tuple[date, int, int], closed: date | None = None) -> Risk:
    assessments = tuple(RiskAssessment(date=day, likelihood=one, impact=two) for day, one, two in judged)
    return Risk(id="one", assessments=assessments, closed=RiskClosure(date=closed) if closed else None)


def test_the_sentence_says_how_the_score_moved() -> None:
    assert risk_score(risk((SPRING, 4, 3), (AUTUMN, 3, 3)), DAY).sentence == (
        "The score fell from 12 on 14 April 2026 to 9 on 13 October 2026."
    )
    assert "stayed at 12" in risk_score(risk((SPRING, 4, 3), (AUTUMN, 3, 4)), DAY).sentence


def test_a_score_holds_until_the_day_or_until_the_risk_was_closed() -> None:
    judged = ((SPRING, 4, 3), (AUTUMN, 3, 3))
    ends = [
        risk_score(one, DAY).specification["datasets"]["points"][-1]["day"]
        for one in (risk(*judged), risk(*judged, closed=date(2026, 11, 1)))
    ]
    assert ends == [DAY, date(2026, 11, 1)]
