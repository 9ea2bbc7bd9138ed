"""The steps of a review of a death or of serious harm, from its referral to its publication."""

from __future__ import annotations

from typing import Any

from generator.assurance.learning.reviews import ReviewStanding
from generator.components import Badge, Column, Event, Link, Table, Timeline, phrase, stack, states
from generator.components.records import choice
from generator.edition import View
from generator.model.sar import Sar
from generator.wording import day, plural, the

_PUBLISHED = {"full": "in full", "summary": "as a summary", "not-published": "not published"}


def steps(view: View, review: Sar, standing: ReviewStanding, awaiting: bool) -> Timeline:
    """Return what was done and what is still to come; `awaiting`: whether to publish it has yet to be decided."""
    by = f"By {the(review.referred_by)}" if review.referred_by else ""
    made = [Event("Referred", "done", actual=day(review.referred), note=by), _decision(view, review, standing)]
    if standing.state != "no-review":
        made += [_begun(view, review), _completed(review, standing), *_publication(review, standing, awaiting)]
    return Timeline(made)


def _decision(view: View, review: Sar, standing: ReviewStanding) -> Event:
    decision = review.decision
    if decision is None or decision.date is None:
        return Event("Decision", "info", "Awaited")
    section = f" ({decision.section})" if decision.section else ""
    title = f"Decision: {choice(view, 'review_decisions', decision.kind)}{section}"
    after = (
        f", {plural(standing.days_to_decide, 'day')} after the referral" if standing.days_to_decide is not None else ""
    )
    meeting = Link(f"meeting/{decision.meeting}") if decision.meeting else None
    note = phrase(decision.reason, " " if meeting else None, meeting)
    return Event(title, "done", actual=f"{day(decision.date)}{after}", note=note)


def _begun(view: View, review: Sar) -> Event:
    method = choice(view, "review_methods", review.methodology) if review.methodology else ""
    if review.started is None:
        return Event("Review begun", "neutral", "Not yet", note=method)
    return Event("Review begun", "done", actual=day(review.started), note=method)


def _completed(review: Sar, standing: ReviewStanding) -> Event:
    known = review.completed or standing.over
    kind = ("attention" if standing.over else "done") if known else "neutral"
    why = f"Why: {review.delay_reason}" if review.delay_reason else None
    return Event(
        "Review completed",
        kind,
        word="" if review.completed else "Not yet",
        planned=f"To be completed by {day(standing.due)}" if standing.due else "",
        actual=day(review.completed),
        note=stack(states.review_length(standing), why) if standing.months is not None else "",
    )


def _publication(review: Sar, standing: ReviewStanding, awaiting: bool) -> list[Event]:
    made, decided = [], review.publication
    if decided:
        title = f"Publication decided: {_PUBLISHED[decided.decision]}"
        made.append(Event(title, "done", actual=day(decided.date), note=decided.reason or ""))
    elif awaiting:
        made.append(Event("Publication decision", "attention", "Awaited", note="Seen in this edition only."))
    if standing.state == "published":
        again = decided.review_on if decided else None
        note = f"Whether it stays published is to be reviewed by {day(again)}" if again else ""
        made.append(Event("Published", "good", actual=day(review.last_stage.date), note=note))
    elif standing.state == "to-be-published" and decided:
        planned = f"Not before {day(decided.embargo)}" if decided.embargo else ""
        made.append(Event("Published", "neutral", "Not yet", planned=planned))
    return made


def safeguards(review: Sar) -> Table:
    """Return what is checked before a review is published, and whether it has been."""
    decided = review.publication
    assert decided
    checks: list[tuple[str, Any]] = [
        ("The adult or the family has been informed", decided.family_informed),
        ("No inquest, trial or other proceedings stand in the way", decided.proceedings_clear),
        ("Read for anything that could identify a person", decided.read_for_identification),
    ]
    rows = [(words, Badge("Yes", "done") if done else Badge("Not yet", "attention")) for words, done in checks]
    columns = [Column("Safeguard"), Column("Done")]
    return Table("What is checked before publication", columns, rows, hide_caption=True)
