"""Completed audits are shared with partners a week before the audit day.

To get the most out of the event, all completed audits are shared at least one week in advance, or as many days as the
methodology says. Fewer days ask for a reason.

Wrong: shared on 1 June 2026 for an audit day on 3 June 2026, without a reason.
Right: the milestone `audits-shared` with `reason: Two returns came late, and were worth waiting for.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.presentation import milestone_id
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R43",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        wanted = methodology.share_days_before if methodology else None
        when = {one.milestone: (one, place) for place, one in enumerate(audit.milestones)}
        shared_by, held_by = (milestone_id(register, audit, role) for role in ("sharing", "audit-day"))
        if wanted is None or shared_by not in when or held_by not in when:
            continue
        (sharing, at), (event, event_at) = when[shared_by], when[held_by]
        if sharing.actual and event.actual and 0 <= (days := (event.actual - sharing.actual).days) < wanted:
            early = f"{days} {'day' if days == 1 else 'days'} before" if days else "on"
            shared = shown(sharing.actual)
            yield Fault(
                entry.place("milestones", at, "actual"),
                f"the audits were shared on {shared}, {early} the audit day; {wanted} days are asked for",
                "Say why in `reason` of this milestone, or under `exceptions` with `rule: audit-shared-a-week-before`.",
                (entry.place("milestones", event_at, "actual", note="the audit day"),),
                sharing.reason or "",
            )
