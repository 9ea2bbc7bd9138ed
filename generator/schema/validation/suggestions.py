"""The word that was probably meant, for a question in a message."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

_DIGIT = re.compile("[0-9]")


def nearest(word: str, words: Iterable[str]) -> str:
    """Return `: did you mean …?` for the one of `words` that was probably meant, or nothing."""
    meant = word_meant(word, words)
    return f": did you mean “{meant}”?" if meant else ""


def word_meant(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that was probably meant; empty where the letters differ by more than a slip."""
    likely = [other for other in words if abs(len(other) - len(word)) <= max(3, len(word) // 2)]
    close = difflib.get_close_matches(word.casefold(), likely, n=1, cutoff=0.7)
    if not close or (
        _DIGIT.findall(word) != _DIGIT.findall(close[0]) and _DIGIT.sub("", word) != _DIGIT.sub("", close[0])
    ):
        return ""
    return close[0]
