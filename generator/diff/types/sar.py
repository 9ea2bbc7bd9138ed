"""The sentences of an adult review: decided, begun, completed, and what became of its recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.changes import Change
from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.lists import title
from generator.model.sar import Sar, SarDecision
from generator.wording import day, inside, plural, quoted, words


def about(pair: Pair, change: Change) -> tuple[str, int]:
    """The recommendation that a change is in, by its number in the review; as `Pair.numbered`."""
    return pair.numbered(change, "recommendations", "Recommendation")


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, Sar)
    if made.referred:
        yield f"referred on {day(made.referred)}"
    if made.decision:
        yield _decided(pair, made.decision)
    elif not pair.view.public:
        yield "not yet decided"
    if made.abuse_types:
        yield f"types of abuse: {', '.join(words(one) for one in made.abuse_types)}"
    if made.recommendations:
        yield plural(len(made.recommendations), "recommendation")


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, Sar)
    if now.decision and not then.decision:
        yield SentencePart(_decided(pair, now.decision), pair.below("decision"))
    for field, word in (("started", "begun"), ("completed", "completed")):
        if getattr(now, field) and not getattr(then, field):
            yield SentencePart(f"{word} on {day(getattr(now, field))}", pair.below(field))
    if now.publication and not then.publication:
        why = f", {quoted(now.publication.reason)}" if now.publication.reason else ""
        decided = {"full": "to be published in full", "summary": "a summary to be published"}
        said = decided.get(now.publication.decision, words(now.publication.decision))
        yield SentencePart(f"{said}{why}", pair.below("publication"))
    former = {one.id: one for one in then.recommendations}
    for one in now.recommendations:
        below, old = pair.below("recommendations", one.id), former.get(one.id)
        if below and old is None:
            owner = f", for {pair.called(one.owner)}" if one.owner else ""
            yield SentencePart(f"new, {quoted(one.text)}{owner}", below, about(pair, below[0])[0])
        elif old and one.response and not old.response:
            why = f", {quoted(one.response.reason)}" if one.response.reason else ""
            covers = pair.below("recommendations", one.id, "response")
            yield SentencePart(f"{words(one.response.decision)}{why}", covers, about(pair, below[0])[0])


def _decided(pair: Pair, decision: SarDecision) -> str:
    """`decided on 14 April 2026 at …: required by law, under …`."""
    said = inside(title(pair.view.framework.review_decisions, decision.kind))
    on = f" on {day(decision.date)}" if decision.date and not decision.meeting else ""
    at = f" at {pair.name('meeting', decision.meeting)}" if decision.meeting else ""
    under = f", under {decision.section}" if decision.section else ""
    return f"decided{on}{at}: {said}{under}"
