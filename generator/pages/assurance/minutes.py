"""What a meeting's minutes say: decisions, what was excused, varied or exempted, actions, and who came."""

from __future__ import annotations

from datetime import date

from generator.components import Badge, Column, Link, Table, links
from generator.components.owners import owner
from generator.components.states import attendance as came
from generator.edition import View
from generator.model.meeting import MeetingAction, Minutes
from generator.wording import sentence, short_day


def decisions(minutes: Minutes) -> Table | None:
    """Return what was decided, about what and why; None where nothing was."""
    columns = [Column("Decision"), Column("Kind", narrow=True), Column("About"), Column("Why")]
    rows = [
        (one.text, sentence(one.kind), links(one.about) if one.about else None, one.reason) for one in minutes.decisions
    ]
    return Table("Decisions", columns, rows, stack=True, hide_caption=True) if rows else None


def agreed(minutes: Minutes) -> Table | None:
    """Return what was excused, varied or exempted, for whom, until when or for which period; None where nothing was."""
    columns = [
        Column("What"),
        Column("Agreed", narrow=True),
        Column("For"),
        Column("Until or for", narrow=True),
        Column("Why"),
    ]
    rows = [
        (
            Link(one.about) if one.about else None,
            sentence(one.kind),
            Link(f"agency/{one.agency}") if one.agency else "All",
            short_day(one.until) or one.period,
            one.reason,
        )
        for one in minutes.agreed
    ]
    return Table("What was agreed", columns, rows, stack=True, hide_caption=True) if rows else None


def actions(view: View, minutes: Minutes) -> Table | None:
    """Return what somebody undertook to do, and whether it is done; None where nobody did."""
    columns = [Column("Action"), Column("Owner"), Column("Due", narrow=True), Column("State", narrow=True)]
    rows = [
        (one.text, owner(view, one.owner, open=one.done is None), short_day(one.due), action(one, view.day))
        for one in minutes.actions
    ]
    return Table("Actions", columns, rows, stack=True, hide_caption=True) if rows else None


def action(one: MeetingAction, today: date) -> Badge:
    """Return whether an action is done, overdue or open."""
    if one.done:
        return Badge(f"Done {short_day(one.done)}", "good")
    return Badge("Overdue", "poor") if one.due and one.due < today else Badge("Open", "info")


def attendance(minutes: Minutes) -> Table | None:
    """Return which agencies came, and which sent a deputy; None where the minutes don't say."""
    columns = [Column("Agency"), Column("Attendance", narrow=True), Column("Note")]
    rows = [(Link(f"agency/{one.agency}"), came(one), one.note) for one in minutes.attendance]
    return Table("Attendance by agency", columns, rows, stack=True) if rows else None
