"""Dates as a reader writes them, and as records do."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_written_day(text: str) -> bool:
    """Return whether the text is written as records write a date, be there such a day or not."""
    return bool(_DAY.fullmatch(text))


def day_of(text: str) -> date | None:
    """Return the day that a text says as records do, `2026-06-30`; None for other texts, and where there is none."""
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
