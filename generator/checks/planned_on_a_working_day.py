"""What is planned is planned for a working day.

A date typed by hand can fall on a Sunday by mistake, and few agencies come to a meeting on a bank holiday. The days
checked are those that people choose: those of meetings, the first of an audit, and those agreed for its milestones in
place of the week table's. A meeting or an audit day that was held on such a day is reported too, planned or not; the
days on which something arrived, or an action is due, are not. `bank_holidays` of the partnership names the nation;
without it nothing is reported.

Wrong: `{milestone: audit-day, planned: 2026-05-25}`, which is the Spring Bank Holiday.
Right: `planned: 2026-05-26`; or the same with, under `exceptions`, `reason: Carers can come on that day only.`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from generator.assurance.audits.presentation import milestone_id
from generator.model.audit import Audit
from generator.model.meeting import Meeting
from generator.model.methodology import Methodology
from generator.periods.working_days import first_working_day, why_not_working
from generator.problem import Fault
from generator.register import Entry, Register
from generator.routes import Route
from generator.wording import shown

upholds = ()
level = "D"

_Day: TypeAlias = tuple[date | None, Route]
"""A day, and where it stands."""


def problems(register: Register) -> Iterator[Fault]:
    nation = register.partnership.bank_holidays
    for entry, meeting in register.of(Meeting) if nation else ():
        held = meeting.minutes.held if meeting.minutes else None
        days: list[_Day] = [(meeting.day, ()), (held, ("minutes", "held"))]
        if not meeting.cancelled:
            yield from _fault(entry, "the meeting", days, nation, "")
    for entry, audit in register.of(Audit) if nation else ():
        methodology = register.get(Methodology, audit.methodology)
        titles = {row.id: row.title for row in methodology.milestones} if methodology else {}
        day = milestone_id(register, audit, "audit-day")
        yield from _fault(entry, "the audit's start", [(audit.starts, ("starts",))], nation, "starts")
        for place, one in enumerate(audit.milestones):
            held = one.actual if one.milestone == day else None
            planned = one.planned if one.planned != audit.starts else None
            days = [(planned, ("milestones", place, "planned")), (held, ("milestones", place, "actual"))]
            yield from _fault(
                entry, f"“{titles.get(one.milestone, one.milestone)}”", days, nation, f"milestones.{one.milestone}"
            )


def _fault(entry: Entry, what: str, days: Sequence[_Day], nation: str | None, field: str) -> Iterator[Fault]:
    """A fault for the first of the days that is not a working day, if any."""
    for day, route in days:
        if day and nation and (why := why_not_working(day, nation)):
            next_one = shown(first_working_day(day, nation))
            named = f"`field: {field}` and " if field else ""
            remedy = f"Correct the date, {next_one} is the next working day; or say why under `exceptions` with {named}"
            yield Fault(
                entry.place(*route),
                f"{what} is on {shown(day)}, {why}",
                f"{remedy}`rule: planned-on-a-working-day`.",
            )
            return
