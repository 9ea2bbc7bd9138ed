"""A value as its author would recognise it, and what the author may have meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGIT = re.compile("[0-9]")


def nearest(word: str, words: Iterable[str]) -> str:
    """Return `: did you mean …?` for the one of `words` that was probably meant, or nothing."""
    meant = word_meant(word, words)
    return f": did you mean “{meant}”?" if meant else ""


def word_meant(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that was probably meant, or nothing: other letters and digits are another thing."""
    likely = [other for other in words if abs(len(other) - len(word)) <= max(3, len(word) // 2)]
    close = difflib.get_close_matches(word.casefold(), likely, n=1, cutoff=0.7)
    if not close or (
        _DIGIT.findall(word) != _DIGIT.findall(close[0]) and _DIGIT.sub("", word) != _DIGIT.sub("", close[0])
    ):
        return ""
    return close[0]


def said(value: Any) -> str:
    """Return a value as its author would recognise it: dates in words, text in quotation marks."""
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, str):
        try:
            return said(date.fromisoformat(value)) if is_day(value) else f"“{_line(value)}”"
        except ValueError:
            return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a group of fields"
    return "nothing" if value is None else number(value)


def number(value: Any) -> str:
    """Return a number with its thousands set apart; nothing for what is no number."""
    return f"{value:,}" if isinstance(value, int | float) and not isinstance(value, bool) else ""


def inside(title: str) -> str:
    """Return a type's title in the middle of a sentence: audit return, KPI return, Safeguarding Adult Review."""
    a_name = title.split()[0].isupper() or (title.istitle() and " " in title)
    return title if a_name else title[0].lower() + title[1:]


def named(title: str) -> str:
    """Return a type's title in the middle of a sentence, with its article: an audit return, a KPI return."""
    return f"{'an' if title[0].lower() in 'aeio' else 'a'} {inside(title)}"


def is_day(text: str) -> bool:
    """Whether the text is written as a date, be there such a day or not."""
    return bool(_DAY.fullmatch(text))


def _line(text: str) -> str:
    """The beginning of a text, on one line, without anything that can't be seen."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text[:61])
    return seen if len(text) <= 60 else seen[:57] + "…"
