"""Which KPI returns are owed, and when each was received: lateness counts from that day (R11, R34)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.assurance.figures.returned import is_due, quarters_of
from generator.model.agency import Agency
from generator.model.indicator import Indicator, OwingAgency
from generator.model.kpi_return import KpiReturn
from generator.periods import Quarter, quarters
from generator.register import Register

State = Literal["received", "received-late", "outstanding", "not-yet-due"]


@dataclass(frozen=True)
class Return:
    """One agency's return for one quarter: the indicators owed, and those with neither a figure nor a reason."""

    agency: str
    quarter: Quarter
    due: date
    received: date | None
    confirmed: date | None
    state: State
    owed: tuple[str, ...]
    missing: tuple[str, ...]


def returns(register: Register, day: date) -> tuple[Return, ...]:
    """Return every KPI return owed for a quarter that has ended by `day`, by quarter and agency."""
    partnership = register.partnership
    tracked = next((used.tracked_from for used in partnership.types_in_use if used.type == "kpi-return"), None)
    if tracked is None:
        return ()
    first = Quarter.of(tracked, partnership.year_starts)
    ended = [one for one in quarters(first, Quarter.of(day, partnership.year_starts)) if one.end < day]
    owed = indicators_owed(register)
    found = []
    for quarter in ended:
        due = quarter.end + timedelta(days=partnership.arrears_days)
        for agency in register.all(Agency):
            indicators = tuple(id for id, what in owed.get(agency.id, {}).items() if is_due(register, what, quarter))
            if indicators:
                made = register.get(KpiReturn, f"{agency.id}/{quarter}")
                found.append(_return(register, agency.id, quarter, due, indicators, made, day))
    return tuple(found)


def indicators_owed(register: Register) -> Mapping[str, Mapping[str, OwingAgency]]:
    """Return, for each agency, the indicators it returns, by id, with how often and for which area."""
    found: dict[str, dict[str, OwingAgency]] = {}
    for indicator in register.all(Indicator):
        for owed in indicator.owed_by:
            if quarters_of(register.framework, owed):
                found.setdefault(owed.agency, {})[indicator.id] = owed
    return found


def _return(
    register: Register,
    agency: str,
    quarter: Quarter,
    due: date,
    indicators: tuple[str, ...],
    made: KpiReturn | None,
    day: date,
) -> Return:
    received = made.received if made else None
    state: State = "not-yet-due" if day <= due else "outstanding"
    if received:
        state = "received" if received <= due else "received-late"
    missing = tuple(id for id in indicators if made and not _given(register, id, made))
    confirmed = made.confirmed if made else None
    return Return(agency, quarter, due, received, confirmed, state, indicators, missing)


def _given(register: Register, id: str, made: KpiReturn) -> bool:
    """Whether the return gives a count, or a reason for none, for each measure of the indicator."""
    indicator = register.get(Indicator, id)
    named = [one.id for one in indicator.measures] or [*indicator.numerator] if indicator else []
    return all(measure in made.values for measure in named)
