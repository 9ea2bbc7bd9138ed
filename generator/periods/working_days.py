"""Which days people do not work: weekends, and the bank holidays of a nation of the United Kingdom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

OBSERVED = " (observed)"


def why_not_working(day: date, nation: str) -> str:
    """Return why `day` is not a working day, `a Sunday` or `Good Friday`; empty if it is one."""
    name = _bank_holidays(nation, day.year).get(day)
    if name:
        return f"the holiday for {name.removesuffix(OBSERVED)}" if name.endswith(OBSERVED) else name
    return f"a {day:%A}" if day.weekday() >= 5 else ""


def first_working_day(day: date, nation: str) -> date:
    """Return `day` if it is a working day, otherwise the next one."""
    while why_not_working(day, nation):
        day += timedelta(days=1)
    return day


@cache
def _bank_holidays(nation: str, year: int) -> Mapping[date, str]:
    from holidays.countries.united_kingdom import (
        UnitedKingdom,
    )  # slow: not imported before it is needed

    return dict(UnitedKingdom(subdiv=nation, years=year))  # type: ignore[no-untyped-call]
