"""The spaces that look like an ordinary one, and where one of them stands in its place."""

from __future__ import annotations

import re
import unicodedata

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""The spaces that look like an ordinary one and that YAML takes for letters, as a range of a regular expression."""

_MISTAKEN = re.compile(rf"[ \t]*(?:- +)*(?:[^\s:#'\"]+:)? *([{ODD}])")


def mistaken(line: str) -> int | None:
    """Return the column of a space, before a field's name or behind its colon, that is no ordinary one."""
    found = _MISTAKEN.match(line)
    return found.start(1) if found else None


def mistaken_for(letter: str) -> tuple[str, str]:
    """Return the message and the remedy for such a space."""
    name = unicodedata.name(letter).lower()
    return f"this space is not an ordinary one ({name})", "Type an ordinary space; `qa format` does so."
