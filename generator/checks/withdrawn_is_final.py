"""What was withdrawn stays withdrawn.

A withdrawal takes a record out of every edition and leaves a dated note in its place. A stage after it would
bring back a record of which readers know that it was withdrawn.

Wrong: the stages `published`, `withdrawn`, `published`.
Right: a new record, which goes its own way from `draft`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry in register.each():
        stages = [stage.stage for stage in entry.record.stages]
        if "withdrawn" in stages[:-1]:
            position = stages.index("withdrawn") + 1
            yield Fault(
                entry.place("stages", position),
                f"the stage “{stages[position]}” follows “withdrawn”",
                "Take out whichever is wrong; to publish anew, add a new record.",
                (entry.place("stages", position - 1, note="withdrawn"),),
            )
