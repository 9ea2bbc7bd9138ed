"""A page for each review of a death or of serious harm: what happened, what was learned, asked for and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.assurance.learning.reviews import ReviewStanding, judged, standing
from generator.assurance.learning.themes import Theme, themes
from generator.components import (
    Badge,
    Byline,
    Column,
    Facts,
    Finding,
    Link,
    News,
    NewsItem,
    Passage,
    Table,
    phrase,
    states,
)
from generator.components import records as shared
from generator.components.records import byline, choice, departures, finding, resulting_records, withdrawn_notice
from generator.edition import View
from generator.model.briefing import Briefing
from generator.model.sar import Recommendation, Sar
from generator.page import Page
from generator.pages.reviews import sar_steps
from generator.wording import day, listed, sentence, short_day

_RESPONSES = {
    "accepted": Badge("Accepted", "good"),
    "partly-accepted": Badge("Accepted in part", "attention"),
    "not-accepted": Badge("Not accepted"),
}
_ASKED = {True: "What the review asked for, and our answer", False: "Recommendations, responses and actions"}


def pages(view: View) -> Iterator[Page]:
    recurring, answered = themes(view.register), answers(view.register, view.assessment.actions)
    for one in view.all(Sar):
        yield _page(view, one, standing(one, view.framework, view.day), recurring, answered)


def _page(
    view: View,
    review: Sar,
    standing: ReviewStanding,
    recurring: Sequence[Theme],
    answered: Mapping[str, Sequence[ActionState]],
) -> Page:
    own, called = f"sar/{review.id}", view.type_name("sar")
    elsewhere = [_without(own, theme) for theme in recurring if theme.recurs and own in theme.places]
    awaiting = standing.state == "completed" and view.edition == "working"
    learned = review.learning
    return Page(
        path=f"reviews/sars/{review.id}.md",
        template="reviews/sar.md.jinja",
        title=review.title,
        description=f"{called}, {review.title}: what happened, what was learned and what has changed.",
        context={
            "withdrawn": withdrawn_notice(review),
            "byline": _byline(view, review, standing, awaiting),
            "departures": departures(view, own) if not view.public else None,
            "happened": Passage(learned.summary) if learned and learned.summary else None,
            "learned": Passage(learned.what_learned) if learned else None,
            "steps": sar_steps.steps(view, review, standing, awaiting) if not view.public else None,
            "safeguards": sar_steps.safeguards(review) if review.publication and not view.public else None,
            "asked": _ASKED[view.public],
            "recommendations": [
                _recommendation(view, own, number, one, answered)
                for number, one in enumerate(review.recommendations, 1)
            ],
            "changes": _changes(view, own),
            "about": _about(view, review) if review.abuse_types or elsewhere else None,
            "elsewhere": shared.themes(view, elsewhere, "Themes of this review that recur elsewhere")
            if elsewhere
            else None,
            "markers": _markers(view, review),
            "resulting_records": resulting_records(view, own),
        },
        record=("sar", review.id),
        shows=tuple(("sar", f"{review.id}#{one.id}") for one in review.recommendations),
        kicker=called,
    )


def _without(own: str, theme: Theme) -> Theme:
    return replace(theme, places={place: kinds for place, kinds in theme.places.items() if place != own})


def reason_held(view: View, review: Sar) -> str:
    """Return why a review was held, or was not, and under which provision: empty before that is decided."""
    decision = review.decision
    if decision is None:
        return ""
    said = choice(view, "review_decisions", decision.kind)
    return f"{said} ({decision.section})" if decision.section else said


def _byline(view: View, review: Sar, standing: ReviewStanding, awaiting: bool) -> Byline | None:
    if view.public:
        return byline(
            review, f"Completed {day(review.completed)}" if review.completed else None, reason_held(view, review)
        )
    checking = review.last_stage.stage in ("draft", "accuracy-check")
    said: list[Any] = [
        states.review(standing, awaiting),
        states.stage(review) if checking else None,
        reason_held(view, review),
        choice(view, "review_methods", review.methodology) if review.methodology else None,
        f"Themes: {listed(review.themes)}" if review.themes else None,
    ]
    return Byline([one for one in said if one])


def _recommendation(
    view: View, own: str, number: int, one: Recommendation, answered: Mapping[str, Sequence[ActionState]]
) -> Finding:
    response = one.response
    badge: Any = Badge("Response awaited")
    if response:
        badge = phrase(_RESPONSES[response.decision], f" {day(response.date)}")
    body = (
        phrase("For ", Link(one.owner)) if one.owner else None,
        response.reason if response else None,
    )
    return finding(view, f"{own}#{one.id}", one.text, answered, *body, kicker=f"Recommendation {number}", badge=badge)


def _changes(view: View, own: str) -> News | None:
    """What has changed, as the briefings on the review say."""
    briefings = [one for one in view.all(Briefing) if own in one.arises_from]
    items = [NewsItem(day(change.date), change.text) for one in briefings for change in one.what_changed]
    return News(items) if items else None


def _about(view: View, review: Sar) -> Facts:
    abuse = ", ".join(choice(view, "abuse_types", one) for one in review.abuse_types)
    return Facts([("Abuse or neglect", abuse), ("Practice", sentence(listed(review.themes)))])


def _markers(view: View, review: Sar) -> Table | None:
    """How the review stands against the quality markers, and which are still to be judged; None without a judgement."""
    found = judged(review)
    if not found:
        return None
    markers = list(enumerate(view.framework.quality_markers, 1))
    done = [(number, marker, found[marker.id]) for number, marker in markers if marker.id in found]
    waiting = [f"{number} {marker.title}" for number, marker in markers if marker.id not in found]
    noted = any(one.note for _, _, one in done)
    rows = []
    for number, marker, one in done:
        row = (f"{number}. {marker.title}", shared.rating(view, "marker_ratings", one.status), short_day(one.date))
        rows.append((*row, one.note) if noted else row)
    columns = [Column("Quality Marker"), Column("Judgement"), Column("Judged")]
    columns += [Column("What shows it")] if noted else []
    unjudged = f"Not judged yet: {'; '.join(waiting)}." if waiting else None
    note = " ".join(one for one in (unjudged, view.framework.adult_reviews.markers_from) if one)
    return Table("How the review stands against the quality markers", columns, rows, stack=True, note=note)
