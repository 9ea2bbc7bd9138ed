"""Challenges: who asked whom what, which still wait for an answer, and a page for each with how it ended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import View
from generator.model.challenge import Challenge
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    challenges = sorted(view.all(Challenge), key=lambda one: (one.raised or view.day, one.id), reverse=True)
    if not challenges:
        return
    states = {one.id: state(one, view) for one in challenges}
    yield Page(
        path="assurance/challenges/index.md",
        template="assurance/challenges.md.jinja",
        title="Challenges",
        description="Professional challenges and escalations: who asked whom, what was answered, how each ended.",
        context={"challenges": challenges, "states": states, "open": [one for one in challenges if not one.outcome]},
    )
    for challenge in challenges:
        yield Page(
            path=f"assurance/challenges/{challenge.id}.md",
            template="assurance/challenge.md.jinja",
            title=challenge.title or "Challenge",
            description="A professional challenge: what was asked, what was answered, how it ended.",
            context={"challenge": challenge, "state": states[challenge.id]},
            record=("challenge", challenge.id),
            kicker="Escalation" if challenge.kind == "escalation" else "Professional challenge",
        )


def state(challenge: Challenge, view: View) -> tuple[str, str]:
    """How a challenge stands, in a word and a kind of badge."""
    if challenge.outcome:
        kind = {"resolved": "good", "partly-resolved": "attention", "escalated": "attention"}
        word = challenge.outcome.kind.replace("-", " ").capitalize()
        return word, kind.get(challenge.outcome.kind, "neutral")
    if challenge.response:
        return "Answered, not ended", "info"
    if challenge.response_due and challenge.response_due < view.day:
        return "Answer overdue", "poor"
    return "Waits for an answer", "info"
