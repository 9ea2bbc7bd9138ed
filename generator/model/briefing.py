"""A learning briefing: in seven minutes, what was learned and what practitioners should do differently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Quote:
    """What someone said and agreed to have used."""

    text: str = ""
    speaker: str = ""
    consent: bool = False


@dataclass(frozen=True, kw_only=True)
class PracticeChange:
    """What agencies do differently since `date`."""

    text: str = ""
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Resource:
    title: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Briefing(Record):
    theme: str = ""
    arises_from: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    background: str = ""
    what_we_learned: tuple[str, ...] = ()
    do_differently: tuple[str, ...] = ()
    what_changed: tuple[PracticeChange, ...] = ()
    good_practice: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    questions: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
