"""Risks: the register as a matrix and a list, and a page for each risk with its controls and how its score moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.charts.risk_score import risk_score
from generator.components import Badge, Byline, Callout, Column, Facts, Figure, Link, Passage, Table, links, phrase
from generator.components.states import score
from generator.edition import View
from generator.model.risk import Control, Risk
from generator.page import Page
from generator.pages.assurance import risks as register
from generator.pages.assurance.risks import IMPACT, LIKELIHOOD
from generator.wording import day


def pages(view: View) -> Iterator[Page]:
    risks = sorted(
        (one for one in view.all(Risk) if one.assessments), key=lambda one: (-one.assessments[-1].score, one.title)
    )
    if not risks:
        return
    watched = [one for one in risks if not one.closed]
    closed = [one for one in risks if one.closed]
    yield Page(
        path="assurance/risks/index.md",
        template="assurance/risks.md.jinja",
        title="Risks",
        description="The risks the partnership watches, how great each is judged to be, and what is done about it.",
        context={
            "lead": register.lead(watched),
            "watched": register.watched(view, watched) if watched else None,
            "matrix": register.matrix(watched) if watched else None,
            "closed": register.closed(closed) if closed else None,
        },
    )
    for risk in risks:
        yield _page(view, risk)


def _page(view: View, risk: Risk) -> Page:
    several = len(risk.assessments) > 1
    return Page(
        path=f"assurance/risks/{risk.id}.md",
        template="assurance/risk.md.jinja",
        title=risk.title,
        description=f"The risk of {risk.title}: its score, its controls and who watches it.",
        context={
            "byline": byline(risk),
            "description": Passage(risk.description) if risk.description else None,
            "facts": facts(risk),
            "closed": closure(risk),
            "controls": _controls(risk.controls) if risk.controls else None,
            "chart": Figure(risk_score(risk, view.day)) if several else None,
            "assessments": _assessments(risk),
            "shown_by": phrase("Shown by ", links(risk.arises_from), ".") if risk.arises_from else None,
            "threatens": threatens(risk.priorities) if risk.priorities else None,
        },
        record=("risk", risk.id),
        kicker="Risk",
    )


def byline(risk: Risk) -> Byline:
    """Return a risk's score, or that it is closed, with the likelihood and impact last judged and when."""
    now = risk.assessments[-1]
    return Byline(
        [
            Badge("Closed") if risk.closed else score(now.score),
            f"Likelihood: {LIKELIHOOD[now.likelihood - 1]}",
            f"Impact: {IMPACT[now.impact - 1]}",
            f"Judged on {day(now.date)}",
        ]
    )


def facts(risk: Risk) -> Facts:
    """Return who answers for a risk, who watches it and when it was entered, each where it is known."""
    known = (
        ("Answers for it", Link(risk.owner) if risk.owner else None),
        ("Watched by", risk.owner_role),
        ("Entered", day(risk.raised)),
    )
    return Facts([(name, value) for name, value in known if value])


def closure(risk: Risk) -> Callout | None:
    """Return when and why a risk was closed; None while it is watched."""
    return Callout("neutral", f"Closed on {day(risk.closed.date)}", risk.closed.reason) if risk.closed else None


def threatens(priorities: Sequence[str]) -> Any:
    """Return the priorities that a risk threatens, as a sentence."""
    which = "priority" if len(priorities) == 1 else "priorities"
    return phrase(f"It threatens the {which} ", links(f"priority/{id}" for id in priorities), ".")


def _controls(controls: Sequence[Control]) -> Table:
    columns = [Column("Control"), Column("State", narrow=True), Column("Since", narrow=True)]
    rows = [
        (one.text, Badge("In place", "good") if one.in_place else Badge("Planned"), day(one.in_place))
        for one in controls
    ]
    return Table("Controls", columns, rows, stack=True, hide_caption=True)


def _assessments(risk: Risk) -> Table:
    columns = [Column("Date"), Column("Score", narrow=True), Column("Likelihood, impact"), Column("Why")]
    rows = [
        (
            day(one.date),
            score(one.score),
            f"{LIKELIHOOD[one.likelihood - 1]}, {IMPACT[one.impact - 1]}",
            one.note,
        )
        for one in reversed(risk.assessments)
    ]
    return Table("Every assessment, newest first", columns, rows, stack=True)
