"""Text as Markdown that shows it unchanged: without formatting, HTML or, on a site such as GitHub, automatic links."""

from __future__ import annotations

import re

from generator.wording.text import one_line

LONGEST = 1_000
"""The most characters of one text that a summary shows."""

_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_MARK = re.compile(r"[&<>\\`*_{}\[\]#|~^$!]|^[-+=:]|^[0-9]{1,9}[.)]")
"""Characters with a meaning anywhere in a line of Markdown, and those with one at its beginning."""
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_REFERENCE = re.compile(
    r"(?<=[@#!$%&~^])(?=[\w\"'])"  # a person, an issue, a change, a label …
    r"|(?<=\bGH)(?=-[0-9])"
    r"|(?<=:)(?=//)|(?<=\bwww)(?=\.)"  # an address
    r"|(?<=:)(?=(?:[a-z+-][a-z0-9_+-]*|[0-9]+[a-z][a-z0-9_+-]*|100|1234):)",  # a picture by its name
    re.IGNORECASE,
)
"""Where GitHub makes a link or a picture of plain words; it does so in the HTML, so escaping Markdown is no help."""
_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b", re.IGNORECASE)
_SEPARATOR, _PLACEHOLDER = "<!-- -->", "\0"
"""An HTML comment that interrupts such words, and a character that no line has, in its place until all is escaped."""


def escaped(text: str) -> str:
    """Return the text as one line of Markdown without formatting, also in a heading, a table or HTML.

    Characters become entities: unlike backslashes, they work in every kind of Markdown and inside HTML.
    """
    return _MARK.sub(_entity, _SPACE.sub(" ", text).strip(" "))


def unlinked(text: str) -> str:
    """Return at most `LONGEST` characters of the text, escaped, with nothing in it that GitHub would make a link.

    An invisible HTML comment interrupts each mention, issue number, address and commit.
    """
    line = one_line(_SPACE.sub(" ", text)).strip()
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    parted = _COMMIT.sub(_in_short_pieces, _REFERENCE.sub(_PLACEHOLDER, short))
    return escaped(parted).replace(_PLACEHOLDER, _SEPARATOR)


def _in_short_pieces(found: re.Match[str]) -> str:
    """A commit's name in pieces of six characters, too short to be taken for a commit."""
    return _PLACEHOLDER.join(found[0][start : start + 6] for start in range(0, len(found[0]), 6))


def _entity(found: re.Match[str]) -> str:
    """The characters found, the last one as an entity; digits before it (of a numbered list) stay as they are."""
    before, mark = found[0][:-1], found[0][-1]
    return before + _NAMES.get(mark, f"&#{ord(mark)};")
