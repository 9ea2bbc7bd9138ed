"""Peer reviews: the list with those planned, and a page for each with what was found and is done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.components import Badge, Card, Cards, Lead, Passage, Points, agencies, phrase, states
from generator.components.records import (
    byline,
    choice,
    departures,
    finding,
    resulting_records,
    withdrawals,
    withdrawn_notice,
)
from generator.edition import View
from generator.model.peer_review import PeerReview
from generator.page import Page
from generator.wording import day, words

_PUBLIC = "People from other areas come and look at how we work. They tell us what we do well and what could be better."
_PARTNERS = (
    "A look from outside at safeguarding practice and strategic oversight: of one agency, of the partnership’s "
    "arrangements, or of all partners together."
)
_HEADINGS = {
    "strength": ("What works well", "Strengths found"),
    "area-for-development": ("What needs to get better", "Areas for development found"),
}


def pages(view: View) -> Iterator[Page]:
    reviews = sorted(view.all(PeerReview), key=lambda one: (one.held or one.planned or date.max, one.id), reverse=True)
    if not (view.uses("peer-review") or reviews):
        return
    yield Page(
        path="reviews/peer-reviews/index.md",
        template="reviews/peer-reviews.md.jinja",
        title="Peer reviews",
        description="What people from outside found when they looked at how adults are kept safe here.",
        context={
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "reviews": [Cards([_card(view, one)]) for one in reviews],
            "empty": f"No peer review {'has been published' if view.public else 'is recorded'} yet.",
            "withdrawn": withdrawals(view.taken_down("peer-review"), "A peer review"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in reviews:
        yield _page(view, one, answered)


def when(one: PeerReview) -> str:
    """Return when a review was held, or for when it is planned."""
    if one.held:
        return f"Held {day(one.held)}"
    return f"Planned for {day(one.planned)}" if one.planned else ""


def _card(view: View, one: PeerReview) -> Card:
    late = one.planned is not None and view.day > one.planned
    state = Badge("Past its date", "attention") if late else Badge("Planned", "info")
    badge = states.stage(one) if one.held else state
    return Card(one.title, f"peer-review/{one.id}", text=one.about, kicker=when(one), badge=badge)


def _page(view: View, one: PeerReview, answered: Mapping[str, Sequence[ActionState]]) -> Page:
    own = f"peer-review/{one.id}"
    return Page(
        path=f"reviews/peer-reviews/{one.id}.md",
        template="reviews/peer-review.md.jinja",
        title=one.title,
        description=f"Peer review, {one.title}: who looked, at what, and what they found.",
        context={
            "withdrawn": withdrawn_notice(one),
            "about": Passage(one.about or ""),
            "byline": byline(one, choice(view, "peer_review_scopes", one.scope), when(one)),
            "departures": departures(view, own),
            "found": [_found(view, one, kind, answered) for kind in _HEADINGS if _points_of_kind(one, kind)],
            "reviewers": Points(one.reviewers, prose=True),
            "agencies": phrase("Agencies reviewed: ", agencies(one.agencies)) if one.agencies else None,
            "resulting_records": resulting_records(view, own),
        },
        record=("peer-review", one.id),
        shows=tuple(("peer-review", f"{one.id}#{point.id}") for point in one.findings),
        kicker="Peer review",
    )


def _points_of_kind(one: PeerReview, kind: str) -> list[Any]:
    return [point for point in one.findings if point.kind == kind]


def _found(view: View, one: PeerReview, kind: str, answered: Mapping[str, Sequence[ActionState]]) -> dict[str, Any]:
    public, partners = _HEADINGS[kind]
    mark = "good" if kind == "strength" else "attention"
    return {
        "title": public if view.public else partners,
        "findings": [
            finding(
                view,
                f"peer-review/{one.id}#{point.id}",
                point.statement,
                answered,
                point.evidence,
                f"Principle: {words(point.principle)}" if point.principle else None,
                kind=mark,
            )
            for point in _points_of_kind(one, kind)
        ],
    }
