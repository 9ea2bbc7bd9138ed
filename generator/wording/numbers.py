"""Numbers, counts and lists as they appear in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def number(value: Any, places: int | None = None, nothing: str = "") -> str:
    """Return `1,234` or `12.5`; text, such as a marker, as it is; `nothing` for None.

    A number that is not whole is rounded to `places` decimal places, or given in full.
    """
    if value is None:
        return nothing
    if isinstance(value, float):
        return f"{value:,}" if places is None else f"{value:,.{places}f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def plural(count: int, one: str, many: str = "", zero: str = "no") -> str:
    """Return a number of things: `1 audit`, `1,200 audits`, `no audits`."""
    return f"{f'{count:,}' if count else zero} {one if count == 1 else many or one + 's'}"


_SPELLED = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def spelled(count: int) -> str:
    """Return a whole number in words up to twelve, `six`, and in digits above."""
    return _SPELLED[count] if 0 <= count < len(_SPELLED) else f"{count:,}"


def times(number: int) -> str:
    """Return how many times, in words: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def ordinal(number: int) -> str:
    """Return a place in a sequence: `1st`, `12th`, `32nd`."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number:,}{'th' if number % 100 in (11, 12, 13) else endings.get(number % 10, 'th')}"


def listed(items: Iterable[object]) -> str:
    """Return every item: `a, b and c`."""
    found = [str(item) for item in items]
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def some_of(items: Iterable[object], most: int = 4) -> str:
    """Return the first items and how many more there are: `a, b, c and 3 more`; all of them where `most` allows it."""
    found = [str(item) for item in items]
    return listed(found if len(found) <= most else [*found[: most - 1], f"{len(found) - most + 1:,} more"])
