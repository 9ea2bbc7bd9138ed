"""What is being done about each finding and recommendation: the actions that answer it, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.assurance.actions.status import ActionState
from generator.model.action_plan import ActionPlan
from generator.register import Register


def answers(register: Register, states: Iterable[ActionState]) -> Mapping[str, tuple[ActionState, ...]]:
    """Return actions by what they answer: by the item, `type/id#item`, and by its record, `type/id`; in the plans'
    order.
    """
    known = {(one.plan, one.action): one for one in states}
    found: dict[str, dict[tuple[str, str], ActionState]] = {}
    for plan in register.all(ActionPlan):
        for action in plan.actions:
            key = plan.id, action.id
            for target in (*action.answers, *plan.arises_from) if key in known else ():
                for written in (target, target.partition("#")[0]):
                    found.setdefault(written, {})[key] = known[key]
    return {target: tuple(states.values()) for target, states in found.items()}
