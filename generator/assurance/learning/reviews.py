"""How each Safeguarding Adult Review goes: the step it has reached, and its time against six months."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.sar import QualityMarker, Sar

State = Literal[
    "referred", "no-review", "decided", "under-way", "completed", "to-be-published", "not-published", "published",
    "withdrawn",
]  # fmt: skip
LIMIT = 6
"""Months within which a review is to be completed (Care and support statutory guidance, 14.173)."""

QUALITY_MARKERS = (
    "Referral",
    "Decision making",
    "Informing the person, family and social network",
    "Clarity of purpose",
    "Commissioning",
    "Governance",
    "Process management",
    "Parallel processes",
    "Assembling information",
    "Practitioners’ involvement",
    "Involvement of the person, family members and network",
    "Analysis",
    "The report",
    "Publication and dissemination",
    "Action and impact",
)
"""The short names of the SAR Quality Markers, first to fifteenth (Social Care Institute for Excellence, 2022)."""

_STARTS_NO_REVIEW = {"criteria-not-met", "other-review"}


@dataclass(frozen=True)
class Course:
    """One review on one day. `due` is six months after it began; `ended` is None while it goes on."""

    sar: str
    state: State
    days_to_decide: int | None
    began: date | None
    due: date | None
    ended: date | None
    day: date

    @property
    def running(self) -> bool:
        return self.began is not None and self.ended is None and self.state == "under-way"

    @property
    def months(self) -> float | None:
        """How long the review took, or has taken so far, in months of 365.25 / 12 days."""
        if self.began is None or not (self.ended or self.running):
            return None
        return round(((self.ended or self.day) - self.began).days * 12 / 365.25, 1)

    @property
    def over(self) -> bool | None:
        """Whether it took, or is taking, more than six months; None where that is not known."""
        if self.due is None or self.months is None:
            return None
        return (self.ended or self.day) > self.due


def course(sar: Sar, day: date) -> Course:
    """Return how one review goes; facts dated after `day` are dropped before, not here."""
    decided = sar.decision.date if sar.decision else None
    waited = (decided - sar.referred).days if decided and sar.referred else None
    due = months_later(sar.started, LIMIT) if sar.started else None
    return Course(sar.id, state(sar), waited, sar.started, due, sar.completed, day)


def state(sar: Sar) -> State:
    """Return the step a review has reached: its publication counts for more than its dates."""
    last = sar.stages[-1].stage if sar.stages else ""
    if last == "withdrawn":
        return "withdrawn"
    if last == "published":
        return "published"
    if sar.publication:
        return "not-published" if sar.publication.decision == "not-published" else "to-be-published"
    if sar.completed:
        return "completed"
    if sar.started:
        return "under-way"
    if sar.decision is None:
        return "referred"
    return "no-review" if sar.decision.kind in _STARTS_NO_REVIEW else "decided"


def judged(sar: Sar) -> dict[int, QualityMarker]:
    """Return the last dated judgement of each Quality Marker, by its number."""
    known = sorted(sar.quality_markers, key=lambda one: (one.marker, one.date or date.min))
    return {one.marker: one for one in known}


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
