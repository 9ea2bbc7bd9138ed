"""Dates, numbers and names as a reader writes them: the filters of every template."""

from __future__ import annotations

from datetime import date
from typing import Any


def day(value: date | None) -> str:
    """`1 April 2024`; nothing for no date."""
    return f"{value.day} {value:%B %Y}" if value else ""


def short_day(value: date | None) -> str:
    """`1 Apr 2024`; nothing for no date."""
    return f"{value.day} {value:%b %Y}" if value else ""


def number(value: Any, places: int = 1) -> str:
    """`1,234`, `12.5`; text, such as a marker, stays as it is; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.{places}f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def words(value: str | None) -> str:
    """`requires-improvement` → `requires improvement`."""
    return (value or "").replace("-", " ").replace("_", " ")


def sentence(value: str | None) -> str:
    """`requires-improvement` → `Requires improvement`."""
    text = words(value)
    return text[:1].upper() + text[1:]


def plural(count: int, singular: str, plural: str | None = None) -> str:
    """`1 audit`, `2 audits`, `no audits`."""
    many = plural or f"{singular}s"
    return f"{count or 'no'} {singular if count == 1 else many}"


def listed(items: list[str] | tuple[str, ...]) -> str:
    """`a, b and c`."""
    items = [str(item) for item in items]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


FILTERS = {
    "day": day, "short_day": short_day, "number": number, "words": words, "sentence": sentence, "listed": listed,
}  # fmt: skip
