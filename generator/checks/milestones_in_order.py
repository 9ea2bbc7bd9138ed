"""No milestone comes before one that it depends upon.

The week table says what must have happened before a milestone can: audits are not returned before the sample is agreed,
nor is the audit day held before the audit commences.

Wrong: `returns-due` on 10 April 2026 and `sample-agreed` on 20 April 2026.
Right: `sample-agreed` on 9 April 2026 and `returns-due` on 22 May 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R42",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        when = {one.milestone: (one.actual, place) for place, one in enumerate(audit.milestones) if one.actual}
        for row in methodology.milestones if methodology else ():
            day, place = when.get(row.id, (None, 0))
            for earlier in row.after:
                other, other_place = when.get(earlier, (None, 0))
                if day and other and day < other:
                    titles = {one.id: one.title for one in methodology.milestones} if methodology else {}
                    yield Fault(
                        entry.place("milestones", place, "actual"),
                        f"“{row.title}” was on {shown(day)}, before “{titles[earlier]}” on {shown(other)}",
                        "One of the two dates is wrong: correct it.",
                        (entry.place("milestones", other_place, "actual", note=titles[earlier]),),
                    )
                    break
