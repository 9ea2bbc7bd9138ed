"""The quarters and years of a partnership, whichever month its year begins in."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

APRIL = 4
_YEAR = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_QUARTER = re.compile(r"(.+)-q([1-4])")
_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Year:
    """A partnership's year: `year` is the calendar year it begins in, `year_starts` the month (4 is April)."""

    year: int
    year_starts: int = APRIL

    def __post_init__(self) -> None:
        _check_month(self.year_starts)

    @classmethod
    def parse(cls, text: str, year_starts: int = APRIL) -> Year:
        """Read `2026-27`, or `2026` where the year starts in January. Errors: ValueError in plain words."""
        _check_month(year_starts)
        found = _YEAR.fullmatch(text)
        if found is None or text != str(year := cls(int(found[1]), year_starts)):
            raise ValueError(f"“{text}” is not a year: write it like {cls(2026, year_starts)}")
        return year

    @classmethod
    def of(cls, day: date, year_starts: int = APRIL) -> Year:
        """Return the year that `day` falls in."""
        return cls(day.year - (day.month < year_starts), year_starts)

    def __str__(self) -> str:
        return f"{self.year}" if self.year_starts == 1 else f"{self.year}-{(self.year + 1) % 100:02}"

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.year_starts, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return self.next.start - _DAY

    @property
    def next(self) -> Year:
        return Year(self.year + 1, self.year_starts)

    @property
    def previous(self) -> Year:
        return Year(self.year - 1, self.year_starts)

    @property
    def quarters(self) -> tuple[Quarter, Quarter, Quarter, Quarter]:
        one, two, three, four = (Quarter(self.year, number, self.year_starts) for number in range(1, 5))
        return one, two, three, four

    @property
    def label(self) -> str:
        """The year for a reader: `2026-27 (April 2026 to March 2027)`."""
        return f"{self} ({_span(self.start, self.end)})"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a partnership's year: `year` is the calendar year that the year begins in, `number` 1 to 4."""

    year: int
    number: int
    year_starts: int = APRIL

    def __post_init__(self) -> None:
        _check_month(self.year_starts)
        if not 1 <= self.number <= 4:
            raise ValueError(f"a quarter's number is 1 to 4, not {self.number}")

    @classmethod
    def parse(cls, text: str, year_starts: int = APRIL) -> Quarter:
        """Read `2026-27-q3`, or `2026-q3` where the year starts in January. Errors: ValueError in plain words."""
        found = _QUARTER.fullmatch(text)
        try:
            if found is not None:
                return cls(Year.parse(found[1], year_starts).year, int(found[2]), year_starts)
        except ValueError:
            _check_month(year_starts)
        raise ValueError(f"“{text}” is not a quarter: write it like {cls(2026, 3, year_starts)}")

    @classmethod
    def read(cls, text: str, year_starts: int = APRIL) -> Quarter | None:
        """Read a quarter as `parse` does; None where there is no such quarter."""
        try:
            return cls.parse(text, year_starts)
        except ValueError:
            return None

    @classmethod
    def of(cls, day: date, year_starts: int = APRIL) -> Quarter:
        """Return the quarter that `day` falls in."""
        months = (day.month - year_starts) % 12
        return cls(Year.of(day, year_starts).year, months // 3 + 1, year_starts)

    def __str__(self) -> str:
        return f"{self.in_year}-q{self.number}"

    @property
    def in_year(self) -> Year:
        return Year(self.year, self.year_starts)

    @property
    def start(self) -> date:
        """The first day."""
        months = self.year_starts - 1 + 3 * (self.number - 1)
        return date(self.year + months // 12, months % 12 + 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return self.next.start - _DAY

    @property
    def next(self) -> Quarter:
        return self.plus(1)

    @property
    def previous(self) -> Quarter:
        return self.plus(-1)

    def plus(self, quarters: int) -> Quarter:
        """Return the quarter that many quarters later; earlier where negative."""
        years, number = divmod(self.number - 1 + quarters, 4)
        return Quarter(self.year + years, number + 1, self.year_starts)

    @property
    def label(self) -> str:
        """The quarter for a reader: `Q3 (October to December 2026)`."""
        return f"Q{self.number} ({_span(self.start, self.end)})"

    @property
    def short_label(self) -> str:
        """The quarter for an axis or a cell: `Q3 2026-27`."""
        return f"Q{self.number} {self.in_year}"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def quarters(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    """Yield every quarter from `first` to `last`, both included; none where `last` comes before `first`."""
    quarter = first
    while quarter <= last:
        yield quarter
        quarter = quarter.next


def short_label_of(text: str, year_starts: int) -> str:
    """Return a quarter as records write it for a reader: `2026-27-q2` → `Q2 2026-27`; any other text as it is."""
    quarter = Quarter.read(text, year_starts)
    return quarter.short_label if quarter else text


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _check_month(month: int) -> None:
    if not 1 <= month <= 12:
        raise ValueError(f"a year starts in a month from 1 to 12, not {month}")


def _span(start: date, end: date) -> str:
    first = f"{start:%B}" if start.year == end.year else f"{start:%B} {start.year}"
    return f"{first} to {end:%B} {end.year}"
