"""Peer reviews: the list with those planned, and a page for each with what was found and is done about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.actions.responses import answers
from generator.edition import View
from generator.model.peer_review import PeerReview
from generator.page import Page


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
            "reviews": reviews,
            "withdrawn": view.taken_down("peer-review"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in reviews:
        yield Page(
            path=f"reviews/peer-reviews/{one.id}.md",
            template="reviews/peer-review.md.jinja",
            title=one.title,
            description=f"Peer review, {one.title}: who looked, at what, and what they found.",
            context={"review": one, "answered": answered},
            record=("peer-review", one.id),
            shows=tuple(("peer-review", f"{one.id}#{finding.id}") for finding in one.findings),
            kicker="Peer review",
        )
