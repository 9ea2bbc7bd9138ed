"""Each year's audit programme: its audits by quarter, as first planned and as they are now, and its targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.assurance.audits.standing import AuditStanding
from generator.model.partnership import Target
from generator.model.programme import Programme, ProgrammeChange
from generator.periods import Quarter, Year
from generator.register import Register

State = Literal["planned", "not-started", "running", "overrun", "finished", "dropped"]


@dataclass(frozen=True)
class Slot:
    """One audit of a year. `first` is the quarter first planned, None for an audit in no programme; `quarter` the
    present.

    A planned audit whose quarter has ended is `not-started`.
    """

    theme: str
    kind: str
    first: Quarter | None
    quarter: Quarter
    state: State
    audit: str | None
    added: date | None
    changes: tuple[ProgrammeChange, ...]


@dataclass(frozen=True)
class Tally:
    """One kind's target in one year, and how many audits of the kind are finished, running and planned."""

    kind: str
    target: int
    finished: int
    running: int
    planned: int

    @property
    def shortfall(self) -> int:
        """How many audits are missing from the target if all that run or are planned are finished."""
        return max(self.target - self.finished - self.running - self.planned, 0)


@dataclass(frozen=True)
class YearPlan:
    """One year: its programme, its audits by quarter, its targets. `ended` once the year is past."""

    year: Year
    programme: Programme | None
    slots: tuple[Slot, ...]
    targets: tuple[Tally, ...]
    ended: bool

    def of(self, quarter: Quarter) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.quarter == quarter)

    @property
    def shortfall(self) -> int:
        return sum(tally.shortfall for tally in self.targets)


def year_plans(register: Register, audits: Iterable[AuditStanding], day: date) -> tuple[YearPlan, ...]:
    """Return every year that has a programme or an audit, the newest first (R24, R25, R26)."""
    starts = register.partnership.year_starts
    standings = {one.audit.id: one for one in audits}
    programmes = {one.year: one for one in register.all(Programme)}
    named = {item.audit for one in programmes.values() for item in one.audits}
    joint = [one for one in standings.values() if register.framework.is_joint(one.audit.kind)]
    begun = {str(Year.of(one.audit.starts, starts)) for one in joint if one.audit.starts}
    years = sorted((Year.parse(text, starts) for text in {*programmes, *begun}), reverse=True)
    return tuple(_year(register, year, programmes.get(str(year)), standings, named, day) for year in years)


def _year(
    register: Register,
    year: Year,
    programme: Programme | None,
    standings: Mapping[str, AuditStanding],
    named: set[str | None],
    day: date,
) -> YearPlan:
    slots = [*_programmed(programme, year, standings, day)] if programme else []
    joint = (one for one in standings.values() if register.framework.is_joint(one.audit.kind))
    slots += _outside(year, [one for one in joint if one.audit.id not in named])
    slots.sort(key=lambda slot: slot.quarter)
    targets = tuple(_tally(target, slots) for target in register.partnership.targets)
    return YearPlan(year, programme, tuple(slots), targets, day > year.end)


def _programmed(programme: Programme, year: Year, standings: Mapping[str, AuditStanding], day: date) -> Iterator[Slot]:
    for item in programme.audits:
        first = _quarter(item.quarter, year)
        changes = tuple(change for change in programme.changes if change.item == item.id)
        moves = [change.quarter for change in changes if change.change == "moved" and change.quarter]
        quarter = _quarter(moves[-1], year) if moves else first
        held = standings.get(item.audit or "")
        state = _state(changes, held, quarter, day)
        audit = held.audit.id if held else None
        yield Slot(item.theme, item.kind, first, quarter, state, audit, item.added, changes)


def _quarter(text: str, year: Year) -> Quarter:
    """The quarter that a record gives; the first of `year` where the text is no quarter of the partnership's."""
    return Quarter.read(text, year.year_starts) or year.quarters[0]


def _state(changes: tuple[ProgrammeChange, ...], held: AuditStanding | None, quarter: Quarter, day: date) -> State:
    if held and held.state != "planned":
        return held.state
    if any(change.change == "dropped" for change in changes):
        return "dropped"
    return "not-started" if day > quarter.end else "planned"


def _outside(year: Year, others: Iterable[AuditStanding]) -> Iterator[Slot]:
    for one in others:
        starts = one.audit.starts
        if starts and starts in year:
            quarter = Quarter.of(starts, year.year_starts)
            yield Slot(one.audit.title, one.audit.kind, None, quarter, one.state, one.audit.id, None, ())


def _tally(target: Target, slots: Iterable[Slot]) -> Tally:
    own = [slot.state for slot in slots if slot.kind == target.kind]
    running = sum(state in ("running", "overrun") for state in own)
    return Tally(target.kind, target.each_year, own.count("finished"), running, own.count("planned"))
