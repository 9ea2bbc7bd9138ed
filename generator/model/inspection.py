"""A regulator's published inspection: its outcome, the response and what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class InspectionResponse:
    date: date | None = None
    role: str | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class InspectionLearning:
    id: str = ""
    date: date | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Inspection(Record):
    agency: str | None = None
    regulator: str = ""
    provider: str = ""
    service: str = ""
    published: date | None = None
    outcome: str = ""
    address: str | None = None
    findings: str | None = None
    notified: date | None = None
    response: InspectionResponse | None = None
    learning: tuple[InspectionLearning, ...] = ()
