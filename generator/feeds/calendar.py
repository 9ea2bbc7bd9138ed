"""Calendars to subscribe to (RFC 5545): all dates of the partnership, and those of each agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from functools import cache
from urllib.parse import urlsplit

from icalendar import Calendar
from icalendar import Event as Entry

from generator.assurance.calendar.schedule import Event, of_agency, schedule
from generator.edition import View
from generator.model.agency import Agency
from generator.page import File

PAST, AHEAD = timedelta(days=92), timedelta(days=366)
_NAMES = {
    "obligation": "Quality assurance calendar",
    "milestone": "Audit",
    "meeting": "Meeting",
    "action": "Action",
    "return": "Return",
}
_STATES = {
    "due": "",
    "overdue": "Overdue. ",
    "done": "Done. ",
    "done-late": "Done late. ",
    "excused": "Excused. ",
    "cancelled": "Cancelled. ",
}


def files(view: View) -> Iterator[File]:
    events = () if view.public else schedule(view.register, view.assessment, view.day - PAST, view.day + AHEAD)
    if not events:
        return
    agencies = {one.id: one.title for one in view.all(Agency)}
    name = view.partnership.abbreviation
    entry = cache(lambda event: bytes(_entry(view, event, agencies).to_ical()))
    yield File("calendar/calendar.ics", _calendar(f"{name} quality assurance", map(entry, events)))
    for agency in view.all(Agency):
        own = of_agency(events, agency.id)
        if own or agency.left:  # those who subscribed before it left still get a file
            calendar = _calendar(f"{agency.title}: {name} quality assurance", map(entry, own))
            yield from (File(f"calendar/{id}.ics", calendar) for id in (agency.id, *agency.formerly))


def _calendar(name: str, entries: Iterable[bytes]) -> bytes:
    """The calendar with these events, already serialised: most are in several calendars and slow to write."""
    calendar = Calendar()
    calendar.add("prodid", "-//Safeguarding adults quality assurance//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    head, end, _ = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    return b"".join([head, *entries, end, b"\r\n"])


def _entry(view: View, event: Event, agencies: Mapping[str, str]) -> Entry:
    """One all-day event; its end is the day after its last, as RFC 5545 asks."""
    address = view.partnership.site.partnership or ""
    host = urlsplit(address).hostname or view.partnership.id
    waiting = ", ".join(agencies.get(id, id) for id in event.outstanding) if event.kind != "meeting" else ""
    entry = Entry()
    entry.add("uid", f"{event.uid}@{host}")
    entry.add("dtstamp", datetime.combine(view.day, time(), UTC))
    entry.add("dtstart", event.first)
    entry.add("dtend", event.day + timedelta(days=1))
    entry.add("summary", _summary(event))
    entry.add("description", f"{_STATES[event.state]}{f'Still to come from {waiting}.' if waiting else ''}".strip())
    entry.add("categories", [_NAMES[event.kind]])
    entry.add("status", "CANCELLED" if event.state == "cancelled" else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    if address:
        entry.add("url", f"{address.rstrip('/')}/calendar/#{event.day:%Y-%m}")
    return entry


def _summary(event: Event) -> str:
    return event.said if event.kind in ("meeting", "milestone", "return") else f"Due: {event.said}"
