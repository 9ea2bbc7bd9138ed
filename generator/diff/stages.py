"""The parts of sentences about a record's stages: drafted, agreed, published, withdrawn, taken out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import wording
from generator.diff.pair import Pair, SentencePart, Weight
from generator.wording import quoted, some_of

_WEIGHTS: dict[str, Weight] = {"agreed": "agreed", "published": "published", "withdrawn": "withdrawn"}


def withdrawn(pair: Pair) -> date | None:
    """Return when a record that was published was withdrawn from the view's readers; None otherwise.

    Its title and text are then not repeated, as they are not in the site's own notice of withdrawal.
    """
    if pair.after is not None:
        return None
    return next((day for type, id, day in pair.views[1].withdrawn if (type, id) == (pair.type, pair.id)), None)


def removed(pair: Pair) -> SentencePart:
    """Return the part of a sentence that says that the later view does not have the record."""
    day = withdrawn(pair)
    if day:
        return SentencePart(f"withdrawn on {wording.day(day)}", weight="withdrawn")
    if pair.view.edition == "working":
        return SentencePart("taken out of the records", weight="removed")
    return SentencePart("no longer shown", weight="removed")


def added(pair: Pair) -> SentencePart:
    """Return the first part of the sentence about a record that the earlier view lacks: its last stage, or `new`."""
    stages = pair.after.record.stages if pair.after else ()
    if not stages:
        return SentencePart("new", weight="new")
    last = stages[-1]
    return SentencePart(
        _step(pair, last.stage, last.date, last.meeting, last.role), weight=_WEIGHTS.get(last.stage, "new")
    )


def changed(pair: Pair) -> Iterator[SentencePart]:
    """Yield a part for each stage added since; nothing where an earlier stage was changed."""
    below = pair.below("stages")
    if not below or not pair.before or not pair.after:
        return
    then, now = pair.before.record.stages, pair.after.record.stages
    if now[: len(then)] != then:
        return
    for one in now[len(then) :]:
        said = _step(pair, one.stage, one.date, one.meeting, one.role)
        said += f": {quoted(one.reason)}" if one.reason else ""
        said += f" by {_names(pair, one.agencies)}" if one.agencies else ""
        yield SentencePart(said, below, weight=_WEIGHTS.get(one.stage, "changed"))


def _step(pair: Pair, stage: str, day: date | None, meeting: str | None, role: str | None) -> str:
    """`published on 3 May 2026, agreed by the QAP Chair`."""
    word = {"draft": "a draft", "accuracy-check": "sent for an accuracy check"}.get(stage, stage)
    said = f"{word}{' of' if stage == 'draft' else ' on'} {wording.day(day)}" if day else word
    if meeting:
        dated = stage == "agreed" and day and meeting.endswith(day.isoformat())
        by = " at" if stage == "agreed" else ", agreed at"
        return f"{word if dated else said}{by} {pair.name('meeting', meeting)}"
    return said + (f"{' by the' if stage == 'agreed' else ', agreed by the'} {role}" if role else "")


def _names(pair: Pair, agencies: tuple[str, ...]) -> str:
    return some_of(pair.name("agency", one) for one in agencies)
