"""A review takes no more than six months.

The partnership looks at referrals and completed reviews each quarter. A Safeguarding Adult Review that took more than
six months from the decision to hold it says why.

Wrong: decided on 10 April 2025, completed on 30 January 2026, and no `delay_reason`.
Right: the same, with `delay_reason: The inquest had to be awaited.`
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from generator.model.sar import Sar
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R32",)
level = "D"
MONTHS = 6


def problems(register: Register) -> Iterator[Fault]:
    for entry, review in register.of(Sar):
        decided = review.decision.date if review.decision else None
        if decided and review.completed and review.completed > _later(decided, MONTHS):
            yield Fault(
                entry.place("completed"),
                f"the review was completed on {shown(review.completed)}, "
                f"more than {MONTHS} months after the decision on {shown(decided)}",
                "Say why in `delay_reason`, or under `exceptions` with `rule: review-within-six-months`.",
                (entry.place("decision", "date", note="the decision"),),
                review.delay_reason or "",
            )


def _later(day: date, months: int) -> date:
    """The same day some months later, or that month's last."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
