"""A plain value as text that its author would recognise."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.wording.dates import day, day_of, is_written_day
from generator.wording.numbers import number


def shown(value: Any) -> str:
    """Return a value as its author would recognise it: dates in words, text in quotation marks."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        if is_written_day(value):
            return day(day_of(value)) or value
        return f"“{_line(value)}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a group of fields"
    return "nothing" if value is None else number(value)


def _line(text: str) -> str:
    """The beginning of a text, on one line, without anything that can't be seen."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text[:61])
    return seen if len(text) <= 60 else seen[:57] + "…"
