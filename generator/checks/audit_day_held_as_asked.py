"""The audit day is held in person and led by those whom the methodology names.

The event gives agencies an opportunity to come together: it is held in person wherever possible, and led by the roles
that the methodology names. A day that was held otherwise says why.

Wrong: `audit_day: {mode: remote, led_by: [Chair, Business Manager]}`.
Right: the same, with `reason: Snow had closed the roads.`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.assurance.audits.presentation import milestone_id
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register

upholds = ("R44",)
level = "D"
HELD = {"remote": "remotely", "hybrid": "in part remotely"}
REMEDY = "Say why in `reason` of `audit_day`, or under `exceptions` with `rule: audit-day-held-as-asked`."


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        event, day = methodology.event if methodology else None, audit.audit_day
        named = milestone_id(register, audit, "audit-day")
        held = any(one.milestone == named and one.actual for one in audit.milestones)
        if event is None or day is None or not held or not register.framework.is_joint(audit.kind):
            continue
        if event.in_person and day.mode in HELD:
            message = f"the audit day was held {HELD[day.mode]}"
            yield Fault(entry.place("audit_day", "mode"), message, REMEDY, reason=day.reason or "")
        absent = _absent_leaders(event.led_by, day.led_by)
        if day.led_by and absent:
            message = f"the audit day was led without {' and '.join(absent)}"
            yield Fault(entry.place("audit_day", "led_by"), message, REMEDY, reason=day.reason or "")


def _absent_leaders(named: Sequence[str], led: Sequence[str]) -> list[str]:
    present = {role.casefold() for role in led}
    return [role for role in named if role.casefold() not in present]
