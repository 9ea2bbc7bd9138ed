"""A plain value as its author would recognise it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from generator.wording.dates import day
from generator.wording.numbers import number

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def shown(value: Any) -> str:
    """Return a value as its author would recognise it: dates in words, text in quotation marks."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        try:
            return shown(date.fromisoformat(value)) if is_day(value) else f"“{_line(value)}”"
        except ValueError:
            return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a group of fields"
    return "nothing" if value is None else number(value)


def is_day(text: str) -> bool:
    """Whether the text is written as a date, be there such a day or not."""
    return bool(_DAY.fullmatch(text))


def _line(text: str) -> str:
    """The beginning of a text, on one line, without anything that can't be seen."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text[:61])
    return seen if len(text) <= 60 else seen[:57] + "…"
