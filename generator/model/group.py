"""A board or sub-group: what it is for, whom it reports to and who sits on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class StandingItem:
    """An item on the agenda of every meeting."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Term:
    """When an agency belongs: from its first day to its last, both included; None is without end."""

    agency: str = ""
    joined: date | None = None
    left: date | None = None


@dataclass(frozen=True, kw_only=True)
class Group(Record):
    abbreviation: str | None = None
    parent: str | None = None
    order: int = 1
    chair: str | None = None
    agencies: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    roles: tuple[str, ...] = ()
    purpose: str = ""
    delivers: tuple[str, ...] = ()
    owns_framework: bool = False
    meets: str | None = None
    standing_items: tuple[StandingItem, ...] = ()
    note: str | None = None
