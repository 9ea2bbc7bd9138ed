"""A visit goes to another agency.

Front-line visits let agencies see each other's safeguarding work. Where an agency visits itself, one of the two names
is wrong.

Wrong: `visitor: police` and `host: police`.
Right: `visitor: police` and `host: hospital`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.visit import Visit
from generator.problem import Fault
from generator.register import Register

upholds = ("R28",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, visit in register.of(Visit):
        if visit.visitor and visit.visitor == visit.host:
            yield Fault(
                entry.place("host"),
                f"the visitor and the host are both “{visit.host}”",
                "Correct whichever is wrong: a visit goes to another agency.",
                (entry.place("visitor", note="the visitor"),),
            )
