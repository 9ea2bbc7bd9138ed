"""A frozen version of the site: one edition as it stood on one date. Its id is the version's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Publication(Record):
    edition: str = ""
    as_of: date | None = None
    meeting: str | None = None
    role: str | None = None
    note: str | None = None
