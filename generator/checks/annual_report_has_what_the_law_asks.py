"""An Annual Report has all that the law asks of it.

Each year the Safeguarding Partnership will produce an Annual Report. Schedule 2 of the Care Act 2014, paragraph 4, says
what it must contain: what the board and each member did, the reviews that ended and those under way, what was done
about their findings, and why a finding was not acted on. A report that was agreed without one of these says why.

Wrong: a report of `kind: annual-report` that is agreed, with `schedule_2` and no `findings_not_acted_on` in it.
Right: `findings_not_acted_on: There was no such decision this year.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Report
from generator.problem import Fault
from generator.register import Register
from generator.wording import some_of

upholds = ("R31",)
level = "D"
KIND = "annual-report"


def problems(register: Register) -> Iterator[Fault]:
    for entry, report in register.of(Report):
        if report.kind != KIND or all(stage.stage != "agreed" for stage in report.stages):
            continue
        asked = register.schemas[entry.type].tree["properties"]["schedule_2"]["properties"]
        given = entry.value.get("schedule_2", {})
        missing = [field for field in asked if not given.get(field)]
        if missing:
            titles = some_of((f"“{asked[field]['title']}”" for field in missing), len(asked))
            lacks = f"lacks what the Care Act asks for: {titles}" if given else "lacks all that the Care Act asks for"
            yield Fault(
                entry.place("schedule_2" if given else "kind"),
                f"this Annual Report {lacks}",
                f"Add {some_of((f'`{field}`' for field in missing), len(asked))} under `schedule_2`; if that can't be "
                "given, say why under `exceptions` with `rule: annual-report-has-what-the-law-asks`.",
            )
