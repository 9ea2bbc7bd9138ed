"""An audit's weeks: a drawing of what was planned and what happened, and the differences from the week table."""

from __future__ import annotations

from datetime import date

from generator import components
from generator.assurance.audits.weeks import Row
from generator.assurance.audits.weeks import weeks as weeks_of
from generator.assurance.audits.windows import MilestoneStanding, Window
from generator.components import Column, Link, Table, WeekRow, states
from generator.model.audit import Audit
from generator.wording import day, short_day


def weeks(window: Window, today: date) -> components.Weeks:
    """Return an audit's milestones against its weeks, as they stand on `today`."""
    drawn = weeks_of(window, today)
    starts = [short_day(start).rpartition(" ")[0] for start in drawn.starts]
    caption = f"The {window.weeks} weeks from {day(window.starts)}"
    return components.Weeks(caption, [_row(row) for row in drawn.rows], starts, drawn.today)


def _row(row: Row) -> WeekRow:
    milestone, badge = row.milestone, states.MILESTONES[row.milestone.state]
    until = f" to {day(milestone.latest)}" if milestone.latest != milestone.planned else ""
    return WeekRow(
        title=milestone.title,
        planned=f"{day(milestone.planned)}{until}",
        actual=day(milestone.actual) if milestone.actual else f"by {day(milestone.latest)}",
        word=badge.word,
        kind=badge.kind,
        plan=row.plan,
        fact=row.fact,
    )


def differences(audit: Audit, window: Window) -> Table | None:
    """Return the milestones for which another date was agreed, or which came late, and why."""
    agreed = {one.milestone: one.agreed for one in audit.milestones}
    rows = [
        (
            milestone.title,
            short_day(milestone.table_day),
            short_day(milestone.latest) if milestone.varied else "no other date agreed",
            short_day(milestone.actual),
            milestone.reason or "No reason is recorded",
            Link(f"meeting/{agreed[milestone.id]}") if agreed.get(milestone.id) else None,
        )
        for milestone in window.milestones
        if _differs(milestone)
    ]
    columns = ("Milestone", "The week table says by", "Agreed instead", "Happened", "Reason", "Agreed at")
    caption = "Where it differs from the week table, and why"
    return Table(caption, [Column(one) for one in columns], rows, stack=True) if rows else None


def _differs(milestone: MilestoneStanding) -> bool:
    return bool(milestone.varied or milestone.reason or milestone.state == "done-late")
