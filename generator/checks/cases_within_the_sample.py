"""An agency audits no more cases than the audit's sample has.

The sample is agreed before the audit, and each agency audits those of its cases in which it was involved. More cases
than that were not chosen, or are a typing mistake.

Wrong: `cases_audited: 24` in a return, and `sample: {size: 20, …}` in its audit.
Right: `cases_audited: 12`; or 24 with, under `exceptions`, `reason: Four cases of the pilot were added.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, made in register.of(AuditReturn):
        audit = register.entry(Audit, made.audit)
        size = audit.record.sample.size if audit and isinstance(audit.record, Audit) and audit.record.sample else None
        if audit and isinstance(size, int) and isinstance(made.cases_audited, int) and made.cases_audited > size:
            yield Fault(
                entry.place("cases_audited"),
                f"{made.cases_audited:,} cases were audited, and the sample has {size:,}",
                "Correct whichever is wrong; or say why under `exceptions` with `field: cases_audited` "
                "and `rule: cases-within-the-sample`.",
                (audit.place("sample", "size", note="the sample"),),
            )
