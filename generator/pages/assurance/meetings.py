"""All meetings: what is coming, minutes awaited, actions still open, who came, and what each group decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.components import Badge, Blocks, Callout, Column, Grid, GridCell, Lead, Link, More, Phrase, Table
from generator.components.owners import owner
from generator.components.states import attendance as came
from generator.edition import View
from generator.model.group import Group
from generator.model.meeting import Meeting, MeetingAction
from generator.register.names import day_in_words
from generator.wording import listed, plural, short_day

_ATTENDANCE = 8
"""How many meetings of a group the attendance matrix shows."""
_SHOWN = 6
"""How many past meetings of a group are shown at once; the earlier ones are closed until the reader opens them."""


def name(view: View, meeting: Meeting) -> str:
    """Return a meeting's title, or its group's, and its day: `Quality Assurance Partnership, 2 July 2026`."""
    return f"{meeting.title or view.name(f'group/{meeting.group}')}, {day_in_words(meeting.date)}"


def lead(view: View, next: Meeting | None) -> Lead:
    """Return which meeting is the next, if one is planned."""
    return Lead(f"Next: {name(view, next)}." if next else "No meeting is planned.")


def coming(view: View, meetings: Sequence[Meeting]) -> Table | None:
    """Return the meetings planned with what is on the agenda of each; None where there are none."""
    columns = [Column("Meeting and its pack"), Column("Agenda")]
    rows = [(_link(view, one), listed(item.title for item in one.agenda)) for one in meetings]
    return Table("Meetings planned, nearest first", columns, rows, stack=True) if rows else None


def awaited(view: View, meetings: Sequence[Meeting]) -> Callout | None:
    """Return the meetings that are past and have no minutes yet."""
    parts: list[Any] = []
    for one in meetings:
        parts += ["; ", _link(view, one)] if parts else [_link(view, one)]
    return Callout("attention", "Minutes awaited", Phrase(tuple(parts))) if parts else None


def actions(view: View, meetings: Sequence[Meeting]) -> Table | None:
    """Return what somebody undertook to do at a meeting and has not done yet; None where nothing is open."""
    columns = [Column("Action"), Column("Owner"), Column("Due", narrow=True), Column("Agreed at")]
    rows = [
        (
            action.text,
            owner(view, action.owner),
            due(action, view.day),
            Link(f"meeting/{one.id}#{action.id}", name(view, one)),
        )
        for one in meetings
        for action in (one.minutes.actions if one.minutes else ())
        if action.done is None
    ]
    return Table("Actions from meetings, still open", columns, rows, stack=True, hide_caption=True) if rows else None


def due(action: MeetingAction, today: date) -> Badge | str:
    """Return when an open action is due, as a badge where that is past; nothing where it has no date."""
    if action.due and action.due < today:
        return Badge(f"Overdue since {short_day(action.due)}", "poor")
    return short_day(action.due)


def attendance(group: Group, meetings: Sequence[Meeting]) -> Grid | None:
    """Return which agencies came to a group's last meetings, of those that say who came; None where none does."""
    minuted = [(one, one.minutes) for one in meetings if one.group == group.id and one.minutes]
    known = [(one, taken) for one, taken in minuted if taken.attendance][-_ATTENDANCE:]
    if not known:
        return None
    each = [{one.agency: came(one) for one in taken.attendance} for _, taken in known]
    agencies = list(dict.fromkeys(agency for found in each for agency in found))
    last = "meeting" if len(known) == 1 else f"{len(known)} meetings with a record of attendance"
    return Grid(
        f"{group.title}: who came to the last {last}",
        [Link(f"agency/{agency}") for agency in agencies],
        [Link(f"meeting/{one.id}", short_day(taken.held)) for one, taken in known],
        [[_cell(found.get(agency)) for found in each] for agency in agencies],
        compact=True,
        corner="Agency",
    )


def _cell(badge: Badge | None) -> GridCell | None:
    return GridCell(badge.word, badge.kind) if badge else None


def group_meetings(group: Group, past: Sequence[Meeting]) -> dict[str, Any] | None:
    """Return a group's meetings of the past, newest first, with what each decided; None where it had none."""
    rows = [_held(one) for one in past if one.group == group.id]
    if not rows:
        return None
    columns = [Column("Meeting", narrow=True), Column("Decided"), Column("Agencies present", narrow=True)]
    blocks: list[Any] = [Table("Held, newest first", columns, rows[:_SHOWN], stack=True)]
    if rows[_SHOWN:]:
        older = Table(f"{group.title}: earlier meetings", columns, rows[_SHOWN:], stack=True, hide_caption=True)
        blocks.append(More(plural(len(rows) - _SHOWN, "earlier meeting"), older))
    return {"title": group.title, "anchor": f"group-{group.id}", "meetings": Blocks(blocks)}


def _held(one: Meeting) -> tuple[Any, ...]:
    link = Link(f"meeting/{one.id}", day_in_words(one.date))
    if not (one.minutes and one.minutes.held):
        return link, Badge("Called off"), None
    there = one.minutes.attendance
    present = f"{sum(each.present for each in there)} of {len(there)}" if there else None
    return link, " ".join(decision.text for decision in one.minutes.decisions), present


def _link(view: View, one: Meeting) -> Link:
    return Link(f"meeting/{one.id}", name(view, one))
