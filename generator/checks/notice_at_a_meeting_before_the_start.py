"""Notice of an audit is given at a meeting before it starts.

Members of the group that owns the framework will have been notified at its previous meeting when an audit commences.
Notice that came after the start, or between meetings, says why. The week in which findings are presented is checked by
the rule milestone-in-its-week.

Wrong: `{milestone: notice, actual: 2026-04-08}` in an audit that started on 6 April 2026.
Right: `{milestone: notice, actual: 2026-03-12}`, when the group met on 12 March 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.audits.presentation import was_kept
from generator.model.audit import Audit
from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ("R47",)
level = "D"
REMEDY = (
    "say why in `reason` of this milestone, or under `exceptions` with `rule: notice-at-a-meeting-before-the-start`."
)


def problems(register: Register) -> Iterator[Fault]:
    owners = {group.id: group.title for group in register.all(Group) if group.owns_framework}
    met = _meeting_days(register, set(owners))
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        before = {row.id for row in methodology.milestones if row.before_start} if methodology else set()
        for at, one in enumerate(audit.milestones if audit.starts else ()):
            day = one.actual if one.milestone in before else None
            if day is None or audit.starts is None:
                continue
            if day > audit.starts:
                message = f"notice was given on {shown(day)}, after the start on {shown(audit.starts)}"
                remedy = f"Correct the date, or {REMEDY}"
            elif owners and day not in met and was_kept(register, "meeting", day):
                message = f"notice was given on {shown(day)}, a day without a meeting of the "
                message += " or the ".join(owners.values())
                remedy = f"Correct the date; if notice came between meetings, {REMEDY}"
            else:
                continue
            yield Fault(entry.place("milestones", at, "actual"), message, remedy, reason=one.reason or "")


def _meeting_days(register: Register, groups: set[str]) -> set[date]:
    """The days on which these groups met, or will as planned."""
    days: set[date] = set()
    for one in register.all(Meeting):
        if one.group in groups and not one.cancelled:
            day = (one.minutes.held if one.minutes else None) or one.day
            days |= {day} if day else set()
    return days
