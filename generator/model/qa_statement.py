"""A QA Statement: one agency's rating of its own practice, and the event that tested it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class StatementItem:
    """One practice the agency was asked about; `rating` is one of the framework's statement ratings."""

    id: str = ""
    section: str = ""
    statement: str = ""
    principle: str | None = None
    rating: str = ""
    evidence: str | None = None
    action: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChallengeEvent:
    date: date | None = None
    notes: str | None = None


@dataclass(frozen=True, kw_only=True)
class QaStatement(Record):
    agency: str = ""
    year: str = ""
    received: date | None = None
    sender_role: str = ""
    signed_off_by: str | None = None
    items: tuple[StatementItem, ...] = ()
    event: ChallengeEvent | None = None
