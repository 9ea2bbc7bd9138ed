"""An audit tool: the questions that every agency answers in an audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question; `answer` is graded, yes-no or text."""

    id: str = ""
    section: str | None = None
    text: str = ""
    guidance: str | None = None
    answer: str = ""
    mandatory: bool = False
    principle: str | None = None
    source: str | None = None
    asks_about: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AuditTool(Record):
    version: str | None = None
    agreed: date | None = None
    replaces: str | None = None
    guidance: str | None = None
    questions: tuple[Question, ...] = ()
