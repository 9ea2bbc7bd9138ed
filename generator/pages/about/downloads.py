"""Downloads: every calendar, feed and data file of this edition, and its frozen versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.assurance.calendar.schedule import of_agency, schedule
from generator.edition import View
from generator.model.agency import Agency
from generator.model.indicator import Indicator
from generator.model.publication import Publication
from generator.page import Page

QUARTER, YEAR = timedelta(days=92), timedelta(days=366)


def pages(view: View) -> Iterator[Page]:
    events = () if view.public else schedule(view.register, view.assessment, view.day - QUARTER, view.day + YEAR)
    versions = sorted(view.all(Publication), key=lambda one: (one.as_of or date.min, one.id), reverse=True)
    shown = [one for one in versions if one.edition == view.edition or not view.public]
    yield Page(
        path="downloads/index.md",
        template="about/downloads.md.jinja",
        title="Downloads",
        description="Calendars to subscribe to, a feed of what is new, and the data behind every page.",
        context={
            "calendars": bool(events),
            "agencies": [one for one in view.all(Agency) if of_agency(events, one.id)],
            "types": [(type, len(entries)) for type, entries in view.register.entries.items() if entries],
            "figures": bool(view.all(Indicator)),
            "versions": shown,
        },
        shows=tuple(("publication", f"{one.id}#{one.id}") for one in shown),
        kicker="About",
    )
