"""Learning reviews that other bodies own: the list, and a page for each with what adult safeguarding takes from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.components import (
    Badge,
    Card,
    Cards,
    Column,
    Facts,
    Lead,
    Link,
    News,
    NewsItem,
    Passage,
    Phrase,
    Table,
    agencies,
    phrase,
)
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
from generator.model.learning_review import LearningReview
from generator.page import Page
from generator.wording import day, listed, plural, short_day, the

_SHOWN = 8
"""Points of learning that the index shows."""


def pages(view: View) -> Iterator[Page]:
    reviews = sorted(view.all(LearningReview), key=lambda one: (_known(one), one.id), reverse=True)
    if not (view.uses("learning-review") or reviews):
        return
    points = [(one, point) for one in reviews for point in one.learning]
    yield Page(
        path="reviews/learning-reviews/index.md",
        template="reviews/learning-reviews.md.jinja",
        title="Other learning reviews",
        description="Reviews that other bodies hold, and what adult safeguarding learns from them.",
        context={
            "public": view.public,
            "lead": lead(view),
            "cards": [Cards([_card(view, one)]) for one in reviews],
            "every": _every(view, reviews),
            "points": News(
                [
                    NewsItem(short_day(point.date), point.text, f"learning-review/{one.id}#{point.id}", note=one.title)
                    for one, point in points[:_SHOWN]
                ]
            )
            if points
            else None,
            "withdrawn": withdrawals(view.taken_down("learning-review"), "A learning review"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in reviews:
        yield _page(view, one, answered)


def lead(view: View) -> Lead:
    """Return what other reviews there are, by the kinds that the framework lists."""
    kinds = [the(one.title) for one in view.framework.learning_review_kinds if one.id != "other"]
    named = f": {listed([*kinds, 'others'])}" if kinds else ""
    if view.public:
        return Lead(f"Other bodies hold reviews too{named}. Here is what we take from them for keeping adults safe.")
    return Lead(f"Reviews that other bodies own and adult safeguarding learns from{named}.")


def _known(review: LearningReview) -> date:
    return review.notified or review.completed or date.min


def _card(view: View, one: LearningReview) -> Card:
    return Card(
        one.title,
        f"learning-review/{one.id}",
        text=Passage("\n\n".join(point.text for point in one.learning)),
        kicker=choice(view, "learning_review_kinds", one.kind),
        badge=f"Held by {one.owner}",
    )


def _every(view: View, reviews: Sequence[LearningReview]) -> Table:
    rows = [
        (
            Link(f"learning-review/{one.id}", one.title),
            choice(view, "learning_review_kinds", one.kind),
            one.owner,
            state(one),
            plural(len(one.learning), "point") if one.learning else "Awaited",
        )
        for one in reviews
    ]
    columns = [Column(title) for title in ("Review", "Kind", "Held by", "Completed", "Learning for us")]
    empty = "No learning review is recorded yet."
    return Table("Learning reviews, newest first", columns, rows, empty=empty, stack=True)


def state(one: LearningReview) -> Phrase:
    """Return when a review was completed, or else whether it has begun."""
    if one.completed:
        return phrase(short_day(one.completed))
    if one.started:
        return phrase(Badge("Under way", "info"), f" since {short_day(one.started)}")
    return phrase(Badge("Not begun"))


def awaited(one: LearningReview) -> str:
    """Return that a review's learning has not been received, and why where the review is not completed."""
    if one.completed:
        return "The learning has not been received yet."
    return f"The learning has not been received yet: the review {'is under way' if one.started else 'has not begun'}."


def _page(view: View, one: LearningReview, answered: Mapping[str, Sequence[ActionState]]) -> Page:
    own = f"learning-review/{one.id}"
    return Page(
        path=f"reviews/learning-reviews/{one.id}.md",
        template="reviews/learning-review.md.jinja",
        title=one.title,
        description=f"{one.title}: what adult safeguarding learns from a review that {one.owner} owns.",
        context={
            "withdrawn": withdrawn_notice(one),
            "byline": byline(one, choice(view, "learning_review_kinds", one.kind), f"Held by {one.owner}"),
            "departures": departures(view, own),
            "heading": "What we take from it" if view.public else "Learning for adult safeguarding",
            "learning": [
                finding(
                    view,
                    f"{own}#{point.id}",
                    point.text,
                    answered,
                    phrase("For ", agencies(point.agencies)) if point.agencies else None,
                )
                for point in one.learning
            ],
            "awaited": awaited(one) if not view.public else None,
            "about": _about(one),
            "resulting_records": resulting_records(view, own),
        },
        record=("learning-review", one.id),
        shows=tuple(("learning-review", f"{one.id}#{point.id}") for point in one.learning),
        kicker="Learning review",
    )


def _about(one: LearningReview) -> Facts:
    report = one.report
    pairs: list[tuple[str, Any]] = [
        ("Notified to us", day(one.notified)),
        ("Began", day(one.started)),
        ("Completed", day(one.completed)),
        (
            "The owner’s report",
            phrase(Link(report.address, "Read the report"), f", published {day(report.date)}") if report else None,
        ),
    ]
    return Facts([*((name, value) for name, value in pairs if value), ("Held by", one.owner)])
