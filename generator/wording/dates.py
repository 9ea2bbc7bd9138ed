"""Dates as a reader writes them."""

from __future__ import annotations

from datetime import date


def day(value: date | None) -> str:
    """Return `30 June 2026`; an empty text for no date."""
    return f"{value.day} {value:%B %Y}" if value else ""


def short_day(value: date | None) -> str:
    """Return `30 Jun 2026`; an empty text for no date."""
    return f"{value.day} {value:%b %Y}" if value else ""


def moved(before: date, after: date) -> str:
    """Return `31 March → 30 June 2026`, with the year only once where both dates have the same."""
    first = day(before).removesuffix(f" {after.year}") if before.year == after.year else day(before)
    return f"{first} → {day(after)}"
