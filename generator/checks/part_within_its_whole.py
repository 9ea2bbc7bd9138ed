"""A part is no larger than its whole.

Whoever was asked about outcomes was among those whose enquiry was concluded, in each age group too; and the parts into
which an indicator divides a whole add up to it. A restated figure is also compared with the quarter's other figures
that were not restated. Estimates may differ by rounding. A mistake that shows in several sums is reported once, at the
figure that explains most of them.

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
