"""A requirement of the framework: its words, its force, what a shortfall is, and where the site shows it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A passage of the framework, word for word, and its section."""

    text: str = ""
    section: str = ""


@dataclass(frozen=True, kw_only=True)
class ShortfallLevel:
    """What a shortfall is (error, departure, state, or valid after all) and when."""

    level: str = ""
    when: str = ""
    by_schema: bool = False


@dataclass(frozen=True, kw_only=True)
class Requirement(Record):
    catalogue: str | None = None
    force: str = ""
    also_force: str | None = None
    words: tuple[Quote, ...] = ()
    law: str | None = None
    levels: tuple[ShortfallLevel, ...] = ()
    where_shown: str = ""
    shown_on: str | None = None
    met_when: str | None = None
    note: str | None = None
