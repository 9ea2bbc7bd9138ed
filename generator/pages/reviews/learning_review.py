"""Learning reviews that other bodies own: the list, and a page for each with what adult safeguarding takes from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.actions.responses import answers
from generator.edition import View
from generator.model.learning_review import LearningReview
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    reviews = sorted(view.all(LearningReview), key=lambda one: (_known(one), one.id), reverse=True)
    if not (view.uses("learning-review") or reviews):
        return
    yield Page(
        path="reviews/learning-reviews/index.md",
        template="reviews/learning-reviews.md.jinja",
        title="Other learning reviews",
        description="Reviews that other bodies hold, and what adult safeguarding learns from them.",
        context={
            "reviews": reviews,
            "withdrawn": view.taken_down("learning-review"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in reviews:
        yield Page(
            path=f"reviews/learning-reviews/{one.id}.md",
            template="reviews/learning-review.md.jinja",
            title=one.title,
            description=f"{one.title}: what adult safeguarding learns from a review that {one.owner} owns.",
            context={"review": one, "answered": answered},
            record=("learning-review", one.id),
            shows=tuple(("learning-review", f"{one.id}#{point.id}") for point in one.learning),
            kicker="Learning review",
        )


def _known(review: LearningReview) -> date:
    return review.notified or review.completed or date.min
