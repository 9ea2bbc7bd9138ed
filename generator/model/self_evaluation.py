"""The strategic self-evaluation: what the framework's evaluators judge, area by area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class EvaluationArea:
    id: str = ""
    area: str = ""
    principle: str | None = None
    judgement: str = ""
    evidence: str = ""
    next: str | None = None


@dataclass(frozen=True, kw_only=True)
class SelfEvaluation(Record):
    year: str = ""
    date: date | None = None
    authors: tuple[str, ...] = ()
    areas: tuple[EvaluationArea, ...] = ()
    reason: str | None = None
