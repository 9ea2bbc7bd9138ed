"""A closed action has evidence.

The framework asks “so what?” of everything that is done. An action that is complete or embedded has evidence: a policy,
a dip sample, a training record, or an impact seen since. Without evidence or impact the plan says why.

Wrong: `{date: 2026-09-24, status: complete, note: Done.}`, and no `impact`.
Right: `{date: 2026-09-24, status: complete, note: In use., evidence: A dip sample of 20 referrals.}`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.action_plan import ActionPlan
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ()
level = "D"
CLOSED = ("complete", "embedded")


def problems(register: Register) -> Iterator[Fault]:
    for entry, plan in register.of(ActionPlan):
        if plan.last_stage.stage == "draft":
            continue
        for at, action in enumerate(plan.actions):
            status = action.updates[-1].status if action.updates else ""
            if status in CLOSED and not action.impact and not any(update.evidence for update in action.updates):
                last = len(action.updates) - 1
                yield Fault(
                    entry.place("actions", at, "updates", last, "status"),
                    f"action {shown(action.id)} is {status}, without evidence",
                    "Give it in `evidence` of this update; if there is none, say why under `exceptions` "
                    f"with `field: actions.{action.id}` and `rule: action-closed-with-evidence`.",
                )
