"""Differences as text, as Markdown that no text of a record can break, or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.diff.comparison import Difference, Sentence
from generator.diff.pair import WEIGHTS
from generator.wording import one_line, plural, some_of
from generator.wording.markdown import unlinked

NOTHING = "Nothing that this edition shows has changed."
MOST_SENTENCES = 100
"""How many sentences of one record type Markdown has at most."""
MAXIMUM_BYTES = 500_000
"""Of all sentences in Markdown: GitHub drops a summary of more than 1 MiB, and a job's report may be in it too."""


def as_text(found: Sequence[Difference], titles: Mapping[str, str], notes: Sequence[str] = ()) -> str:
    """Return every sentence, by type: a heading with counts, then a line for each."""
    lines = [summary(found)]
    for title, group in _groups(found, titles):
        lines += ["", f"{title}: {counts(group)}", *(f"  {_clean(str(one))}" for one in _sentences(group))]
    return "\n".join([*lines, *(["", *map(_clean, notes)] if notes else [])])


def as_markdown(found: Sequence[Difference], titles: Mapping[str, str], notes: Sequence[str] = ()) -> str:
    """Return the sentences as lists below headings; those beyond the limits are counted."""
    parts = [f"{unlinked(said)}\n" for said in (summary(found), *notes)]
    left = MAXIMUM_BYTES - sum(len(part.encode()) for part in parts)
    for title, group in _groups(found, titles):
        parts.append(f"### {unlinked(title)}: {counts(group)}\n")
        sentences = list(_sentences(group))
        for number, one in enumerate(sentences):
            said = f"- **{unlinked(one.subject)}**{one.mark} {unlinked(one.said)}"
            left -= len(said.encode())
            if number == MOST_SENTENCES or left < 0:
                parts.append(f"- and {len(sentences) - number:,} more …")
                break
            parts.append(said)
        parts[-1] += "\n"
    return "\n".join(parts).rstrip("\n")


def as_json(found: Iterable[Difference]) -> str:
    """Return all differences, each with its sentences and its fields before and after."""
    return json.dumps(
        [
            {
                "type": one.type,
                "id": one.id,
                "kind": one.kind,
                "title": one.title,
                "sentences": [str(said) for said in one.sentences],
                "fields": [{"route": each.route, "before": each.before, "after": each.after} for each in one.fields],
            }
            for one in found
        ],
        indent=2,
        ensure_ascii=False,
    )


def summary(found: Sequence[Difference]) -> str:
    """`4 records: 1 published, 3 changed.`"""
    if not found:
        return NOTHING
    weights = {one.weight for one in found}
    if len(weights) == 1:
        return (
            f"{plural(len(found), 'new record')}."
            if "new" in weights
            else f"{plural(len(found), 'record')} {found[0].weight}."
        )
    return f"{plural(len(found), 'record')}: {counts(found)}."


def counts(found: Iterable[Difference]) -> str:
    """`1 published, 2 new and 3 changed`."""
    tally = Counter(one.weight for one in found)
    return some_of((f"{tally[one]:,} {one}" for one in WEIGHTS if tally[one]), len(WEIGHTS))


def _clean(text: str) -> str:
    """The text on one line, without anything that can't be seen."""
    return " ".join(one_line(text).split())


def _groups(found: Sequence[Difference], titles: Mapping[str, str]) -> Iterator[tuple[str, list[Difference]]]:
    for type, group in groupby(found, key=lambda one: one.type):
        yield titles[type], list(group)


def _sentences(group: Iterable[Difference]) -> Iterator[Sentence]:
    return (sentence for one in group for sentence in one.sentences)
