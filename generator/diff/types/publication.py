"""The sentences of a publication: which edition is frozen, and as of which day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.pair import Pair, record
from generator.model.publication import Publication
from generator.wording import day, the


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, Publication)
    as_of = f" as things stood on {day(made.as_of)}" if made.as_of else ""
    yield f"once merged, freezes the {made.edition} edition{as_of}"
    if made.meeting:
        yield f"agreed at {pair.name('meeting', made.meeting)}"
    elif made.role:
        yield f"agreed by {the(made.role)}"
