"""Each obligation's duties, period by period, and the records that discharge them, found by matching (R48)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from generator.assurance.membership import members
from generator.model.lists import Cadence, find
from generator.model.meeting import Agreement, Meeting
from generator.model.methodology import Methodology
from generator.model.obligation import Obligation
from generator.model.record import in_force
from generator.periods import Quarter, Year, months_later
from generator.register import Entry, Register
from generator.schema import at

State = Literal["met", "met-late", "excused", "owed", "late"]
MONTHS_A_YEAR = 12


@dataclass(frozen=True, order=True)
class Period:
    """A quarter, a year or several years: first and last day, and its name for readers."""

    start: date
    end: date
    label: str
    names: tuple[str, ...]
    """The quarters and years inside it, as records write them."""


@dataclass(frozen=True)
class Duty:
    """One obligation in one period, by one agency where each owes it. `done` is the day it was met."""

    obligation: str
    period: Period
    agency: str
    due: date
    state: State
    done: date | None
    records: tuple[str, ...]
    reason: str | None

    def redacted(self, visible: Collection[tuple[str, str]]) -> Duty:
        """Return it with visible records only."""
        kept = tuple(one for one in self.records if tuple(one.split("/", 1)) in visible)
        return replace(self, records=kept)


@dataclass(frozen=True)
class _Candidate:
    """A record, or an item of one, that may discharge an obligation."""

    record: str
    agency: str
    day: date
    period: str | None


def duties(register: Register, day: date) -> tuple[Duty, ...]:
    """Return every duty of every period that has begun by `day`, from when records of the type that discharges it are
    kept.
    """
    return tuple(duty for obligation in register.all(Obligation) for duty in _duties(register, obligation, day))


def _duties(register: Register, obligation: Obligation, day: date) -> Iterator[Duty]:
    rule = obligation.discharged_by
    partnership = register.partnership
    tracked = next((used.tracked_from for used in partnership.types_in_use if used.type == rule.type), None)
    if tracked is None:
        return
    candidates = [
        one for entry in register.entries[rule.type].values() for one in _candidates(register, entry, obligation)
    ]
    days = obligation.due.days if obligation.due else partnership.arrears_days
    excuses = list(_excuses(register, obligation))
    for period in _periods(register, obligation, tracked, day):
        due = period.end + timedelta(days=days)
        for agency in agencies(register, obligation, period):
            done = sorted(
                {
                    (one.day, one.record)
                    for one in candidates
                    if one.agency == agency and (one.period in period.names or _dated_in(one, period))
                }
            )
            excuse = next((one for one in excuses if _excused(one, period, agency)), None)
            met = done[obligation.minimum - 1][0] if len(done) >= obligation.minimum else None
            state: State = "late" if day > due else "owed"
            if met:
                state = "met" if met <= due else "met-late"
            elif excuse:
                state = "excused"
            records = tuple(dict.fromkeys(record for _, record in done))
            yield Duty(obligation.id, period, agency, due, state, met, records, excuse.reason if excuse else None)


def agencies(register: Register, obligation: Obligation, period: Period) -> tuple[str, ...]:
    """Return the ids of the agencies that owe it for a period, or one empty id where a group or role owes it."""
    if not obligation.each_agency:
        return ("",)
    methodology = in_force(register.all(Methodology), period.end)
    asked, terms = (methodology.agencies, methodology.terms) if methodology else ((), ())
    if obligation.agencies:
        asked, terms = obligation.agencies, ()
    return members(register, asked, terms, period.end)


def _dated_in(one: _Candidate, period: Period) -> bool:
    return one.period is None and period.start <= one.day <= period.end


def _periods(register: Register, obligation: Obligation, tracked: date, day: date) -> Iterator[Period]:
    """Every period of the obligation's cadence from the one that holds `tracked` to the one that holds `day`."""
    starts = register.partnership.year_starts
    cadence = find(register.framework.cadences, obligation.cadence) or Cadence()
    year = Year.of(tracked, starts)
    if obligation.cycle_from and cadence.months >= MONTHS_A_YEAR:
        year = Year.parse(obligation.cycle_from, starts)
    start = year.start
    while start <= day:
        following = months_later(start, cadence.months)
        end = following - timedelta(days=1)
        if end >= tracked:
            yield Period(start, end, _label(start, end, starts), _names(start, end, starts))
        start = following


def _names(start: date, end: date, year_starts: int) -> tuple[str, ...]:
    """The whole quarters and years inside a period, as records write them."""
    found: list[str] = []
    quarter = Quarter.of(start, year_starts)
    while quarter.end <= end:
        year = quarter.in_year
        if quarter.number == 1 and year.end <= end:
            found.append(str(year))
        found += [str(quarter)] if quarter.start >= start else []
        quarter = quarter.next
    return tuple(found)


def _label(start: date, end: date, year_starts: int) -> str:
    """A period's name for readers: a quarter, a year, several years, or its months."""
    quarter, first, last = Quarter.of(start, year_starts), Year.of(start, year_starts), Year.of(end, year_starts)
    if (quarter.start, quarter.end) == (start, end):
        return quarter.label
    if (first.start, last.end) == (start, end):
        return str(first) if first == last else f"{first} to {last}"
    return f"{start:%B %Y}" if start.month == end.month else f"{start:%B} to {end:%B %Y}"


def _candidates(register: Register, entry: Entry, obligation: Obligation) -> Iterator[_Candidate]:
    """A candidate for each date of a record, or of its items, that meet the conditions."""
    rule = obligation.discharged_by
    parts = register.schemas[entry.type].path.read(entry.id) or {}
    value: Mapping[str, Any] = {**parts, **entry.value}
    picked: dict[str, list[Any]] = {}
    for path, allowed in rule.where.items():
        head, _, rest = path.partition(".")
        if isinstance(value.get(head), list):
            items = picked.get(head, value[head])
            picked[head] = [item for item in items if at(item, rest) in allowed]
        elif at(value, path) not in allowed:
            return
    if any(not items for items in picked.values()):
        return
    head, _, rest = rule.dated.partition(".")
    inside = picked.get(head, value.get(head)) if isinstance(value.get(head), list) else None
    days = [at(item, rest) for item in inside] if inside is not None else [at(value, rule.dated)]
    agency = str(at(value, rule.agency) or "") if obligation.each_agency else ""
    period = None if rule.period == "dated" else str(at(value, rule.period))
    for written in filter(None, days):
        yield _Candidate(f"{entry.type}/{entry.id}", agency, date.fromisoformat(written), period)


def _excuses(register: Register, obligation: Obligation) -> Iterator[Agreement]:
    for meeting in register.all(Meeting):
        for agreed in meeting.minutes.agreed if meeting.minutes else ():
            if agreed.kind == "excuse" and agreed.about == f"obligation/{obligation.id}":
                yield agreed


def _excused(agreed: Agreement, period: Period, agency: str) -> bool:
    return (not agreed.agency or agreed.agency == agency) and (not agreed.period or agreed.period in period.names)
