"""The review of training and development: the offer, who has had it, and what should change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class TrainingLevel:
    """One level of training: how many staff should have it and how many have it in date."""

    id: str = ""
    title: str = ""
    eligible: int = 0
    trained: int = 0


@dataclass(frozen=True, kw_only=True)
class TrainingFinding:
    id: str = ""
    statement: str = ""


@dataclass(frozen=True, kw_only=True)
class TrainingReview(Record):
    year: str = ""
    date: date | None = None
    offer: str = ""
    levels: tuple[TrainingLevel, ...] = ()
    findings: tuple[TrainingFinding, ...] = ()
    presented: str | None = None
