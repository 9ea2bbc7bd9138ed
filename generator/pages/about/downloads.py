"""Downloads: every calendar, feed and data file of this edition, and its frozen versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from generator.assurance.calendar.schedule import of_agency, schedule
from generator.components import Anchored, Column, Download, Downloads, Lead, Link, Phrase, Table, phrase
from generator.edition import View
from generator.model.agency import Agency
from generator.model.indicator import Indicator
from generator.model.publication import Publication
from generator.page import Page
from generator.wording import day, plural, sentence, the

QUARTER, YEAR = timedelta(days=92), timedelta(days=366)


def pages(view: View) -> Iterator[Page]:
    versions = sorted(view.all(Publication), key=lambda one: (one.as_of or date.min, one.id), reverse=True)
    shown = [one for one in versions if one.edition == view.edition or not view.public]
    said = "Calendars to subscribe to, a feed of what is new, and the data behind every page."
    rounded = "Counts of people are rounded and small ones withheld, as on the pages." if view.public else None
    yield Page(
        path="downloads/index.md",
        template="about/downloads.md.jinja",
        title="Downloads",
        description=said,
        context={
            "lead": Lead(
                f"{said} All of it is made from the same records as this site, as they stood on {day(view.day)}."
            ),
            "calendars": _calendars(view),
            "feed": Downloads([Download("What is new, as a feed", "changes.xml", "Atom", "For a feed reader")]),
            "figures": _figures() if view.all(Indicator) else None,
            "performance": Link("performance/index.md", "performance"),
            "rounded": rounded,
            "records": _records(view),
            "versions": _versions(shown, view.public) if shown else None,
            "licence": licence(view),
            "notice": view.partnership.illustrative.notice if view.partnership.illustrative else None,
        },
        shows=tuple(("publication", f"{one.id}#{one.id}") for one in shown),
        kicker="About",
    )


def _calendars(view: View) -> Downloads | None:
    if view.public:
        return None
    events = schedule(view.register, view.assessment, view.day - QUARTER, view.day + YEAR)
    if not events:
        return None
    every = "Obligations, audit milestones, meetings, actions and returns"
    own = "What this agency owes and takes part in"
    agencies = [one for one in view.all(Agency) if of_agency(events, one.id)]
    return Downloads(
        [
            Download("Every date", "calendar/calendar.ics", "ICS", every),
            *(Download(one.title, f"calendar/{one.id}.ics", "ICS", own) for one in agencies),
        ]
    )


def _figures() -> Downloads:
    lines = "For a spreadsheet: one line for each indicator and quarter"
    return Downloads(
        [
            Download("All figures", "downloads/figures.csv", "CSV", lines),
            Download("All figures", "downloads/figures.json", "JSON", "For other programs"),
        ]
    )


def _records(view: View) -> Downloads:
    return Downloads(
        [
            Download(view.type_name(type), f"downloads/records/{type}.json", "JSON", plural(len(entries), "record"))
            for type, entries in view.register.entries.items()
            if entries
        ]
    )


def _versions(versions: Sequence[Publication], public: bool) -> Table:
    """The frozen versions; for the public, without the editions and those who agreed to them."""
    rows: list[tuple[Any, ...]] = []
    for one in versions:
        title, as_of = Anchored(one.id, one.title), day(one.as_of)
        agreed = Link(f"meeting/{one.meeting}") if one.meeting else one.role
        rows.append((title, as_of, one.note) if public else (title, sentence(one.edition), as_of, one.note, agreed))
    titles = ["Version", "As it stood on", "Note"]
    if not public:
        titles = ["Version", "Edition", "As it stood on", "Note", "Agreed by"]
    caption = "Frozen versions, newest first"
    return Table(caption, [Column(title) for title in titles], rows, stack=True, hide_caption=True)


def licence(view: View) -> Phrase | None:
    """Return under which licence the records may be used again; None where the partnership names none."""
    found = view.partnership.licence
    if found is None:
        return None
    return phrase("The records may be used again under ", Link(found.address, the(found.title)), ".")
