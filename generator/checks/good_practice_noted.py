"""Good practice is noted for every audit that was presented.

The framework wants to learn from good practice and celebrate it wherever possible, and gives it time at every audit
day. The findings report notes it, or a record of good practice names the audit that showed it.

Wrong: findings presented on 2 July 2026, and no good practice from the audit anywhere.
Right: `good_practice: [A crew went back the next day to see whether the heating worked.]` in the findings report.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.presentation import audit_of, presentations, was_kept
from generator.model.good_practice import GoodPractice
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R35",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    noted = {audit_of(origin) for one in register.all(GoodPractice) for origin in one.shown_by}
    for one in presentations(register):
        if one.audit in noted or (one.report and one.report.good_practice):
            continue
        recorded = was_kept(register, "good-practice", one.day)
        if one.report and (recorded or "good-practice" not in register.types):
            where = f"to `good_practice` of findings-report/{one.audit}"
        elif recorded and "findings-report" not in register.types:
            where = f"as a record with `shown_by: [audit/{one.audit}]`"
        else:
            continue
        yield Fault(
            one.place,
            f"the findings were presented on {shown(one.day)}, and no good practice is noted",
            f"Add it {where}; if there was none, say why under `exceptions` with `rule: good-practice-noted`.",
        )
