"""The date of an action moves twice at most.

Each new date has its own reason. From the third on that is not enough: the date was never realistic, or the action is
not the right one. So the plan also says why the action was kept.

Wrong: three `revisions` of one action, each with its reason.
Right: the same and, under `exceptions`, why the action was neither changed nor withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.action_plan import ActionPlan
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ()
level = "D"
MOST = 2


def problems(register: Register) -> Iterator[Fault]:
    for entry, plan in register.of(ActionPlan):
        for at, action in enumerate(plan.actions):
            moved = len(action.revisions)
            if moved > MOST:
                yield Fault(
                    entry.place("actions", at, "revisions", moved - 1, "due"),
                    f"the date of action {shown(action.id)} was moved {moved} times, the last to "
                    f"{shown(action.revisions[-1].due)}",
                    "Say why the action was neither changed nor withdrawn, under `exceptions` "
                    f"with `field: actions.{action.id}` and `rule: action-moved-twice-at-most`.",
                )
