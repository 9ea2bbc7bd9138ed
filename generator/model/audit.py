"""An audit: its theme, twelve-week window, sample, agencies and audit day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Origin:
    kind: str = ""
    record: str | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """A milestone in this audit: `planned` replaces the date of the week table, `actual` is when it happened."""

    milestone: str = ""
    planned: date | None = None
    actual: date | None = None
    reason: str | None = None
    agreed: str | None = None


@dataclass(frozen=True, kw_only=True)
class Sample:
    size: int | str = 0
    agreed: date | None = None
    covers: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgencyExemption:
    agency: str = ""
    reason: str = ""
    agreed: str | None = None


@dataclass(frozen=True, kw_only=True)
class Voice:
    sought: bool = False
    how: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class AuditDay:
    mode: str | None = None
    led_by: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Audit(Record):
    kind: str = ""
    theme: str = ""
    origin: Origin = field(default_factory=Origin)
    priorities: tuple[str, ...] = ()
    starts: date | None = None
    methodology: str = ""
    tools: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    sample: Sample | None = None
    agencies: tuple[str, ...] = ()
    exemptions: tuple[AgencyExemption, ...] = ()
    information_pack: date | None = None
    voice: Voice | None = None
    equality: str | None = None
    audit_day: AuditDay | None = None
