"""A KPI return: one agency's counts for one quarter, and what it restates of earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measure: a count with its breakdowns (breakdown id → category id → count), or why there is none."""

    count: int | str | None = None
    by: Mapping[str, Mapping[str, int | str]] = field(default_factory=dict)
    estimated: bool = False
    absent: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Restatement:
    """Figures of an earlier quarter, given anew by measure id."""

    date: date | None = None
    quarter: str = ""
    kind: str = ""
    reason: str | None = None
    values: Mapping[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class KpiReturn(Record):
    agency: str = ""
    quarter: str = ""
    received: date | None = None
    confirmed: date | None = None
    sender_role: str = ""
    signed_off_by: str | None = None
    # Figures by measure id; in other records `values` are ids of the framework's values.
    values: Mapping[str, Figure] = field(default_factory=dict)  # type: ignore[assignment]
    restatements: tuple[Restatement, ...] = ()
    narrative: str | None = None
    adult_voice: str | None = None

    @property
    def provisional(self) -> bool:
        """Whether the figures still await the agency's confirmation."""
        return self.confirmed is None
