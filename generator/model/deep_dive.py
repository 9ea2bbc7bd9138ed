"""A thematic deep dive: an enquiry that the chair agreed to, its methods and its results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.findings_report import Finding
from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class DeepDiveResults:
    """What it found, settled on `date`."""

    presented: str | None = None
    voice: str | None = None
    findings: tuple[Finding, ...] = ()
    learning: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class DeepDive(Record):
    agreed_by_chair: date | None = None
    theme: str = ""
    arises_from: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    led_by: str | None = None
    agencies: tuple[str, ...] = ()
    due: date | None = None
    results: DeepDiveResults | None = None
