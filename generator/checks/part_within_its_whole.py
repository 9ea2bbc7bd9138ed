"""A part is no larger than its whole.

Whoever was asked about outcomes was among those whose enquiry was concluded, in each age group too; and the parts into
which an indicator divides a whole add up to it. Where figures are given anew, they are held against those that stand.
Estimates may be out by what rounding does. A mistake that several sums show is reported once, where it explains most.

Wrong: `enquiries-concluded: {count: 220}` and `asked-outcomes: {count: 230}`.
Right: `enquiries-concluded: {count: 220}` and `asked-outcomes: {count: 180}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.figures import contradictions
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    yield from contradictions.faults(register, "part")
