"""An agency that an audit asks belongs to the partnership at the time.

It belongs on the day the audit starts, and still when returns are due. An agency that left, or had not joined yet, owes
no return: an audit that lists it would wait for one that never comes. If it sent one all the same, nothing is asked.

Wrong: `agencies: [council, housing-trust]` in an audit of 2027, where `housing-trust` left in 2026.
Right: `agencies: [council, homes-group]`, the agency that succeeded it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.participation import belonging
from generator.assurance.audits.windows import window
from generator.assurance.membership import successor
from generator.model.agency import Agency
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register
from generator.wording import the

upholds = ("R38",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        if methodology is None or audit.starts is None:
            continue
        present = belonging(register, audit.agencies, (), window(audit, audit.starts, methodology, audit.starts))
        exempt = {one.agency for one in audit.exemptions}
        for at, id in enumerate(audit.agencies):
            agency = register.get(Agency, id)
            if agency and id not in present and id not in exempt and not register.get(AuditReturn, f"{audit.id}/{id}"):
                following = successor(register, agency, audit.starts)
                yield Fault(
                    entry.place("agencies", at),
                    f"{the(agency.title)} does not belong to the partnership throughout this audit",
                    f"{f'Name {following}, which succeeded it' if following else 'Take it out'}; if it takes part all "
                    "the same, say why under `exceptions` with `rule: asked-agency-belongs`.",
                )
