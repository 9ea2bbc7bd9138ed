"""A measure is defined by one indicator.

The first indicator that uses a measure defines it; others refer to its id. Two definitions could differ in what is
counted, and in whether it is protected when published.

Wrong: K15 and K16 both list `enquiries-concluded` under `measures`.
Right: K15 lists it; K16 names it under `denominator` only.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.indicator import Indicator
from generator.problem import Fault, Place
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for entry, indicator in register.of(Indicator):
        for position, measure in enumerate(indicator.measures):
            place = entry.place("measures", position, "id", note="the other")
            other = first.setdefault(measure.id, place)
            if other != place:
                message = f"the measure “{measure.id}” is defined by another indicator too"
                yield Fault(entry.place("measures", position, "id"), message, "Delete it in one of them.", (other,))
