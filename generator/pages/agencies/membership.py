"""An agency as a member: the groups it sits on, the meetings it came to, since and until when it takes part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.components import Badge, Blocks, Column, Facts, Link, Phrase, Progress, Table, enumerated, phrase
from generator.components.records import choice
from generator.components.states import attendance as came
from generator.edition import View
from generator.model.agency import Agency
from generator.model.group import Group
from generator.model.meeting import Attendance, Meeting
from generator.wording import day, the

_SHOWN = 8
"""Meetings that are shown."""


def about(view: View, agency: Agency) -> Facts:
    """Return what is known of an agency itself: its memorandum, its sector, and since and until when it takes part."""
    signed = agency.mou[-1] if agency.mou else None
    law = view.partnership.law.title
    pairs: list[tuple[str, Any]] = [
        (
            "Memorandum of understanding",
            Badge(f"Signed on {day(signed.signed)}", "good") if signed else Badge("Not signed", "attention"),
        ),
        ("Version signed", signed.version if signed else None),
        ("Sector", choice(view, "sectors", agency.sector) if agency.sector else None),
        ("Statutory member", (f"Yes, by {the(law)}" if law else "Yes") if agency.statutory else "No"),
    ]
    if agency.joined or agency.left:
        since = f" since {day(agency.joined)}" if agency.joined else ""
        until = f" until {day(agency.left)}" if agency.left else ""
        pairs.append(("Membership", f"Part of the partnership{since}{until}"))
    if agency.succeeded_by:
        pairs.append(("Succeeded by", Link(f"agency/{agency.succeeded_by}")))
    return Facts([*pairs, ("Switchboard", agency.switchboard), ("Called in the framework", agency.label)])


def sits_on(groups: Sequence[Group]) -> Phrase:
    """Return the groups that an agency sits on, as a sentence."""
    return phrase("It sits on ", enumerated(Link(f"group/{one.id}", the(one.title)) for one in groups), ".")


def _attendance(view: View, agency: str) -> Iterator[tuple[Meeting, Attendance]]:
    """The meetings that say whether the agency came, newest first."""
    for meeting in sorted(view.all(Meeting), key=lambda one: one.date, reverse=True):
        for one in meeting.minutes.attendance if meeting.minutes else ():
            if one.agency == agency:
                yield meeting, one


def meetings(view: View, agency: str) -> Blocks | None:
    """Return how many meetings an agency came to, of those that say who came, and the last ones."""
    attendance = list(_attendance(view, agency))
    if not attendance:
        return None
    present = sum(one.present for _, one in attendance)
    rows = [
        (Link(f"meeting/{meeting.id}", _meeting(view, meeting)), came(one), one.note)
        for meeting, one in attendance[:_SHOWN]
    ]
    columns = [Column("Meeting"), Column("Attendance", narrow=True), Column("Note")]
    return Blocks(
        [
            Progress(present, len(attendance), "meetings attended, of those that say who came"),
            Table("The last meetings", columns, rows, stack=True, hide_caption=True),
        ]
    )


def _meeting(view: View, meeting: Meeting) -> str:
    assert meeting.minutes
    return f"{view.name(f'group/{meeting.group}')}, {day(meeting.minutes.held)}"
