"""The categories of a breakdown agree with the count that they break down.

Where each thing counted falls into one category, the categories add up to the count, once all are given; where it may
fall into several, none is larger than the count. An estimate may differ by rounding.

Wrong: `{count: 220, by: {age: {18-64: 90, 65-plus: 120}}}`, which makes 210.
Right: `{count: 220, by: {age: {18-64: 90, 65-plus: 130}}}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.figures import contradictions
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    yield from contradictions.faults(register, "breakdown")
