"""A review takes no longer than the framework allows.

The partnership looks at referrals and completed reviews each quarter. The framework's record may say within how many
months a review is to be completed; one that took longer from the decision to hold it says why.

Wrong: six months are allowed; decided on 10 April 2025, completed on 30 January 2026, and no `delay_reason`.
Right: the same, with `delay_reason: The inquest had to be awaited.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.sar import Sar
from generator.periods import months_later
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R32",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    months = register.framework.adult_reviews.months
    for entry, review in register.of(Sar) if months else ():
        decided = review.decision.date if review.decision else None
        if decided and review.completed and months and review.completed > months_later(decided, months):
            yield Fault(
                entry.place("completed"),
                f"the review was completed on {shown(review.completed)}, "
                f"more than {months} months after the decision on {shown(decided)}",
                "Say why in `delay_reason`, or under `exceptions` with `rule: review-within-its-time-limit`.",
                (entry.place("decision", "date", note="the decision"),),
                review.delay_reason or "",
            )
