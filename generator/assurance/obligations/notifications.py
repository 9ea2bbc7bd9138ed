"""How many issues of concern were notified: counts by quarter and kind from the restricted store, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from generator.model.notification import Notification
from generator.periods import Quarter, quarters
from generator.register import Register


@dataclass(frozen=True)
class Notifications:
    """Counts of notifications known on a day, oldest quarter first; a quarter without any is there with none.

    `waited` is the median number of days from when an agency knew to when it notified; None where no issue says when
    it knew.
    """

    quarters: tuple[Quarter, ...] = ()
    counts: Mapping[tuple[Quarter, str], int] = field(default_factory=dict)
    open: int = 0
    waited: float | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(sorted({kind for _, kind in self.counts}))

    def count(self, quarter: Quarter, kind: str = "") -> int:
        """Return how many in a quarter, of one kind or of all."""
        return sum(number for (when, what), number in self.counts.items() if when == quarter and kind in ("", what))

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def notifications(restricted: Register, register: Register, day: date) -> Notifications:
    """Return the counts of a restricted store on `day`, from the day the partnership began to track them (R14)."""
    starts = register.partnership.year_starts
    used = (one for one in register.partnership.types_in_use if one.type == "notification")
    tracked = next((one.tracked_from for one in used), None)
    known = [
        (one, one.notified)
        for one in restricted.at(day).all(Notification)
        if one.notified and tracked and one.notified >= tracked
    ]
    if tracked is None:
        return Notifications()
    counts = Counter((Quarter.of(notified, starts), one.kind) for one, notified in known)
    waited = [(notified - one.known).days for one, notified in known if one.known]
    return Notifications(
        tuple(quarters(Quarter.of(tracked, starts), Quarter.of(day, starts))),
        dict(sorted(counts.items())),
        sum(one.closed is None for one, _ in known),
        median(waited) if waited else None,
    )
