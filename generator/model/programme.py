"""An audit programme: the audits planned for a year, quarter by quarter, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class PlannedAudit:
    """An audit as first planned; `added` is None where it was in the programme first approved."""

    id: str = ""
    quarter: str = ""
    kind: str = ""
    theme: str = ""
    audit: str | None = None
    added: date | None = None


@dataclass(frozen=True, kw_only=True)
class ProgrammeChange:
    """A change after approval; `item` is the planned audit's id, `quarter` where it was moved to."""

    item: str | None = None
    change: str = ""
    quarter: str | None = None
    text: str = ""
    reason: str = ""
    agreed: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Shortfall:
    """Why fewer audits were done than aimed for."""

    reason: str = ""
    agreed: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Programme(Record):
    year: str = ""
    approved: str | None = None
    approved_on: date | None = None
    introduction: str | None = None
    audits: tuple[PlannedAudit, ...] = ()
    changes: tuple[ProgrammeChange, ...] = ()
    shortfall: Shortfall | None = None
