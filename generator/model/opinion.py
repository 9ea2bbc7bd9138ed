"""An assurance opinion: someone's dated judgement on a theme, with its reasons and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Opinion(Record):
    theme: str = ""
    level: str = ""
    given_by: str = ""
    reasons: str = ""
    gaps: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    date: date | None = None
