"""The sample ranges over every dimension of the methodology.

Cases are chosen to cover a range of gender, age, ethnicity, disability and level of need, or whatever the methodology
lists. A sample that misses one says why.

Wrong: `sample: {size: 20, agreed: 2026-04-09, covers: [gender, age]}`.
Right: the same, with `reason: Ethnicity was not recorded in six of the cases.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register

upholds = ("R39",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        sample = audit.sample
        if methodology is None or sample is None or not (sample.agreed or sample.covers):
            continue
        missed = [one.title.lower() for one in methodology.dimensions if one.id not in sample.covers]
        if missed:
            yield Fault(
                entry.place("sample", "covers"),
                f"the sample does not range over {', '.join(missed)}",
                "Add to `covers` what it ranges over; if it does not, say why in `reason` beside it, "
                "or under `exceptions` with `rule: sample-covers-every-dimension`.",
                reason=sample.reason or "",
            )
