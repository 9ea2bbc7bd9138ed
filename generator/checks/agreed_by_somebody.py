"""Who agreed is named: a meeting or a role.

From the day it is agreed, a record is seen by the partnership; a publication freezes a version of the site for good.
That is somebody's decision, and it can be asked whose.

Wrong: `{stage: agreed, date: 2026-07-02}`.
Right: `{stage: agreed, date: 2026-07-02, meeting: qap/2026-07-02}`, or with `role: Independent Chair`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry in register.each():
        if entry.type == "publication" and not {"meeting", "role"} & entry.value.keys():
            message = "this version is published, and the record does not say who agreed"
            yield Fault(entry.place("edition"), message, "Add the `meeting` that agreed, or the `role`.")
        for position, stage in enumerate(entry.record.stages):
            if stage.stage == "agreed" and not (stage.meeting or stage.role):
                message = "this is agreed, and the record does not say by whom"
                yield Fault(entry.place("stages", position), message, "Add the `meeting` that agreed, or the `role`.")
