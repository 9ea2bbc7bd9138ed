"""A findings report: what one audit found, how well it is triangulated, and where it was presented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A strength or an area for development; two or more sources make it triangulated."""

    id: str = ""
    kind: str = ""
    statement: str = ""
    information: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    evidence: str | None = None
    principles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FindingsReport(Record):
    audit: str = ""
    prepared: date | None = None
    presented: str | None = None
    presented_on: date | None = None
    summary: str | None = None
    voice: str | None = None
    equality: str | None = None
    findings: tuple[Finding, ...] = ()
    learning: str | None = None
    good_practice: tuple[str, ...] = ()
    limitations: str | None = None
