"""Risks: the register as a matrix and a list, and a page for each risk with its controls and how its score moved."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.risk_score import risk_score
from generator.edition import View
from generator.model.risk import Risk, RiskAssessment
from generator.page import Page

LIKELIHOOD = ("rare", "unlikely", "possible", "likely", "almost certain")
IMPACT = ("slight", "minor", "moderate", "severe", "very severe")


def pages(view: View) -> Iterator[Page]:
    risks = sorted((one for one in view.all(Risk) if one.assessments), key=lambda one: (-_now(one).score, one.title))
    if not risks:
        return
    watched = [one for one in risks if not one.closed]
    yield Page(
        path="assurance/risks/index.md",
        template="assurance/risks.md.jinja",
        title="Risks",
        description="The risks the partnership watches, how great each is judged to be, and what is done about it.",
        context={
            "watched": watched,
            "closed": [one for one in risks if one.closed],
            "matrix": [[[one for one in watched if _at(one) == (row, column)] for column in _SCALE] for row in _SCALE],
            "likelihood": LIKELIHOOD,
            "impact": IMPACT,
            "now": {one.id: _now(one) for one in risks},
            "moved": {one.id: _moved(one) for one in risks},
        },
    )
    for risk in risks:
        yield Page(
            path=f"assurance/risks/{risk.id}.md",
            template="assurance/risk.md.jinja",
            title=risk.title,
            description=f"The risk of {risk.title}: its score, its controls and who watches it.",
            context={
                "risk": risk,
                "now": _now(risk),
                "likelihood": LIKELIHOOD,
                "impact": IMPACT,
                "chart": risk_score(risk, view.day) if len(risk.assessments) > 1 else None,
            },
            record=("risk", risk.id),
            kicker="Risk",
        )


_SCALE = (1, 2, 3, 4, 5)


def _now(risk: Risk) -> RiskAssessment:
    return risk.assessments[-1]


def _at(risk: Risk) -> tuple[int, int]:
    return _now(risk).likelihood, _now(risk).impact


def _moved(risk: Risk) -> int:
    """How the score changed at the last assessment; 0 at the first."""
    return _now(risk).score - risk.assessments[-2].score if len(risk.assessments) > 1 else 0
