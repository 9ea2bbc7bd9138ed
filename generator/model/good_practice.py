"""Good practice: something done well that others can learn from, and what showed it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class GoodPractice(Record):
    what: str = ""
    difference: str | None = None
    learned: str | None = None
    agencies: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()
    celebrated: str | None = None
