"""Completed audits are shared before the audit day, not after it.

Partners read the completed audits to prepare for the event. One of the two dates is wrong where the sharing comes last.

Wrong: the milestone `audits-shared` on 11 June 2026 and `audit-day` on 3 June 2026.
Right: `audits-shared` on 26 May 2026 and `audit-day` on 3 June 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.presentation import milestone_id
from generator.model.audit import Audit
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R43",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        when = {one.milestone: (one.actual, place) for place, one in enumerate(audit.milestones)}
        shared, at = when.get(milestone_id(register, audit, "sharing"), (None, 0))
        day, day_at = when.get(milestone_id(register, audit, "audit-day"), (None, 0))
        if shared and day and shared > day:
            yield Fault(
                entry.place("milestones", at, "actual"),
                f"the audits were shared on {shown(shared)}, after the audit day on {shown(day)}",
                "One of the two dates is wrong: correct it.",
                (entry.place("milestones", day_at, "actual", note="the audit day"),),
            )
