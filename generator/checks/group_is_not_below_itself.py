"""No group is above itself.

The diagram of groups is drawn from each group's `parent`. It has no top where groups are above each other.

Wrong: the group `qap` has `parent: pip`, and `pip` has `parent: qap`.
Right: `qap` and `pip` both have `parent: board`, which has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.group import Group
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    parents = {group.id: group.parent for group in register.all(Group)}
    reported: set[str] = set()
    for entry, group in register.of(Group):
        ring, above = [group.id], group.parent
        while above and above not in ring:
            ring.append(above)
            above = parents.get(above)
        if above == group.id and group.id not in reported:
            reported.update(ring)
            way = " → ".join([*ring, group.id])
            yield Fault(
                entry.place("parent"), f"the group is above itself: {way}", "Correct the parent of one of them."
            )
