"""How each review of a death or of serious harm stands: the step it has reached, and its time against its limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.framework import Framework
from generator.model.lists import find
from generator.model.sar import QualityMarker, Sar
from generator.periods import months_later

State = Literal[
    "referred", "no-review", "decided", "under-way", "completed", "to-be-published", "not-published", "published",
    "withdrawn",
]  # fmt: skip


@dataclass(frozen=True)
class ReviewStanding:
    """How one review stands on one day.

    It may take `limit` months, if that is known, and is `due` then; `ended` is None while it runs.
    """

    sar: str
    state: State
    days_to_decide: int | None
    began: date | None
    limit: int | None
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
        """Whether it took, or has already taken, longer than its limit; None where that is not known."""
        if self.due is None or self.months is None:
            return None
        return (self.ended or self.day) > self.due


def standing(sar: Sar, framework: Framework, day: date) -> ReviewStanding:
    """Return how one review stands on `day`; `sar` holds no fact dated later (`Register.at` drops them)."""
    months = framework.adult_reviews.months
    decided = sar.decision.date if sar.decision else None
    waited = (decided - sar.referred).days if decided and sar.referred else None
    due = months_later(sar.started, months) if sar.started and months else None
    return ReviewStanding(sar.id, state(sar, framework), waited, sar.started, months, due, sar.completed, day)


def state(sar: Sar, framework: Framework) -> State:
    """Return the step that a review has reached: the last of them for which there is a record."""
    last = sar.last_stage.stage
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
    decision = find(framework.review_decisions, sar.decision.kind)
    return "decided" if decision is None or decision.review else "no-review"


def judged(sar: Sar) -> dict[str, QualityMarker]:
    """Return the last dated judgement of each quality marker, by its id."""
    known = sorted(sar.quality_markers, key=lambda one: (one.marker, one.date or date.min))
    return {one.marker: one for one in known}
