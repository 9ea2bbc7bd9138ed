"""What a meeting decided is dated on the day it was held.

A stage, a closed action or a moved date that names a meeting says: it was decided there. It can't have been on another
day, nor at a meeting that was called off. What the chair agreed between meetings names the `role` instead. Where all
that names a meeting bears another day, the meeting's own is looked at.

Wrong: `{stage: agreed, date: 2026-06-30, meeting: qap/2026-07-02}`, and the meeting was held on 2 July 2026.
Right: `{stage: agreed, date: 2026-07-02, meeting: qap/2026-07-02}`, or `{…, date: 2026-06-30, role: QAP Chair}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.meeting import Meeting
from generator.problem import Fault, Place
from generator.register import Entry, Register
from generator.wording import shown

upholds = ()
level = "E"
DECIDES = ("meeting", "agreed")
"""Fields that name who decided, dated by `date` beside them; others are dated by their own: `presented_on`."""

Deed = tuple[Place, Place, str | None]
"""Where the meeting is named, where its date stands, and the date."""


def problems(register: Register) -> Iterator[Fault]:
    for id, deeds in _deeds(register).items():
        entry = register.entry(Meeting, id)
        meeting = entry.record if entry else None
        if entry is None or not isinstance(meeting, Meeting):
            continue
        if meeting.minutes and meeting.minutes.held:
            yield from _dated(entry, meeting.minutes.held.isoformat(), [deed for deed in deeds if deed[2]])
        elif meeting.cancelled:
            yield from _called_off(entry, deeds)


def _called_off(entry: Entry, deeds: Sequence[Deed]) -> Iterator[Fault]:
    place, remedy = entry.place("cancelled", note="called off"), "Name the meeting or the role that decided"
    first = deeds[0][0]
    if len(deeds) == 1:
        message = f"this was decided at {entry.id}, a meeting that was called off"
        yield Fault(first, message, f"{remedy}, or correct the meeting's record.", (place,))
    else:
        message = f"this meeting was called off, and {len(deeds)} decisions name it"
        yield Fault(place, message, f"{remedy}, or take this out.", (first,))


def _dated(entry: Entry, held: str, deeds: Sequence[Deed]) -> Iterator[Fault]:
    days = {day for _, _, day in deeds}
    place = entry.place("minutes", "held", note="held")
    if len(days) == 1 < len(deeds) and held not in days:
        said = f"the {len(deeds)} decisions that name it are all dated {shown(days.pop())}"
        message = f"this meeting was held on {shown(held)}, and {said}"
        yield Fault(place, message, "Correct the day it was held, or theirs.", (deeds[0][1],))
        return
    for _, dated, day in deeds:
        if day != held:
            message = f"this is dated {shown(day)}, and {entry.id} was held on {shown(held)}"
            remedy = "Correct the date, name the meeting of that day, or the role that agreed between meetings."
            yield Fault(dated, message, remedy, (place,))


def _deeds(register: Register) -> dict[str, list[Deed]]:
    found: dict[str, list[Deed]] = {}
    for link in register.links:
        if link.target[0] != "meeting" or not link.route or isinstance(link.route[-1], int):
            continue
        entry, (*above, field) = register.entries[link.type][link.id], link.route
        holder = entry.value
        for step in above:
            holder = holder[step]  # type: ignore[index]
        dated = "date" if field in DECIDES else f"{field}_on"
        if field in DECIDES or dated in holder:
            places = entry.place(*link.route, note="one of them"), entry.place(*above, dated, note="one of them")
            found.setdefault(link.target[1], []).append((*places, holder.get(dated)))
    return found
