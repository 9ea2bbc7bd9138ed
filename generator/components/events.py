"""What falls due and what happened recently, as lists: each entry with its date, its record and how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.assurance.calendar import news
from generator.assurance.calendar.schedule import Event
from generator.assurance.membership import gone
from generator.components import states
from generator.components.blocks import News, NewsItem
from generator.components.inline import Badge
from generator.edition import View
from generator.wording import day, listed, plural, short_day

_OWED = ("obligation", "return", "milestone")
"""Kinds of event that agencies owe."""
_HAPPENED: dict[news.Happening, str] = {
    "published": "Published",
    "agreed": "Agreed",
    "withdrawn": "Withdrawn",
    "held": "Meeting held",
    "closed": "Action done",
    "reviewed": "Framework reviewed",
    "milestone": "Audit",
}


def events(view: View, found: Iterable[Event]) -> News:
    """Return dated events, each with how it stands."""
    return _listed(view, found, states.event)


def overdue(view: View, found: Iterable[Event]) -> News:
    """Return events that are overdue, each with how many days."""
    return _listed(view, found, lambda one: Badge(f"{plural((view.day - one.day).days, 'day')} late", "poor"))


def upcoming(view: View, found: Iterable[Event]) -> News:
    """Return upcoming events, without a badge for each, as all of them are due."""
    return _listed(view, found, lambda one: None)


def _listed(view: View, found: Iterable[Event], badge: Callable[[Event], Badge | None]) -> News:
    return News(
        [
            NewsItem(
                date=short_day(one.day),
                text=one.said,
                target="performance/returns.md" if one.kind == "return" else one.about,
                badge=badge(one),
                note=note(view, one),
            )
            for one in found
        ]
    )


def note(view: View, one: Event) -> str:
    """Return who still owes an event, whose action it is, or the day it was done if not on its own day."""
    if one.kind in _OWED and one.state in ("due", "overdue") and one.outstanding:
        if len(one.outstanding) == len(one.agencies) > 1:
            return f"From all {len(one.agencies)} agencies"
        return f"Still to come from {listed(view.name(f'agency/{id}') for id in one.outstanding)}"
    if one.owner:
        open = one.state in ("due", "overdue")
        left = ", which has left: it needs a new owner" if open and gone(view.register, one.owner, view.day) else ""
        return f"{view.name(one.owner)}{left}"
    return f"Done {day(one.done)}" if one.done and one.done != one.day else ""


def happened(view: View, found: Iterable[news.News]) -> News:
    """Return what happened recently; a withdrawn record is named by its type only, without a link."""
    return News(
        [
            NewsItem(
                date=short_day(one.day),
                text=_named(view, one),
                target=one.about if one.what != "withdrawn" else "",
                note=f"{_HAPPENED[one.what]}{f': {one.detail.lower()}' if one.what == 'milestone' else ''}",
            )
            for one in found
        ]
    )


def _named(view: View, one: news.News) -> str:
    if one.what == "closed":
        return one.detail
    return view.type_name(one.about.partition("/")[0]) if one.what == "withdrawn" else view.name(one.about)
