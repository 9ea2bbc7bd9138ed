"""Every kind of record that is named exists.

The partnership lists the kinds of record it keeps, and an obligation the kind that discharges it, by the names of their
folders. A kind that does not exist has no pages, and no record of it could discharge the obligation.

Wrong: `types_in_use: [{type: audits}]`.
Right: `types_in_use: [{type: audit}]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.model.obligation import Obligation
from generator.model.partnership import Partnership
from generator.problem import Fault, Place
from generator.register import Register

upholds = ("R48",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, partnership in register.of(Partnership):
        for position, used in enumerate(partnership.types_in_use):
            yield from _fault(register, used.type, entry.place("types_in_use", position, "type"))
    for entry, obligation in register.of(Obligation):
        yield from _fault(register, obligation.discharged_by.type, entry.place("discharged_by", "type"))


def _fault(register: Register, type: str, place: Place) -> Iterator[Fault]:
    if type not in register.schemas:
        message = f"“{type}” is not a kind of record{schema.nearest(type, register.schemas)}"
        yield Fault(place, message, "Write the name of its folder; `qa types` lists them.")
