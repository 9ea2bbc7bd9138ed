"""The training offer: what the newest review found at each level, and a page for every review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.assurance.actions.responses import answers
from generator.charts.training_levels import training_levels
from generator.components import Byline, Column, Figure, Lead, Link, Passage, Points, Table
from generator.components.records import departures, finding, resulting_records
from generator.edition import View
from generator.model.training_review import TrainingReview
from generator.page import Page
from generator.wording import day

_LEAD = "What training and development partners offer one another, who has had it, and what should change."


def pages(view: View) -> Iterator[Page]:
    reviews = sorted(view.all(TrainingReview), key=lambda one: one.date or date.min, reverse=True)
    if view.public or not view.uses("training-review"):
        return
    newest = reviews[0] if reviews else None
    yield Page(
        path="learning/training/index.md",
        template="learning/training-reviews.md.jinja",
        title="Training",
        description="The training and development on offer, who has had it, and what should change.",
        context={
            "lead": Lead(_LEAD),
            "offer": Passage(newest.offer) if newest else None,
            "chart": _chart(newest) if newest else None,
            "findings": Points([one.statement for one in newest.findings], prose=True)
            if newest and newest.findings
            else None,
            "reviews": _reviews(reviews),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in reviews:
        own = f"training-review/{one.id}"
        presented = [Link(f"meeting/{one.presented}")] if one.presented else []
        yield Page(
            path=f"learning/training/{one.id}.md",
            template="learning/training-review.md.jinja",
            title=f"Training review {one.year}",
            description=f"The review of training and development in {one.year}: its levels and findings.",
            context={
                "byline": Byline([f"Completed {day(one.date)}", *presented]),
                "departures": departures(view, own),
                "offer": Passage(one.offer),
                "chart": _chart(one),
                "findings": [finding(view, f"{own}#{point.id}", point.statement, answered) for point in one.findings],
                "resulting_records": resulting_records(view, own),
            },
            record=("training-review", one.id),
            shows=tuple(("training-review", f"{one.id}#{point.id}") for point in one.findings),
            kicker="Training review",
        )


def _chart(review: TrainingReview) -> Figure | None:
    return Figure(training_levels(review.levels, review.year)) if review.levels else None


def _reviews(reviews: Sequence[TrainingReview]) -> Table:
    rows = [
        (
            Link(f"training-review/{one.id}", f"Training review {one.year}"),
            day(one.date),
            Link(f"meeting/{one.presented}") if one.presented else None,
        )
        for one in reviews
    ]
    columns = [Column("Review"), Column("Completed"), Column("Received by")]
    return Table("Training reviews, newest first", columns, rows)
