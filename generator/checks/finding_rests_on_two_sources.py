"""A finding rests on two sources or more.

Different information from varying sources is used to triangulate findings and validate conclusions. A finding that only
one source shows may be right, and says why it stands alone. A draft is not looked at.

Wrong: `{id: letters-unclear, sources: [case-records], …}` in a report that was agreed.
Right: `{id: letters-unclear, sources: [case-records, service-user-experience], …}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from generator.model.findings_report import FindingsReport
from generator.problem import Fault
from generator.register import Register

upholds = ("R16",)
level = "D"
ENOUGH = 2
WIDTH = 90


def problems(register: Register) -> Iterator[Fault]:
    for entry, report in register.of(FindingsReport):
        stages = {one.stage for one in report.stages}
        if not (report.presented_on or stages & {"agreed", "published"}):
            continue
        for position, finding in enumerate(report.findings):
            if len(set(finding.sources)) < ENOUGH:
                place = ("findings", position, "sources" if finding.sources else "id")
                rests = "rests on one source" if finding.sources else "names no source"
                yield Fault(
                    entry.place(*place),
                    f"the finding “{shorten(finding.statement.rstrip('.'), WIDTH, placeholder=' …')}” {rests}",
                    "Add to `sources` what else shows it; if nothing does, say why under `exceptions` with "
                    f"`rule: finding-rests-on-two-sources` and `field: findings.{finding.id}`.",
                )
