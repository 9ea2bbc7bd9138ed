"""A front-line visit: one agency learns about another's safeguarding work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class VisitAccount:
    """What happened, known once the visit was made."""

    visited: date | None = None
    visitor_roles: tuple[str, ...] = ()
    discussed: str | None = None
    learning: tuple[str, ...] = ()
    good_practice: tuple[str, ...] = ()
    follow_up: str | None = None


@dataclass(frozen=True, kw_only=True)
class Visit(Record):
    visitor: str | None = None
    host: str | None = None
    service: str | None = None
    planned: date | None = None
    purpose: str | None = None
    account: VisitAccount | None = None
