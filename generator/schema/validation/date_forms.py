"""The days that a date written in some other way may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MIDNIGHT = re.compile(r"[t ]0?0:00(?::00(?:\.0+)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/ ]*(?:of )?([a-z]{3,9})\.?[-/, ]*(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? *(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
_WEEKDAY = re.compile(r"([a-z]{3,9})\.?,? +(?=[\da-z])")


def days_meant(text: str) -> tuple[str, ...]:
    """Return the days, as records write them, that a text can mean: several for 03/04/2026, day before month first.

    Empty where it is no date, or the day does not exist.
    """
    text = _MIDNIGHT.sub("", " ".join(text.casefold().split()))
    weekday = _WEEKDAY.match(text)
    named = _begun(_WEEKDAYS, weekday[1]) if weekday else None
    if weekday and named is not None:
        text = text[weekday.end() :]
    days = dict.fromkeys(_days(text))
    return tuple(day.isoformat() for day in days if named is None or day.weekday() == named)


def written_as_day(text: str) -> bool:
    """Return whether a text is written as a date in figures, even if the day does not exist."""
    return bool(_YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text))


def _days(text: str) -> Iterator[date]:
    if found := _YEAR_FIRST.fullmatch(text):
        year, between, month, day = found.groups()
        if between or len(text) == 8:
            yield from _day(year, month, day)
    elif found := _YEAR_LAST.fullmatch(text):
        first, _, second, last = found.groups()
        yield from _day(last, second, first)
        yield from _day(last, first, second)
        if len(last) == 2:
            yield from _day(first.zfill(2), second, last)
    elif found := _DAY_MONTH.fullmatch(text):
        yield from _day(found[3], found[2], found[1])
    elif found := _MONTH_DAY.fullmatch(text):
        yield from _day(found[3], found[1], found[2])


def _day(year: str, month: str, day: str) -> Iterator[date]:
    named = _begun(_MONTHS, month)
    number = int(month) if month.isdigit() else 0 if named is None else named + 1
    try:
        yield date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return


def _begun(names: tuple[str, ...], word: str) -> int | None:
    """The place of the name that begins with the word: sept, tues; None where none does."""
    return next((number for number, name in enumerate(names) if name.startswith(word)), None)
