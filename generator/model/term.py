"""A word or abbreviation of the glossary, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    abbreviation: str | None = None
    meaning: str = ""
    in_framework: bool = False
    see: tuple[str, ...] = ()
    link: str | None = None
