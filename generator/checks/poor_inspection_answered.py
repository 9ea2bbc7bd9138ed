"""A poor inspection is answered: the partnership was notified of it, or an action arises from it.

Agencies notify the partnership of poor regulatory inspection outcomes, and inspection findings help to identify what to
develop. A poor outcome of which the partnership was not notified and from which nothing follows says why.

Wrong: an `outcome` that falls short, no `notified`, and no action plan that names the inspection.
Right: `notified: 2026-05-20`, or `arises_from: [inspection/2026-nursing-home]` in an action plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.action_plan import ActionPlan
from generator.model.inspection import Inspection
from generator.model.notification import Notification
from generator.problem import Fault
from generator.register import Register
from generator.wording import inside, shown

upholds = ("R30",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    if register.has_unreadable("action-plan") or register.has_unreadable("framework"):
        return
    answered = {f"inspection/{one.inspection}" for one in register.all(Notification)}
    for plan in register.all(ActionPlan):
        answered |= {*plan.arises_from, *(one.partition("#")[0] for action in plan.actions for one in action.answers)}
    outcomes = register.framework.inspection_outcomes
    poor = {one.id: one.title for one in outcomes if one.falls_short}
    for entry, inspection in register.of(Inspection):
        if inspection.outcome in poor and not inspection.notified and f"inspection/{inspection.id}" not in answered:
            outcome = shown(inside(poor[inspection.outcome]))
            yield Fault(
                entry.place("outcome"),
                f"the outcome is {outcome}, the partnership was not notified and no action arises from it",
                "Write in `notified` when the partnership was notified, or name the inspection in `arises_from` of an "
                "action plan; if neither is right, say why under `exceptions` with `rule: poor-inspection-answered`.",
            )
