"""Each milestone of an audit happens in its week.

The methodology's week table gives every step its week. A step that came later than its week, or than the day agreed in
its place, says why. For the sharing of audits only the days before the audit day count (audit-shared-a-week-before).

Wrong: `{milestone: audit-day, actual: 2026-06-17}` in an audit that started on 6 April 2026: that is week 11, not 9.
Right: the same, with `reason: The venue was flooded.`
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.audits.windows import MilestoneStanding, window
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Entry, Register
from generator.wording import shown

upholds = ("R42",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        if methodology is None or audit.starts is None or not register.framework.is_joint(audit.kind):
            continue
        other_rules = {row.id for row in methodology.milestones if row.before_start}
        sharing = methodology.milestone("sharing")
        other_rules |= {sharing.id} if sharing and methodology.share_days_before is not None else set()
        places = {one.milestone: place for place, one in enumerate(audit.milestones)}
        for step in window(audit, audit.starts, methodology, audit.starts).milestones:
            if step.id in places and step.id not in other_rules:
                agreed = audit.milestones[places[step.id]].agreed
                yield from _fault(entry, places[step.id], step, audit.starts, agreed)


def _fault(entry: Entry, place: int, step: MilestoneStanding, starts: date, agreed: str | None) -> Iterator[Fault]:
    day = step.actual or step.planned
    late = step.actual is not None and step.actual > step.latest
    if late or (day > step.table_day and not agreed):
        was = f"{'was' if step.actual else 'is planned'} on {shown(day)}, in week {(day - starts).days // 7 + 1}"
        asked = f"week {step.week}" if step.week == step.last_week else f"weeks {step.week} to {step.last_week}"
        asked = f"{shown(step.latest)} was planned" if late and step.varied else f"it was due in {asked}"
        yield Fault(
            entry.place("milestones", place, "actual" if step.actual else "planned"),
            f"“{step.title}” {was}; {asked}",
            "Say why in `reason` of this milestone, or under `exceptions` with `rule: milestone-in-its-week`.",
            reason=step.reason or "",
        )
