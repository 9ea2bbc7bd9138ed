"""The days of the illustrative activity: quarters, working days, meetings and bank holidays of England."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from generator.periods import Quarter, quarters

AS_OF = date(2026, 11, 20)
FIRST, LAST = Quarter(2023, 1), Quarter(2026, 2)

BANK_HOLIDAYS = frozenset(
    date.fromisoformat(f"{year}-{day}")
    for year, days in {
        2023: "04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2027: "01-01 03-26 03-29",
    }.items()
    for day in days.split()
)

MEETINGS = {
    "qap": (
        "2023-04-13 2023-05-25 2023-07-06 2023-09-28 2023-11-09 2023-12-21 2024-02-08 2024-03-28 "
        "2024-05-16 2024-07-03 2024-09-26 2024-11-14 2024-12-19 2025-02-06 2025-03-27 "
        "2025-05-15 2025-07-03 2025-09-25 2025-11-13 2025-12-18 2026-02-05 2026-03-26 "
        "2026-05-14 2026-07-02 2026-09-24 2026-11-05 2026-12-03 2027-02-04 2027-03-25"
    ),
    "executive-board": (
        "2023-05-16 2023-07-18 2023-10-17 2024-01-16 2024-04-16 2024-07-16 2024-10-15 2025-01-14 "
        "2025-04-15 2025-07-15 2025-10-14 2026-01-13 2026-04-14 2026-07-14 2026-10-13 2027-01-12"
    ),
    "ssap-board": (
        "2023-06-07 2023-09-13 2023-12-06 2024-03-06 2024-06-12 2024-09-11 2024-12-11 2025-03-12 "
        "2025-06-11 2025-09-10 2025-12-10 2026-03-11 2026-06-10 2026-09-09 2026-12-09 2027-03-10"
    ),
    "pip": "2023-10-03 2024-10-08 2025-06-24 2026-06-23 2026-10-06",
    "training-and-workforce": "2024-05-02 2025-03-20 2026-03-19 2026-09-17",
}


def meetings(group: str) -> tuple[date, ...]:
    """Return the days a group met or plans to meet, oldest first."""
    return tuple(date.fromisoformat(day) for day in MEETINGS[group].split())


def all_quarters() -> Iterator[Quarter]:
    """Yield the quarters of the activity."""
    return quarters(FIRST, LAST)


def working_day(day: date) -> date:
    """Return `day`, or the next day on which offices are open."""
    while day.weekday() > 4 or day in BANK_HOLIDAYS:
        day += timedelta(days=1)
    return day


def between(random: Random, first: date, last: date) -> date:
    """Return a working day from `first` to `last`."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return random.choice([day for day in days if working_day(day) == day])
