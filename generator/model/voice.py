"""An adult voice report: what one agency heard from adults in a quarter, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.briefing import Quote
from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Complaints:
    number: int | str | None = None
    upheld: int | str | None = None
    safeguarding: int | str | None = None
    themes: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Compliments:
    number: int | str | None = None
    themes: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Voice(Record):
    """None in place of a number means not known; a true zero is 0."""

    agency: str = ""
    quarter: str = ""
    received: date | None = None
    sender_role: str | None = None
    process: str | None = None
    monitoring: str | None = None
    complaints: Complaints | None = None
    compliments: Compliments | None = None
    heard: str | None = None
    heard_from: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    learned: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
