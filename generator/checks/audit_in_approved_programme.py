"""An audit is in a programme that was approved.

An annual audit plan is prepared and approved by the group that owns the framework. A joint audit that has begun is in
it, either as first approved or by an agreed change; one that was not planned says why.

Wrong: an audit whose milestone `start` was on 6 April 2026 and which is not among the `audits` of any programme.
Right: `audits: [{id: falls, quarter: 2026-27-q1, audit: 2026-falls, …}]` in a programme with `approved_on`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.audits.presentation import was_kept
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.model.programme import Programme
from generator.periods import Year
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R26",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    programmes = list(register.of(Programme))
    approved = {item.audit for _, one in programmes if one.approved_on for item in one.audits}
    begun = {one.id: day for one in register.all(Audit) if (day := _begun(register, one))}
    unapproved: set[str | None] = set()
    for entry, programme in programmes:
        waiting = [(at, item) for at, item in enumerate(programme.audits) if item.audit not in approved]
        found = [(begun[item.audit], at) for at, item in waiting if item.audit in begun]
        unapproved |= {item.audit for _, item in waiting}
        if found:
            day, at = min(found)
            yield Fault(
                entry.place("audits", at, "audit"),
                f"this audit began on {shown(day)}, and the programme is not approved",
                "Write in `approved_on` when it was approved; if it was not, say why under `exceptions` "
                "with `rule: audit-in-approved-programme`.",
            )
    for id, day in begun.items():
        audit = register.entry(Audit, id)
        if audit and id not in approved | unapproved and was_kept(register, "programme", day):
            year = Year.of(day, register.partnership.year_starts)
            yield Fault(
                audit.place("starts"),
                f"no programme has this audit, which began on {shown(day)}",
                f"Add it to `audits` of the programme of {year}; if it was not planned, say why under `exceptions` "
                "with `rule: audit-in-approved-programme`.",
            )


def _begun(register: Register, audit: Audit) -> date | None:
    """The first day on which a milestone in an audit's weeks happened; None if none has, or for one agency's audit."""
    methodology = register.get(Methodology, audit.methodology)
    if methodology is None or not register.framework.is_joint(audit.kind):
        return None
    before = {row.id for row in methodology.milestones if row.before_start}
    return min((one.actual for one in audit.milestones if one.actual and one.milestone not in before), default=None)
