"""Dates in words for readers, and in the form of records."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_written_day(text: str) -> bool:
    """Return whether the text has the form of a date in records, whether or not that day exists."""
    return bool(_DAY.fullmatch(text))


def day_of(text: str) -> date | None:
    """Return the day of a text written as in records, `2026-06-30`; None for other texts and days that do not exist."""
    try:
        return date.fromisoformat(text) if is_written_day(text) else None
    except ValueError:
        return None


def day(value: date | None) -> str:
    """Return `30 June 2026`; an empty text for no date."""
    return f"{value.day} {value:%B %Y}" if value else ""


def short_day(value: date | None) -> str:
    """Return `30 Jun 2026`; an empty text for no date."""
    return f"{value.day} {value:%b %Y}" if value else ""


def date_change(before: date, after: date) -> str:
    """Return `31 March → 30 June 2026`, with the year only once where both dates have the same."""
    first = day(before).removesuffix(f" {after.year}") if before.year == after.year else day(before)
    return f"{first} → {day(after)}"
