"""Challenges: who asked whom what, which still wait for an answer, and a page for each with how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.components import Badge, Byline, Column, Facts, Lead, Link, Passage, Phrase, Table, links, phrase
from generator.edition import View
from generator.model.challenge import Challenge, ChallengeOutcome, ChallengeResponse, Party
from generator.page import Page
from generator.wording import day, plural, sentence, short_day

_OUTCOMES = {"resolved": "good", "partly-resolved": "attention", "escalated": "attention"}


def pages(view: View) -> Iterator[Page]:
    challenges = sorted(view.all(Challenge), key=lambda one: (one.raised or view.day, one.id), reverse=True)
    if not challenges:
        return
    yield Page(
        path="assurance/challenges/index.md",
        template="assurance/challenges.md.jinja",
        title="Challenges",
        description="Professional challenges and escalations: who asked whom, what was answered, how each ended.",
        context={"lead": lead(challenges), "challenges": _table(challenges, view.day)},
    )
    for challenge in challenges:
        yield _page(challenge, view.day)


def lead(challenges: Sequence[Challenge]) -> Lead:
    """Return how many challenges are still open and, where some have ended, how many were raised in all."""
    open = sum(one.outcome is None for one in challenges)
    said = f"{sentence(plural(open, 'challenge'))} {'is' if open == 1 else 'are'} still open"
    return Lead(f"{said}, of {len(challenges)} raised." if open < len(challenges) else f"{said}.")


def state(challenge: Challenge, today: date) -> Badge:
    """Return how a challenge stands: how it ended or, until it does, whether it was answered and is overdue."""
    if challenge.outcome:
        return Badge(sentence(challenge.outcome.kind), _OUTCOMES.get(challenge.outcome.kind, "neutral"))
    if challenge.response:
        return Badge("Answered, not ended", "info")
    if challenge.response_due and challenge.response_due < today:
        return Badge("Answer overdue", "poor")
    return Badge("Waits for an answer", "info")


def party(one: Party) -> Phrase | None:
    """Return a body and the role within it in brackets, or whichever of the two is known."""
    if not one.body:
        return phrase(one.role) if one.role else None
    return phrase(Link(one.body), f" ({one.role})" if one.role else "")


def _table(challenges: Sequence[Challenge], today: date) -> Table:
    columns = [
        Column("Challenge"),
        Column("State", narrow=True),
        Column("Raised", narrow=True),
        Column("By"),
        Column("With"),
    ]
    rows = [
        (
            Link(f"challenge/{one.id}", one.title or "Challenge"),
            state(one, today),
            short_day(one.raised),
            _body(one.by),
            _body(one.to),
        )
        for one in challenges
    ]
    return Table("Every challenge, newest first", columns, rows, stack=True)


def _body(one: Party) -> Any:
    return Link(one.body) if one.body else one.role


def _page(challenge: Challenge, today: date) -> Page:
    return Page(
        path=f"assurance/challenges/{challenge.id}.md",
        template="assurance/challenge.md.jinja",
        title=challenge.title or "Challenge",
        description="A professional challenge: what was asked, what was answered, how it ended.",
        context={
            "byline": Byline([state(challenge, today), f"Raised on {day(challenge.raised)}"]),
            "parties": Facts(
                [
                    ("Raised by", party(challenge.by)),
                    ("Raised with", party(challenge.to)),
                    ("Answer asked for by", day(challenge.response_due)),
                ]
            ),
            "text": Passage(challenge.text),
            "about": phrase("About ", links(challenge.about), ".") if challenge.about else None,
            "response": _response(challenge.response) if challenge.response else None,
            "outcome": _outcome(challenge.outcome) if challenge.outcome else None,
        },
        record=("challenge", challenge.id),
        kicker="Escalation" if challenge.kind == "escalation" else "Professional challenge",
    )


def _response(one: ChallengeResponse) -> dict[str, Any]:
    return {"when": ", ".join(said for said in (day(one.date), one.role) if said), "text": Passage(one.text)}


def _outcome(one: ChallengeOutcome) -> dict[str, Any]:
    return {"when": Link(f"meeting/{one.meeting}") if one.meeting else day(one.date), "text": Passage(one.text)}
