"""A priority of the business plan, and the learning that set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Priority(Record):
    plan: str = ""
    order: int = 1
    text: str = ""
    starts: date | None = None
    ends: date | None = None
    learned_from: tuple[str, ...] = ()
    learning: str | None = None
    indicators: tuple[str, ...] = ()
    note: str | None = None
