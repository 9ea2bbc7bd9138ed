"""What is known of an audit: the newest methodology, its week table, and the meeting that hears the findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from generator.assurance.audits.windows import span
from generator.drafts.outline import Commented
from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.model.methodology import Methodology
from generator.register import Register
from generator.register.names import record_name
from generator.wording import day as written


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return the methodology and, where a meeting is planned that can take the findings, the start and milestones."""
    methodology = _methodology(register, day)
    if methodology is None:
        return {}
    meeting = _presented_at(register, methodology, day)
    if meeting is None or meeting.day is None:
        return {"methodology": methodology.id}
    monday = meeting.day - timedelta(days=meeting.day.weekday())
    starts = monday - timedelta(weeks=_week(methodology) - 1)
    said = f"then week {_week(methodology)} is that of {record_name(register, 'meeting', meeting.id)}"
    milestones = []
    for row in methodology.milestones:
        _, last = span(row, starts)
        when = f"{row.title}: before {written(starts)}" if row.before_start else f"{row.title}: by {written(last)}"
        milestones.append({"milestone": Commented(row.id, when)})
    return {
        "starts": Commented(starts.isoformat(), said),
        "methodology": methodology.id,
        "milestones": milestones,
    }


def _methodology(register: Register, day: date) -> Methodology | None:
    """The newest methodology under which an audit may start on that day."""
    applying = [one for one in register.all(Methodology) if one.applies_from is None or one.applies_from <= day]
    return max(applying, key=lambda one: (one.applies_from or date.min, one.id), default=None)


def _presented_at(register: Register, methodology: Methodology, day: date) -> Meeting | None:
    """The first planned meeting, of the group that owns the framework, that is late enough for an audit's weeks."""
    owner = next((one.id for one in register.all(Group) if one.owns_framework), None)
    earliest = day + timedelta(weeks=_week(methodology))
    planned = [
        one
        for one in register.all(Meeting)
        if one.group == owner and not one.minutes and not one.cancelled and one.day and one.day >= earliest
    ]
    return min(planned, key=lambda one: one.date, default=None)


def _week(methodology: Methodology) -> int:
    """The week in which findings are presented."""
    row = next((one for one in methodology.milestones if one.role == "presentation"), None)
    return (row.last_week or row.week) if row else methodology.window_weeks
