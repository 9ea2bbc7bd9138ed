"""An agency that takes part in an audit has cases to audit, if not in one then in the next.

Everyone involved takes part in multi-agency audits. An agency without a case in one audit says so in a nil return. One
with none in two consecutive audits does not really take part: either its cases are not found, or it should be exempt.
This is not asked of single-agency audits: those need not take place, so a nil return is always valid.

Wrong: `nil` in two multi-agency audits running.
Right: the same with, under `exceptions`, `reason: Both themes were of care homes, where it has no part.`
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.problem import Fault
from generator.register import Entry, Register
from generator.wording import shown

upholds = ("R13",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    returns: dict[str, list[tuple[date, str, Entry, AuditReturn]]] = {}
    for entry, made in register.of(AuditReturn):
        audit = register.get(Audit, made.audit)
        if audit and audit.starts and register.framework.is_joint(audit.kind):
            returns.setdefault(made.agency, []).append((audit.starts, audit.id, entry, made))
    for each in returns.values():
        ordered = sorted(each, key=lambda one: one[:2])
        for (day, _, other, before), (_, _, entry, made) in pairwise(ordered):
            if before.nil and made.nil:
                yield Fault(
                    entry.place("nil"),
                    f"the return is nil, as was this agency's last, for the audit that began on {shown(day)}",
                    "Say why it had no case again under `exceptions` with `field: nil` and "
                    "`rule: audit-return-has-cases`; or record an exemption in the audit.",
                    (other.place("nil", note="the last"),),
                )
