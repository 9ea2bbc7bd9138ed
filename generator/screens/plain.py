"""A text with its odd spaces, dashes and digits made plain, each for one, so that places in it stay the same."""

from __future__ import annotations

import re
import unicodedata

Span = tuple[int, int]
"""Where something starts and ends in a text."""

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_DIGITS = re.compile(r"[^\W0-9_a-zA-Z](?<=\d)")
_WIDE = re.compile("[\uff01-\uff5e]")
ODD = re.compile(
    "[\u00a0\u00ad\u061c\u0660-\u0669\u1680\u180e\u2000-\u2015\u2028-\u202f\u205f-\u206f\u2212\u3000\ufe00-\uffff]"
)
"""What an ordinary text rarely has, and what is worth a closer look."""


def plain(text: str) -> str:
    """Return the text, as long as it was, with ASCII for what only looks otherwise: `０７７００–９００１２３`."""
    if text.isascii():
        return text
    text = _DASHES.sub("-", _SPACES.sub(" ", text))
    text = _WIDE.sub(lambda found: chr(ord(found[0]) - 0xFEE0), text)
    return _DIGITS.sub(lambda found: str(unicodedata.digit(found[0])), text)
