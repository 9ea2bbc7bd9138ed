"""An audit asks only agencies that belong to the partnership, from its start until returns are due.

Nothing is owed outside an agency's membership: one that has left, or has not joined yet, is not awaited, though the
audit lists it. What an agency returned before it left stays, and so does an exemption.

Wrong: `agencies: [council, police]` in an audit that starts on 6 April 2026, when the police left on 31 March 2026.
Right: `agencies: [council]`, or the agency that took its place: `agencies: [council, regional-police]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.participation import RETURNS, belonging, returned
from generator.assurance.audits.windows import Window, window
from generator.assurance.membership import successor
from generator.model.agency import Agency
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault, Place
from generator.register import Entry, Register
from generator.wording import shown

upholds = ("R38",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        if methodology is None or audit.starts is None or not register.framework.is_joint(audit.kind):
            continue
        weeks = window(audit, audit.starts, methodology, audit.starts)
        fine = {*belonging(register, audit.agencies, (), weeks), *(one.agency for one in audit.exemptions)}
        for position, id in enumerate(audit.agencies):
            own = register.entry(Agency, id)
            if own and id not in fine and not returned(register, audit, id):
                yield _fault(register, entry.place("agencies", position), own, weeks)


def _fault(register: Register, place: Place, own: Entry, weeks: Window) -> Fault:
    agency, due = own.record, weeks.of(RETURNS)
    assert isinstance(agency, Agency)
    began = agency.joined is not None and agency.joined > weeks.starts
    field, span, day = ("joined", "from", agency.joined) if began else ("left", "until", agency.left)
    said = f"{agency.title} belongs {span} {shown(day)}; the audit starts on {shown(weeks.starts)}"
    heir = "" if began else successor(register, agency, weeks.starts)
    instead = f", or write `{heir}`, which took its place" if heir else ""
    return Fault(
        place,
        f"{said}, and returns are due by {shown(due.latest)}" if due else said,
        f"Take `{agency.id}` out{instead}; or say why under `exceptions` with `rule: audit-asks-only-members`.",
        (own.place(field, note=f"its {'first' if began else 'last'} day"),),
    )
