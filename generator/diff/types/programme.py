"""The sentences of an audit programme: approved, audits planned, moved, added and dropped."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.programme import Programme, ProgrammeChange
from generator.periods import short_label_of
from generator.wording import day, plural, quoted, words


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, Programme)
    yield plural(len(made.audits), "audit") + " planned"
    if made.approved_on:
        yield f"approved on {day(made.approved_on)}"


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, Programme)
    starts = pair.view.partnership.year_starts
    if now.approved_on and not then.approved_on:
        at = f" at {pair.name('meeting', now.approved)}" if now.approved else f" on {day(now.approved_on)}"
        yield SentencePart(f"approved{at}", pair.below("approved_on") + pair.below("approved"))
    former = {one.id: one for one in then.audits}
    for one in now.audits:
        old, below = former.get(one.id), pair.below("audits", one.id)
        if old is None:
            yield SentencePart(
                f"{words(one.kind)} added for {short_label_of(one.quarter, starts)}, {quoted(one.theme)}", below
            )
        elif old.quarter != one.quarter:
            first, last = short_label_of(old.quarter, starts), short_label_of(one.quarter, starts)
            year = last.partition(" ")[2]
            yield SentencePart(
                f"{quoted(one.theme)} moved, {first.removesuffix(f' {year}')} → {last}",
                pair.below("audits", one.id, "quarter"),
            )
    came = tuple(one for one in pair.below("changes", "*") if one.before is None)
    if came and now.changes[: len(then.changes)] == then.changes:
        yield from (SentencePart(_change(pair, now, one), came) for one in now.changes[len(then.changes) :])
    if now.shortfall and not then.shortfall:
        yield SentencePart(f"fewer audits than aimed for, {quoted(now.shortfall.reason)}", pair.below("shortfall"))


def _change(pair: Pair, programme: Programme, one: ProgrammeChange) -> str:
    """`“Cuckooing …” moved to Q4 2026-27: “…”, “…”, agreed at …`."""
    theme = next((audit.theme for audit in programme.audits if audit.id == one.item), "")
    about = f"{quoted(theme)} " if theme else ""
    what = "changed" if one.change == "other" else words(one.change)
    to = f" to {short_label_of(one.quarter, pair.view.partnership.year_starts)}" if one.quarter else ""
    at = f", agreed at {pair.name('meeting', one.agreed)}" if one.agreed else ""
    return f"{about}{what}{to}, {quoted(one.text)}, because {quoted(one.reason)}{at}"
