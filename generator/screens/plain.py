"""A text with unusual spaces, dashes and digits replaced by ASCII, one for one, so that positions do not change."""

from __future__ import annotations

import re
import unicodedata

Span = tuple[int, int]
"""Where something starts and ends in a text."""

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_DIGITS = re.compile(r"[^\W0-9_a-zA-Z](?<=\d)")
_WIDE = re.compile("[\uff01-\uff5e]")
CHANGED = re.compile(
    rf"[\d\s{_SPACES.pattern[1:-1]}{_DASHES.pattern[1:-1]}{_WIDE.pattern[1:-1]}\u017f\u0130\u0131\u212a\ufffd]"
)
"""Characters that are not ASCII and look like ASCII spaces, dashes or digits."""


def plain(text: str) -> str:
    """Return the text with unusual characters replaced one for one: `０７７００–９００１２３` → `07700-900123`."""
    if text.isascii():
        return text
    text = _DASHES.sub("-", _SPACES.sub(" ", text))
    text = _WIDE.sub(lambda found: chr(ord(found[0]) - 0xFEE0), text)
    return _DIGITS.sub(lambda found: str(unicodedata.digit(found[0])), text)
