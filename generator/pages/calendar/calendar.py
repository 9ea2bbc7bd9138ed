"""The quality assurance calendar: as the framework prints it, with how each entry stands, and as a list of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from generator.assurance.calendar.schedule import Event, overdue, schedule
from generator.assurance.obligations.standing import MET, standings
from generator.edition import View
from generator.model.agency import Agency
from generator.model.obligation import Obligation
from generator.page import Page

PAST, AHEAD, SOON = timedelta(days=92), timedelta(days=366), timedelta(weeks=6)


def pages(view: View) -> Iterator[Page]:
    every = () if view.public else schedule(view.register, view.assessment, date.min, view.day + AHEAD)
    events = [one for one in every if one.day >= view.day - PAST]
    if not events:
        return
    now = {one.obligation: one for one in standings(view.assessment.duties, view.day)}
    yield Page(
        path="calendar/index.md",
        template="calendar/calendar.md.jinja",
        layout="wide",
        title="Calendar",
        description="What the quality assurance calendar asks for, how each entry stands, and every date to come.",
        context={
            "cells": _cells(view),
            "now": now,
            "met": sum(1 for one in now.values() if one.state in MET),
            "missed": sum(1 for one in now.values() if one.state == "late" or one.missed),
            "near": view.day + SOON,
            "overdue": overdue(every, view.day),
            "ahead": _by_month([one for one in events if one.day >= view.day]),
            "behind": _by_month([one for one in reversed(events) if one.day < view.day]),
            "agencies": [one for one in view.all(Agency) if any(one.id in event.agencies for event in events)],
        },
    )


def _cells(view: View) -> Mapping[str, Mapping[str, list[Obligation]]]:
    """The calendar's table: category → cadence → obligations in order; rows and columns in use only."""
    ordered = sorted(view.all(Obligation), key=lambda one: (one.order, one.id))
    cadences = [one.id for one in view.framework.cadences]
    columns = [cadence for cadence in cadences if any(one.cadence == cadence for one in ordered)]
    return {
        row: {column: [one for one in ordered if (one.category, one.cadence) == (row, column)] for column in columns}
        for row in [one.id for one in view.framework.obligation_categories]
        if any(one.category == row for one in ordered)
    }


def _by_month(events: list[Event]) -> list[tuple[date, list[Event]]]:
    return [(month, list(each)) for month, each in groupby(events, lambda one: one.day.replace(day=1))]
