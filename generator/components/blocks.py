"""What stands below each other on a page: leads, cards, tables, facts, lists and callouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.components.inline import Prose


@dataclass(frozen=True)
class Lead:
    """The sentence that a page opens with."""

    text: Any


@dataclass(frozen=True)
class Byline:
    """Under a record's title: badges and a few words in one row."""

    items: Sequence[Any]


@dataclass(frozen=True)
class Card:
    """One card; with `target` (the same as a Link has) the whole card is the link."""

    title: Any
    target: str = ""
    value: Any = None
    text: Any = ""
    kind: str = ""
    kicker: str = ""
    badge: Any = ""


@dataclass(frozen=True)
class Stat:
    """One figure with what it counts, and how it stands; with `target` it is a link."""

    value: Any
    label: str
    note: Any = ""
    kind: str = ""
    target: str = ""


@dataclass(frozen=True)
class Cards:
    """Cards or stats side by side. Sizes: small, medium, wide."""

    items: Sequence[Any]
    size: str = "medium"


@dataclass(frozen=True)
class Column:
    """A column of a table: `number` sets figures to the right, `narrow` keeps it from taking room."""

    title: str
    number: bool = False
    narrow: bool = False


@dataclass(frozen=True)
class Table:
    """A table: each row has a cell for every column; None is shown as the sign that nothing is recorded.

    The column at place `head` names the row. On a phone each row of a table with `stack` becomes a block.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    empty: str = "Nothing is recorded here yet."
    head: int = 0
    stack: bool = False
    hide_caption: bool = False
    note: str = ""


@dataclass(frozen=True)
class Facts:
    """What is known of one thing: pairs of name and value."""

    pairs: Sequence[tuple[Any, Any]]


@dataclass(frozen=True)
class Points:
    """A list of points, each a text or a component; `prose` sets it as a record's text, `numbered` numbers them."""

    items: Sequence[Any]
    prose: bool = False
    numbered: bool = False


@dataclass(frozen=True)
class Progress:
    """How many of how many, in words and as a bar."""

    done: int
    total: int
    label: str


@dataclass(frozen=True)
class Callout:
    """Something to notice before going on."""

    kind: str
    title: str
    body: Any


@dataclass(frozen=True)
class Steps:
    """Numbered steps: texts, or pairs of title and text."""

    items: Sequence[Any]


@dataclass(frozen=True)
class Quote:
    """Someone's words, with whose they are: a role, never a name."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class NewsItem:
    """What happened or is due on a date."""

    date: str
    text: Any
    target: str = ""
    badge: Any = ""
    note: Any = ""


@dataclass(frozen=True)
class News:
    """What happened or is due, newest or nearest first."""

    items: Sequence[NewsItem]
    empty: str = "Nothing to show."


@dataclass(frozen=True)
class Download:
    """A file to take away."""

    title: str
    target: str
    format: str = ""
    text: str = ""


@dataclass(frozen=True)
class Downloads:
    """Files to take away."""

    items: Sequence[Download]


@dataclass(frozen=True)
class More:
    """Detail that is closed until the reader opens it."""

    summary: str
    body: Any
    open: bool = False


@dataclass(frozen=True)
class Finding:
    """A finding, recommendation or point of learning on a card, whose `anchor` is its id; and the actions that answer
    it, as News.
    """

    anchor: str
    statement: Prose
    kicker: str = ""
    kind: str = ""
    badge: Any = ""
    body: Sequence[Any] = ()
    actions: News | None = None


@dataclass(frozen=True)
class Listing:
    """A file's text, line by line as it stands; `label` says what it is."""

    label: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of words and links."""

    text: Any


@dataclass(frozen=True)
class Note:
    """A remark in small type."""

    text: Any


@dataclass(frozen=True)
class Passage:
    """Text of a record, in Markdown of several paragraphs, as a block of its own; it may link to records."""

    text: str


@dataclass(frozen=True)
class Blocks:
    """Blocks below each other, as one value of a page."""

    items: Sequence[Any]
