"""An open action is owned by an agency that still belongs when it is due.

Who has left does nothing more, and nobody asks after the action. It goes to the agency that succeeded the owner, or to
another.

Wrong: `owner: agency/housing-trust` of an action due in 2027, where `housing-trust` left in 2026.
Right: `owner: agency/homes-group`, the agency that succeeded it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.actions.status import state
from generator.assurance.membership import successor
from generator.model.action_plan import ActionPlan
from generator.model.agency import Agency
from generator.problem import Fault
from generator.register import Register
from generator.wording import day, shown, the

upholds = ()
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, plan in register.of(ActionPlan):
        for at, action in enumerate(plan.actions):
            type, _, id = (action.owner or "").partition("/")
            agency = register.get(Agency, id) if type == "agency" else None
            if agency is None or agency.left is None or action.set is None or action.due is None:
                continue
            stands = state(plan.id, action, action.set, action.due, agency.left)
            if stands.open and stands.due > agency.left:
                following = successor(register, agency, stands.due)
                yield Fault(
                    entry.place("actions", at, "owner"),
                    f"action {shown(action.id)} is due on {day(stands.due)}; the last day of its owner, "
                    f"{the(agency.title)}, is {day(agency.left)}",
                    f"Name {f'agency/{following}, which succeeded it' if following else 'another owner'}; or say why "
                    f"under `exceptions` with `field: actions.{action.id}` and `rule: open-action-has-an-owner`.",
                )
