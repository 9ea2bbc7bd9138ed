"""The characters that nobody can see: which they are, and what each is called."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = re.compile(rb"\xe2(?:\x80[\x8b\xa8-\xae]|\x81[\xa0\xa6-\xa9])|\xef\xbb\xbf")
"""In UTF-8: zero-width spaces, separators of lines, and marks that turn the direction of writing.

What joins letters in some scripts and in emoji, and the soft hyphen, may stay.
"""

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")
"""The same, and what YAML does not allow in a text anyhow."""

BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What the parser counts as the end of a line."""

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""The spaces that look like an ordinary one and that YAML takes for letters, as a range of a regular expression."""

_MISTAKEN = re.compile(rf"[ \t]*(?:- +)*(?:[^\s:#'\"]+:)? *([{ODD}])")

RETYPE = "Delete it, or retype the line; it often comes with text copied from elsewhere."


def unseen(letter: str) -> str:
    """Return what an invisible character is called: `an invisible character (zero width space)`."""
    name = unicodedata.name(letter, "").lower()
    return f"an invisible character ({name})" if name else "an invisible control character"


def mistaken(line: str) -> int | None:
    """Return the column of a space, before a field's name or behind its colon, that is no ordinary one."""
    found = _MISTAKEN.match(line)
    return found.start(1) if found else None


def mistaken_for(letter: str) -> tuple[str, str]:
    """Return what is said of such a space, and what is to be done."""
    name = unicodedata.name(letter).lower()
    return f"this space is not an ordinary one ({name})", "Type an ordinary space; `qa format` does so."
