"""The sentences of a findings report: what was found, and where it was presented."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.findings_report import FindingsReport
from generator.wording import day, plural, quoted, some_of, words

KINDS = {
    "strength": ("strength", "strengths"),
    "area-for-development": ("area for development", "areas for development"),
}


def subject(pair: Pair) -> str:
    made = record(pair, FindingsReport)
    return f"Findings of {quoted(pair.name('audit', made.audit))}"


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, FindingsReport)
    kinds = [one.kind for one in made.findings]
    counts = [plural(kinds.count(kind), *words) for kind, words in KINDS.items() if kind in kinds]
    if counts:
        yield some_of(counts)
    alone = [one for one in made.findings if one.sources and len(set(one.sources)) < 2]
    if alone:
        yield f"{plural(len(alone), 'finding rests', 'findings rest')} on one source"
    if made.presented_on:
        yield f"presented on {day(made.presented_on)}"


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, FindingsReport)
    if now.presented_on and not then.presented_on:
        at = f" at {pair.name('meeting', now.presented)}" if now.presented else f" on {day(now.presented_on)}"
        yield SentencePart(f"presented{at}", pair.below("presented_on") + pair.below("presented"))
    came = [one for one in now.findings if one.id not in {each.id for each in then.findings}]
    for one in came:
        kind = KINDS.get(one.kind, (words(one.kind),))[0]
        yield SentencePart(f"new {kind}, {quoted(one.statement)}", pair.below("findings", one.id))
