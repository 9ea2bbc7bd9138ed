"""An audit return: one agency's completed audit tool, as counts of cases and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class NilReturn:
    """The agency had no case to audit."""

    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The answer to one question of the tool: how many cases had each answer, or a comment in words."""

    question: str = ""
    cases: Mapping[str, int | str] = field(default_factory=dict)
    comment: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReturnVoice:
    """How the adult's voice was taken into account in the cases audited."""

    sought: bool = False
    heard_from: tuple[str, ...] = ()
    how: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class AuditReturn(Record):
    audit: str = ""
    agency: str = ""
    received: date | None = None
    late_reason: str | None = None
    sender_role: str | None = None
    signed_off_by: str | None = None
    tool: str | None = None
    nil: NilReturn | None = None
    cases_audited: int | str | None = None
    answers: tuple[Answer, ...] = ()
    voice: ReturnVoice | None = None
    equality: str | None = None
    strengths: tuple[str, ...] = ()
    areas_for_development: tuple[str, ...] = ()
    good_practice: tuple[str, ...] = ()
