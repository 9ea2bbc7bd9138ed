"""The training offer: what the newest review found at each level, and a page for every review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.actions.responses import answers
from generator.charts.training_levels import training_levels
from generator.edition import View
from generator.model.training_review import TrainingReview
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    reviews = sorted(view.all(TrainingReview), key=lambda one: one.date or date.min, reverse=True)
    if view.public or not view.uses("training-review"):
        return
    yield Page(
        path="learning/training/index.md",
        template="learning/training-reviews.md.jinja",
        title="Training",
        description="The training and development on offer, who has had it, and what should change.",
        context={"reviews": reviews, "chart": _chart(reviews[0]) if reviews else None},
    )
    answered = answers(view.register, view.assessment.actions)
    for one in reviews:
        yield Page(
            path=f"learning/training/{one.id}.md",
            template="learning/training-review.md.jinja",
            title=f"Training review {one.year}",
            description=f"The review of training and development in {one.year}: its levels and findings.",
            context={"review": one, "chart": _chart(one), "answered": answered},
            record=("training-review", one.id),
            shows=tuple(("training-review", f"{one.id}#{finding.id}") for finding in one.findings),
            kicker="Training review",
        )


def _chart(review: TrainingReview) -> object:
    return training_levels(review.levels, review.year) if review.levels else None
