"""A meeting was held or called off.

Minutes say what happened at a meeting; a cancellation says that nothing did. Where both stand in one record, one of
them belongs to another meeting, or the meeting was held after all.

Wrong: `cancelled` and `minutes` in one record.
Right: `cancelled` with `instead: qap/2026-07-09`, and the minutes in the record of that meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.meeting import Meeting
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, meeting in register.of(Meeting):
        if meeting.cancelled and meeting.minutes:
            yield Fault(
                entry.place("cancelled", "date"),
                "this meeting was called off, and there are minutes of it",
                "Take out whichever is wrong; minutes of the meeting held instead go into its own record.",
                (entry.place("minutes", "held", note="the minutes"),),
            )
