"""What is published was agreed before.

Publishing is a recorded decision: findings, plans and reviews go from draft to agreed by a meeting or a role, and only
then to published.

Wrong: the stages `draft`, `published`.
Right: the stages `draft`, `agreed`, `published`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry in register.each():
        agreed = False
        for position, stage in enumerate(entry.record.stages):
            agreed = agreed or stage.stage == "agreed"
            if stage.stage == "published" and not agreed:
                yield Fault(
                    entry.place("stages", position),
                    "this is published and was never agreed",
                    "Add the stage “agreed” above it, with its date and who agreed; or take “published” out.",
                )
                break
