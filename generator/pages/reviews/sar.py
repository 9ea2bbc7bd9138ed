"""Reviews of deaths and of serious harm: where each stands against its time, what recurs, and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.assurance.learning.reviews import Course, course, judged
from generator.assurance.learning.themes import Theme, themes
from generator.charts.review_lengths import review_lengths
from generator.edition import View
from generator.model.briefing import Briefing
from generator.model.lists import title
from generator.model.sar import Sar
from generator.page import Page
from generator.periods import Year
from generator.register.names import type_name, type_plural

_STEPS = ("referred", "started", "completed", "published")


def pages(view: View) -> Iterator[Page]:
    if not (view.uses("sar") or view.all(Sar)):
        return
    reviews = sorted(view.all(Sar), key=lambda one: (_known(one), one.id), reverse=True)
    courses = {one.id: course(one, view.framework, view.day) for one in reviews}
    recurring = themes(view.register)
    answered = answers(view.register, view.assessment.actions)
    lengths = [(one.title, courses[one.id]) for one in reviews if courses[one.id].months is not None]
    yield Page(
        path="reviews/sars/index.md",
        template="reviews/sars.md.jinja",
        title=type_plural(view.register, "sar"),
        description="Reviews of deaths and of serious harm, and what was learned from them.",
        context={
            "reviews": reviews,
            "courses": courses,
            "awaiting": _awaiting(view, courses),
            "lengths": review_lengths(lengths[::-1], view.framework.adult_reviews.months) if lengths else None,
            "years": _years(view, reviews),
            "responses": {one.id: _responses(one, answered) for one in reviews if one.recommendations},
            "themes": [theme for theme in recurring if any(place.startswith("sar/") for place in theme.places)],
            "withdrawn": view.taken_down("sar"),
        },
    )
    for one in reviews:
        yield _page(view, one, courses[one.id], recurring, answered)


def _page(
    view: View,
    review: Sar,
    course: Course,
    recurring: tuple[Theme, ...],
    answered: Mapping[str, tuple[ActionState, ...]],
) -> Page:
    own, called = f"sar/{review.id}", type_name(view.register, "sar")
    return Page(
        path=f"reviews/sars/{review.id}.md",
        template="reviews/sar.md.jinja",
        title=review.title,
        description=f"{called}, {review.title}: what happened, what was learned and what has changed.",
        context={
            "review": review,
            "method": title(view.framework.review_methods, review.methodology) if review.methodology else "",
            "course": course,
            "awaiting": bool(_awaiting(view, {review.id: course})),
            "markers": list(enumerate(view.framework.quality_markers, 1)),
            "markers_from": view.framework.adult_reviews.markers_from,
            "judged": judged(review),
            "answered": answered,
            "briefings": [one for one in view.all(Briefing) if own in one.arises_from],
            "elsewhere": [_without(own, theme) for theme in recurring if theme.recurs and own in theme.places],
        },
        record=("sar", review.id),
        shows=tuple(("sar", f"{review.id}#{one.id}") for one in review.recommendations),
        kicker=called,
    )


def _without(own: str, theme: Theme) -> Theme:
    return replace(theme, places={place: kinds for place, kinds in theme.places.items() if place != own})


def _known(review: Sar) -> date:
    return review.referred or review.completed or date.min


def _awaiting(view: View, courses: Mapping[str, Course]) -> list[str]:
    """The reviews whose publication is still to be decided; only the Business Unit's own edition lists them."""
    done = [id for id, one in courses.items() if one.state == "completed"]
    return done if view.edition == "working" else []


def _years(view: View, reviews: list[Sar]) -> list[dict[str, Any]]:
    """How many were referred, begun, completed and published in each of the partnership's years, newest first."""
    counts: dict[Year, Counter[str]] = {}
    for one in reviews:
        published = one.last_stage.date if one.last_stage.stage == "published" else None
        for step, day in zip(_STEPS, (one.referred, one.started, one.completed, published), strict=True):
            if day:
                counts.setdefault(Year.of(day, view.partnership.year_starts), Counter())[step] += 1
    return [
        {"year": str(year), **{step: counts[year][step] for step in _STEPS}} for year in sorted(counts, reverse=True)
    ]


def _responses(review: Sar, answered: Mapping[str, tuple[ActionState, ...]]) -> Counter[str]:
    """How many recommendations met each response, and how the actions that answer them stand."""
    found = Counter(one.response.decision if one.response else "awaited" for one in review.recommendations)
    states = {
        (state.plan, state.action): state
        for one in review.recommendations
        for state in answered.get(f"sar/{review.id}#{one.id}", ())
    }
    found["actions"] = len(states)
    found["done"] = sum(1 for state in states.values() if state.closed and state.status != "withdrawn")
    found["overdue"] = sum(1 for state in states.values() if state.overdue)
    return found
