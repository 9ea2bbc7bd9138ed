"""Findings are presented with a findings report and an action plan.

Both are prepared in response to every audit that agencies hold together. Findings that were presented without one of
them say why.

Wrong: the milestone `presented` on 2 July 2026, and no action plan that arises from the audit.
Right: `arises_from: [audit/2026-falls]` in an action plan, and `records/findings-report/2026-falls.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.presentation import audit_of, presentations, was_kept
from generator.model.action_plan import ActionPlan
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R36",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    planned = {audit_of(origin) for plan in register.all(ActionPlan) for origin in plan.arises_from}
    for one in presentations(register):
        missing = {}
        if one.report is None and was_kept(register, "findings-report", one.day):
            missing["a findings report"] = f"records/findings-report/{one.audit}.yaml"
        if one.audit not in planned and was_kept(register, "action-plan", one.day):
            missing["an action plan"] = f"an action plan with `arises_from: [audit/{one.audit}]`"
        if missing:
            yield Fault(
                one.place,
                f"the findings were presented on {shown(one.day)} without {' or '.join(missing)}",
                f"Add {' and '.join(missing.values())}; if there is none, say why under `exceptions` "
                "with `rule: findings-presented-with-report-and-plan`.",
            )
