"""What a meeting decided is dated on the day it was held.

A stage, a closed action or a moved date that names a meeting was decided there, so neither on another day nor at a
meeting that was called off. What the chair agreed between meetings names the `role` instead. Where everything that
names a meeting has the same other date, the fault is reported once, at the meeting's own date.

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
"""Fields that name who decided, dated by `date` beside them; others have a date field of their own: `presented_on`."""

Dated = tuple[Place, Place, str | None]
"""Where the meeting is named, where its date stands, and the date."""


def problems(register: Register) -> Iterator[Fault]:
    for id, dated in _dated_decisions(register).items():
        entry = register.entry(Meeting, id)
        meeting = entry.record if entry else None
        if entry is None or not isinstance(meeting, Meeting):
            continue
        if meeting.minutes and meeting.minutes.held:
            yield from _on_other_days(entry, meeting.minutes.held.isoformat(), [one for one in dated if one[2]])
        elif meeting.cancelled:
            yield from _called_off(entry, dated)


def _called_off(entry: Entry, dated: Sequence[Dated]) -> Iterator[Fault]:
    place, remedy = entry.place("cancelled", note="called off"), "Name the meeting or the role that decided"
    first = dated[0][0]
    if len(dated) == 1:
        message = f"this was decided at {entry.id}, a meeting that was called off"
        yield Fault(first, message, f"{remedy}, or correct the meeting's record.", (place,))
    else:
        message = f"this meeting was called off, and {len(dated)} decisions name it"
        yield Fault(place, message, f"{remedy}, or take this out.", (first,))


def _on_other_days(entry: Entry, held: str, dated: Sequence[Dated]) -> Iterator[Fault]:
    days = {day for _, _, day in dated}
    place = entry.place("minutes", "held", note="held")
    if len(days) == 1 < len(dated) and held not in days:
        said = f"the {len(dated)} decisions that name it are all dated {shown(days.pop())}"
        message = f"this meeting was held on {shown(held)}, and {said}"
        yield Fault(place, message, "Correct the day it was held, or theirs.", (dated[0][1],))
        return
    for _, at, day in dated:
        if day != held:
            message = f"this is dated {shown(day)}, and {entry.id} was held on {shown(held)}"
            remedy = "Correct the date, name the meeting of that day, or the role that agreed between meetings."
            yield Fault(at, message, remedy, (place,))


def _dated_decisions(register: Register) -> dict[str, list[Dated]]:
    found: dict[str, list[Dated]] = {}
    for link in register.links:
        if link.target[0] != "meeting" or not link.route or isinstance(link.route[-1], int):
            continue
        entry, (*above, field) = register.entries[link.type][link.id], link.route
        holder = entry.value
        for step in above:
            holder = holder[step]  # type: ignore[index]
        when = "date" if field in DECIDES else f"{field}_on"
        if field in DECIDES or when in holder:
            places = entry.place(*link.route, note="one of them"), entry.place(*above, when, note="one of them")
            found.setdefault(link.target[1], []).append((*places, holder.get(when)))
    return found
