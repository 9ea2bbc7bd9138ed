"""The information pack comes at the start of the audit.

The Business Unit issues it at the start of each audit cycle, by the end of the week that the methodology names, so that
agencies know the process, the theme and the day of the event before they audit.

Wrong: `information_pack: 2026-04-20` in an audit that started on 6 April 2026: that is week 3, not 1.
Right: `information_pack: 2026-04-07`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R46",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        pack = methodology.information_pack if methodology else None
        issued, starts = audit.information_pack, audit.starts
        if pack and issued and starts and issued >= starts + timedelta(weeks=pack.week):
            yield Fault(
                entry.place("information_pack"),
                f"the information pack came on {shown(issued)}, in week {(issued - starts).days // 7 + 1}; "
                f"it was due in week {pack.week}",
                "Correct the date, or say why under `exceptions` with `rule: information-pack-at-the-start`.",
            )
