"""A peer review: who was reviewed by whom, when, and what they found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class PeerFinding:
    id: str = ""
    date: date | None = None
    kind: str = ""
    statement: str = ""
    principle: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, kw_only=True)
class PeerReview(Record):
    scope: str = ""
    about: str = ""
    agencies: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    planned: date | None = None
    held: date | None = None
    findings: tuple[PeerFinding, ...] = ()
