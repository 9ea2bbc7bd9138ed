"""A notification of concern, from the restricted store: pages show counts of these only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Notification(Record):
    agency: str = ""
    kind: str = ""
    known: date | None = None
    notified: date | None = None
    notified_by: str | None = None
    summary: str | None = None
    inspection: str | None = None
    closed: date | None = None
