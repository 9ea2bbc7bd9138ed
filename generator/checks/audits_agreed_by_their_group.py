"""What is agreed about audits is agreed by the group that owns the framework, or one above it.

That group approves the annual audit plan, agrees which agencies need not take part, agrees another date for a step that
needs one, and agrees the findings and the action plan. A group beside it or below it can't do so in its place; where
one did, the record says why.

Wrong: `approved: training-and-workforce/2026-03-19` in a programme.
Right: `approved: qap/2026-03-26`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.presentation import audit_of
from generator.model.action_plan import ActionPlan
from generator.model.audit import Audit
from generator.model.findings_report import FindingsReport
from generator.model.group import Group
from generator.model.programme import Programme
from generator.problem import Fault
from generator.register import Entry, Register
from generator.routes import Route
from generator.wording import the

upholds = ("R26", "R38")
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    may = _entitled_groups(register)
    if not may or register.has_unreadable("group"):
        return
    for entry, route, id in _agreements(register):
        group = register.get(Group, id.partition("/")[0])
        if group and group.id not in may:
            owner = register.get(Group, may[0])
            yield Fault(
                entry.place(*route),
                f"this was agreed by {the(group.title)}, which is not responsible for audits",
                f"Name the meeting of {the(owner.title if owner else may[0])} that agreed; if none did, say why under "
                "`exceptions` with `rule: audits-agreed-by-their-group`.",
            )


def _entitled_groups(register: Register) -> list[str]:
    """The groups that own the framework, then those above them."""
    found = [group.id for group in register.all(Group) if group.owns_framework]
    for id in found:
        group = register.get(Group, id)
        if group and group.parent and group.parent not in found:
            found.append(group.parent)
    return found


def _agreements(register: Register) -> Iterator[tuple[Entry, Route, str]]:
    for entry, programme in register.of(Programme):
        if programme.approved:
            yield entry, ("approved",), programme.approved
    for entry, audit in register.of(Audit):
        yield from ((entry, ("milestones", at, "agreed"), one.agreed or "") for at, one in enumerate(audit.milestones))
        yield from ((entry, ("exemptions", at, "agreed"), one.agreed or "") for at, one in enumerate(audit.exemptions))
    answers = [(entry, one) for entry, one in register.of(ActionPlan) if any(map(audit_of, one.arises_from))]
    for entry, record in (*register.of(FindingsReport), *answers):
        for at, stage in enumerate(record.stages):
            if stage.stage == "agreed" and stage.meeting:
                yield entry, ("stages", at, "meeting"), stage.meeting
