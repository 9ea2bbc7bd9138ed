"""An audit considers equality.

The framework takes equality and diversity issues into account when quality assurance is developed and undertaken. Once
its sample is agreed, an audit that agencies hold together says which protected characteristics it looks at, and how.

Wrong: `sample: {size: 20, agreed: 2026-04-09, …}`, and no `equality`.
Right: the same, with `equality: Deafness and first language are asked about.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit import Audit
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R09",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        agreed = audit.sample.agreed if audit.sample else None
        if agreed and register.framework.is_joint(audit.kind) and not (audit.equality or "").strip():
            yield Fault(
                entry.place("sample", "agreed"),
                f"the sample was agreed on {shown(agreed)}, and nothing is said of equality",
                "Say in `equality` how the audit takes it into account; if it does not, say why under `exceptions` "
                "with `rule: audit-considers-equality`.",
            )
