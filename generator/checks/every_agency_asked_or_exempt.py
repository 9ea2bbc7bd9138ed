"""Every agency of the methodology is asked to audit, or exempt.

Unless agreed otherwise, audits that agencies hold together include input from all the agencies that the methodology
lists and that belong to the partnership at the time. An audit that asks fewer says which are exempt, why, and where
that was agreed.

Wrong: `agencies: [council]`, where the methodology lists `council` and `police`, and no exemption.
Right: the same, with `exemptions: [{agency: police, reason: No officer knew anybody in the sample.}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.participation import belonging
from generator.assurance.audits.windows import window
from generator.model.agency import Agency
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register

upholds = ("R38",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        if methodology is None or not audit.agencies or not register.framework.is_joint(audit.kind):
            continue
        asked = {*audit.agencies, *(one.agency for one in audit.exemptions)}
        expected = methodology.agencies
        if audit.starts:
            weeks = window(audit, audit.starts, methodology, audit.starts)
            expected = belonging(register, expected, methodology.terms, weeks)
        left_out = [id for id in expected if id not in asked]
        if left_out:
            known = [register.get(Agency, id) for id in left_out]
            names = [agency.title if agency else id for agency, id in zip(known, left_out, strict=True)]
            yield Fault(
                entry.place("agencies"),
                f"neither asked nor exempt: {', '.join(names)}",
                f"Add {', '.join(left_out)} to `agencies`, or to `exemptions` with the reason; or say why under "
                "`exceptions` with `rule: every-agency-asked-or-exempt`.",
            )
