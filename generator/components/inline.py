"""What stands within a line or a cell: links, badges, prose of a record, and phrases put together from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """A link to `target`: a record (`type/id`, an item may follow), the path of a page or file, `#anchor`, or an
    address on another site.

    Without `text` it has the record's own name; where the edition has no such page, only the words stand there.
    """

    target: str
    text: str = ""


@dataclass(frozen=True)
class Badge:
    """A state in a word or two. Kinds: good, done, attention, poor, neutral, draft, info."""

    word: str
    kind: str = "neutral"


@dataclass(frozen=True)
class Prose:
    """Text of a record, in Markdown of several paragraphs; it may link to records."""

    text: str


@dataclass(frozen=True)
class Anchored:
    """Words that a link can lead to: `anchor` is their id on the page."""

    anchor: str
    text: Any


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: Any


@dataclass(frozen=True)
class Code:
    """Words that stand in a file or a command, to the letter."""

    text: str


@dataclass(frozen=True)
class Phrase:
    """Words and other inline components, one after another. `soft` is for what is less important."""

    parts: tuple[Any, ...]
    soft: bool = False


@dataclass(frozen=True)
class Stack:
    """Inline components one below the other, as one value of a cell."""

    parts: tuple[Any, ...]


@dataclass(frozen=True)
class Bar:
    """A small bar beside a figure: `value` of `maximum`, and the figure as `text`."""

    value: float
    maximum: float
    text: str
    kind: str = "done"


@dataclass(frozen=True)
class Sparkline:
    """A small line of the last figures, drawn by the SVG path `path` in a box of 96 by 22, with the last change.

    `sign` is an arrow for the change, `text` the same in words. Without a path, the words stand alone.
    """

    path: str
    sign: str
    text: str


@dataclass(frozen=True)
class Entries:
    """Short entries one below the other, as one value of a cell."""

    items: Sequence[Any]


def phrase(*parts: Any) -> Phrase:
    """Return the parts as one phrase; those that are None or empty are left out."""
    return Phrase(tuple(part for part in parts if part not in (None, "")))


def stack(*parts: Any) -> Stack:
    """Return the parts one below the other; those that are None or empty are left out."""
    return Stack(tuple(part for part in parts if part not in (None, "")))


def enumerated(parts: Iterable[Any]) -> Phrase:
    """Return the parts as `a, b and c`."""
    every = tuple(parts)
    said: list[Any] = []
    for place, part in enumerate(every):
        said += [] if place == 0 else [" and "] if place == len(every) - 1 else [", "]
        said.append(part)
    return Phrase(tuple(said))


def links(targets: Iterable[str]) -> Phrase:
    """Return links to records, in their own names, as `a, b and c`."""
    return enumerated(Link(target) for target in targets)


def agencies(ids: Iterable[str]) -> Phrase:
    """Return links to agencies as `a, b and c`."""
    return links(f"agency/{id}" for id in ids)
