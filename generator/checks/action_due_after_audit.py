"""An action is due after the audit that it answers began.

An action plan arises from what an audit found. An action that was due before the audit began answers another one, or
has a wrong date.

Wrong: `due: 2026-01-05` in a plan that arises from an audit which began on 6 April 2026.
Right: `due: 2026-09-30`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.action_plan import ActionPlan
from generator.model.audit import Audit
from generator.problem import Fault
from generator.register import Entry, Register
from generator.wording import shown

upholds = ("R36",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, plan in register.of(ActionPlan):
        audits = [_audit(register, name) for name in plan.arises_from]
        begun = [(one.value["starts"], one) for one in audits if one]
        if not begun or len(begun) < len(audits):
            continue
        start, audit = min(begun, key=lambda one: one[0])
        for position, action in enumerate(plan.actions):
            if action.due and action.due.isoformat() < start:
                due = shown(action.due)
                yield Fault(
                    entry.place("actions", position, "due"),
                    f"action {action.id} is due on {due}, before the audit began on {shown(start)}",
                    "Correct the date, or say in `arises_from` which earlier audit the action answers.",
                    (audit.place("starts", note="the audit's start"),),
                )


def _audit(register: Register, name: str) -> Entry | None:
    """The audit that a reference names: itself, or by its findings report."""
    type, _, id = name.partition("/")
    return register.entry(Audit, id) if type in ("audit", "findings-report") else None
