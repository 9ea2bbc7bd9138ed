"""The quality assurance calendar: as the framework prints it, with how each entry stands, and as a list of dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from generator.assurance.calendar.schedule import Event, overdue, schedule
from generator.assurance.obligations.standing import MET, ObligationStanding, standings
from generator.components import Column, Download, Downloads, Entries, Lead, Link, More, Table, events, stack, states
from generator.components.records import choice
from generator.edition import View
from generator.model.agency import Agency
from generator.model.obligation import Obligation
from generator.page import Page
from generator.wording import plural

PAST, AHEAD, SOON = timedelta(days=92), timedelta(days=366), timedelta(weeks=6)


def pages(view: View) -> Iterator[Page]:
    every = () if view.public else schedule(view.register, view.assessment, date.min, view.day + AHEAD)
    shown = [one for one in every if one.day >= view.day - PAST]
    if not shown:
        return
    now = {one.obligation: one for one in standings(view.assessment.duties, view.day)}
    obligations = sorted(view.all(Obligation), key=lambda one: (one.order, one.id))
    late = overdue(every, view.day)
    ahead = _by_month(one for one in shown if one.day >= view.day)
    behind = _by_month(one for one in reversed(shown) if one.day < view.day)
    yield Page(
        path="calendar/index.md",
        template="calendar/calendar.md.jinja",
        layout="wide",
        title="Calendar",
        description="What the quality assurance calendar asks for, how each entry stands, and every date to come.",
        context={
            "lead": lead(list(now.values())),
            "printed": _calendar_table(view, obligations, now) if obligations else None,
            "overdue": events.overdue(view, late) if late else None,
            "feed": _FEED,
            "own": _agency_calendars(view, shown),
            "ahead": [
                {"title": _month(month), "anchor": f"{month:%Y-%m}", "events": events.events(view, found)}
                for month, found in ahead
            ],
            "behind": [
                More(_month(month), events.events(view, found), open=place == 0)
                for place, (month, found) in enumerate(behind)
            ],
        },
    )


def lead(now: Sequence[ObligationStanding]) -> Lead:
    """Return how many obligations are met for the present period, and how many were missed in the one before."""
    if not now:
        return Lead("What is due, and when.")
    met = sum(one.state in MET for one in now)
    missed = sum(one.state == "late" or one.missed is not None for one in now)
    before = f", and {missed} {'was' if missed == 1 else 'were'} missed in the period before" if missed else ""
    entries = plural(len(now), "entry", "entries")
    return Lead(
        f"{met or 'None'} of the {entries} of the quality assurance calendar {'is' if met == 1 else 'are'} met for the "
        f"present period{before}."
    )


def _calendar_table(view: View, obligations: Sequence[Obligation], now: Mapping[str, ObligationStanding]) -> Table:
    """The calendar's table: a row for each category and a column for each cadence that is in use."""
    cadences = [one.id for one in view.framework.cadences if any(each.cadence == one.id for each in obligations)]
    categories = [
        one.id for one in view.framework.obligation_categories if any(each.category == one.id for each in obligations)
    ]

    def cell(category: str, cadence: str) -> Entries | None:
        found = [one for one in obligations if (one.category, one.cadence) == (category, cadence)]
        return Entries([_entry(view, one, now.get(one.id)) for one in found]) if found else None

    return Table(
        "The quality assurance calendar, and how each entry stands",
        [Column("Kind"), *(Column(choice(view, "cadences", one)) for one in cadences)],
        [
            (choice(view, "obligation_categories", category), *(cell(category, one) for one in cadences))
            for category in categories
        ],
        stack=True,
    )


def _entry(view: View, one: Obligation, stands: ObligationStanding | None) -> Any:
    link = Link(f"obligation/{one.id}")
    return stack(link, states.obligation(stands, view.day, SOON)) if stands else link


_FEED = Downloads(
    [
        Download(
            "All of these dates for your own calendar",
            "calendar/calendar.ics",
            "ICS",
            "Subscribe to it, and it stays up to date.",
        )
    ]
)


def _agency_calendars(view: View, shown: Sequence[Event]) -> More | None:
    """The calendars of single agencies that have any date."""
    found = [one for one in view.all(Agency) if any(one.id in event.agencies for event in shown)]
    files = [Download(one.title, f"calendar/{one.id}.ics", "ICS") for one in found]
    return More("One agency’s dates only", Downloads(files)) if files else None


def _by_month(found: Iterable[Event]) -> list[tuple[date, list[Event]]]:
    return [(month, list(each)) for month, each in groupby(found, lambda one: one.day.replace(day=1))]


def _month(first: date) -> str:
    return f"{first:%B} {first.year}"
