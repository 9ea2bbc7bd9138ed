"""Text as Markdown that shows it and nothing else: no mark, no HTML and, where a host of code reads it, no link."""

from __future__ import annotations

import re

from generator.wording.text import one_line

LONGEST = 1_000
"""Characters: what a summary shows of one text."""

_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_MARK = re.compile(r"[&<>\\`*_{}\[\]#|~^$!]|^[-+=:]|^[0-9]{1,9}[.)]")
"""What means something anywhere in a line of Markdown, and what does where a line begins with it."""
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_REFERENCE = re.compile(
    r"(?<=[@#!$%&~^])(?=[\w\"'])"  # a person, an issue, a change, a label …
    r"|(?<=\bGH)(?=-[0-9])"
    r"|(?<=:)(?=//)|(?<=\bwww)(?=\.)"  # an address
    r"|(?<=:)(?=(?:[a-z+-][a-z0-9_+-]*|[0-9]+[a-z][a-z0-9_+-]*|100|1234):)",  # a picture by its name
    re.IGNORECASE,
)
"""Where a host of code makes a link or a picture of plain words, whichever marks are escaped: it reads the HTML."""
_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b", re.IGNORECASE)
_SEPARATOR, _PLACEHOLDER = "<!-- -->", "\0"
"""A comment of HTML, and what stands for it until the marks are escaped: a character that no line holds."""


def escaped(text: str) -> str:
    """Return the text as one line of Markdown in which no character is a mark: in a heading, a table or HTML too.

    Entities and not backslashes: those mean the same to every reader of Markdown, and inside HTML.
    """
    return _MARK.sub(_entity, _SPACE.sub(" ", text).strip(" "))


def unlinked(text: str) -> str:
    """Return at most `LONGEST` characters of the text, escaped, with nothing in it that a host of code makes a link of.

    A comment of HTML, which nobody sees, stands within a mention, an issue's number, an address or a commit.
    """
    line = one_line(_SPACE.sub(" ", text)).strip()
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    parted = _COMMIT.sub(_in_short_pieces, _REFERENCE.sub(_PLACEHOLDER, short))
    return escaped(parted).replace(_PLACEHOLDER, _SEPARATOR)


def _in_short_pieces(found: re.Match[str]) -> str:
    """A commit's name in pieces of six characters, of which none is long enough to name a commit."""
    return _PLACEHOLDER.join(found[0][start : start + 6] for start in range(0, len(found[0]), 6))


def _entity(found: re.Match[str]) -> str:
    """The last character found as an entity; what stands before it, the number of an entry of a list, is no mark."""
    before, mark = found[0][:-1], found[0][-1]
    return before + _NAMES.get(mark, f"&#{ord(mark)};")
