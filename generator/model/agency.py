"""An agency: how it takes part, and whether it signed the memorandum of understanding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signing of the memorandum of understanding."""

    signed: date | None = None
    version: str = ""
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class Agency(Record):
    label: str | None = None
    abbreviation: str | None = None
    role: str = ""
    sector: str | None = None
    statutory: bool = False
    switchboard: str | None = None
    mou: tuple[Signature, ...] = ()
    joined: date | None = None
    left: date | None = None
    succeeded_by: str | None = None
    aliases: tuple[str, ...] = ()
