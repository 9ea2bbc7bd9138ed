"""The forward plan is on the agenda of every meeting of the group that owns the framework.

A forward plan of audits is discussed and agreed or updated at each of its meetings. A meeting that was held without
it, because something else took all its time, says why.

Wrong: minutes with `held: 2026-07-02`, and no item of `kind: forward-plan` in `agenda`.
Right: `agenda: [{id: forward-plan, title: Audit forward plan, kind: forward-plan}]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R27",)
level = "D"
PLAN = "forward-plan"


def problems(register: Register) -> Iterator[Fault]:
    owners = {group.id for group in register.all(Group) if group.owns_framework}
    for entry, meeting in register.of(Meeting):
        held = meeting.minutes.held if meeting.minutes else None
        if held and meeting.group in owners and all(item.kind != PLAN for item in meeting.agenda):
            yield Fault(
                entry.place("agenda"),
                f"the forward plan is not on the agenda of the meeting held on {shown(held)}",
                f"Add it to `agenda` with `kind: {PLAN}`; if it was not discussed, say why under `exceptions` "
                "with `rule: forward-plan-on-the-agenda`.",
                (entry.place("minutes", "held", note="when it was held"),),
            )
