"""A learning review: one that another body owns and that adult safeguarding learns from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class OwnersReport:
    date: date | None = None
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Learning:
    id: str = ""
    date: date | None = None
    text: str = ""
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LearningReview(Record):
    kind: str = ""
    owner: str = ""
    notified: date | None = None
    started: date | None = None
    completed: date | None = None
    report: OwnersReport | None = None
    learning: tuple[Learning, ...] = ()
