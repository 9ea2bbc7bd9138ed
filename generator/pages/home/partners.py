"""The partners' home page: how things stand, what is late, what each agency owes, what is due and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.assurance.calendar.news import news
from generator.assurance.calendar.schedule import Event, of_agency, overdue, schedule
from generator.assurance.figures.control_chart import Rule, Verdict
from generator.assurance.figures.standing import IndicatorStanding, signals
from generator.assurance.membership import former
from generator.assurance.obligations.standing import standings
from generator.components import (
    Badge,
    Button,
    Buttons,
    Column,
    Entries,
    Hero,
    Link,
    News,
    NewsItem,
    Stack,
    Table,
    events,
    stack,
)
from generator.components.records import rating
from generator.edition import View
from generator.model.agency import Agency
from generator.model.indicator import Indicator
from generator.model.opinion import Opinion
from generator.page import Page
from generator.pages.home.stats import stats
from generator.wording import day, plural, sentence, short_day, the
from generator.wording.units import written

SOON, LATELY = timedelta(weeks=6), timedelta(weeks=6)
_MOST_LATE, _MOST_DUE, _MOST_NEW, _MOST_EACH = 8, 12, 10, 3
"""How many overdue, due and new items are shown at most, and how many overdue items of each agency."""
_VERDICTS: Mapping[Verdict, Badge] = {
    "improvement": Badge("Improved", "good"),
    "concern": Badge("Of concern", "poor"),
    "neutral-high": Badge("Higher", "info"),
    "neutral-low": Badge("Lower", "info"),
}
_RULES: Mapping[Rule, str] = {
    "outside-limits": "a value this far out is more than chance",
    "trend": "seven quarters moved the same way",
    "two-of-three": "two of three quarters lie far out",
    "run": "seven quarters lie on one side of the usual",
}


@dataclass(frozen=True)
class OwingAgency:
    """An agency's row: what is overdue, what is due next if anything is, and how many of its actions are open."""

    agency: str
    late: Sequence[Event]
    next: Event | None
    actions: int


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    found = view.assessment
    every = schedule(view.register, found, date.min, view.day + timedelta(days=366))
    late = overdue(every, view.day)
    soon = [one for one in every if view.day <= one.day <= view.day + SOON and one.state == "due"]
    unusual = [one for one in signals(found.figures, view.all(Indicator)) if one.latest]
    happened = news(view.register, found, view.withdrawn, view.day - LATELY)
    owed = list(owing_agencies(view, every, late))
    weakest = weak(view)
    yield Page(
        path="index.md",
        template="home/home.md.jinja",
        title="Home",
        description=f"How the quality assurance of {the(view.partnership.title)} stands on one page.",
        context={
            "title": f"{view.partnership.abbreviation} quality assurance",
            "hero": Hero(lead(view.day, len(late), len(soon)), _buttons(owed, late, soon)),
            "stats": stats(view, standings(found.duties, view.day), unusual),
            "late": events.overdue(view, late[:_MOST_LATE]) if late else None,
            "all_late": _all_late(len(late)),
            "soon": events.upcoming(view, soon[:_MOST_DUE]) if soon else None,
            "calendar": Link("calendar/index.md", "See the whole calendar") if len(soon) > _MOST_DUE else None,
            "agencies": agencies(owed, actions=view.uses("action-plan")) if owed else None,
            "signals": figures(unusual) if unusual else None,
            "weak": _opinions(view, weakest) if weakest else None,
            "new": events.happened(view, happened[:_MOST_NEW]) if happened else None,
            "feed": Link("changes.xml", "Follow what is new as a feed"),
        },
        layout="home",
    )


def lead(today: date, late: int, soon: int) -> str:
    """Return how many things are overdue today, and how many dates fall in the next six weeks."""
    overdue = f"{late} things are overdue" if late > 1 else "one thing is overdue" if late else "nothing is overdue"
    dates = f"{plural(soon, 'date')} {'falls' if soon == 1 else 'fall'}"
    return f"On {day(today)}: {overdue}, and {dates} in the next six weeks."


def _buttons(owed: Sequence[OwingAgency], late: Sequence[Event], soon: Sequence[Event]) -> Buttons | None:
    """Buttons to what the page shows."""
    every = [
        (owed, Button("What my agency owes", "#agencies")),
        (late, Button("What is overdue", "#overdue")),
        (soon, Button("What is due next", "#soon")),
    ]
    found = [button for shown, button in every if shown]
    return Buttons(found) if found else None


def _all_late(late: int) -> Link | None:
    return Link("calendar/index.md#overdue", f"See all {late} things overdue") if late > _MOST_LATE else None


def owing_agencies(view: View, every: Sequence[Event], late: Sequence[Event]) -> Iterator[OwingAgency]:
    """Yield the row of each agency that has a part in any of the events `every`, meetings left out, and that has not
    left.

    `late` are the events that are overdue.
    """
    for agency in view.all(Agency):
        own = [one for one in of_agency(every, agency.id) if one.kind != "meeting" and not former(agency, view.day)]
        if own:
            ahead = [one for one in own if one.state == "due" and one.day >= view.day]
            behind = [one for one in of_agency(late, agency.id) if one.state == "overdue"]
            actions = [one for one in view.assessment.actions if one.open and one.owner == f"agency/{agency.id}"]
            yield OwingAgency(agency.id, behind, ahead[0] if ahead else None, len(actions))


def agencies(owed: Sequence[OwingAgency], *, actions: bool) -> Table:
    """Return what each agency is late with and what it owes next; its open actions where the partnership has plans."""
    columns = [Column("Agency"), Column("Overdue"), Column("Next due", narrow=True), Column("What is due then")]
    rows = [
        (
            Link(f"agency/{one.agency}"),
            late_items(one.late),
            short_day(one.next.day) if one.next else None,
            one.next.said if one.next else None,
            *([one.actions] if actions else []),
        )
        for one in owed
    ]
    columns += [Column("Actions open", number=True)] if actions else []
    caption = "What each agency is late with, and what it owes next"
    return Table(caption, columns, rows, stack=True, hide_caption=True)


def late_items(late: Sequence[Event]) -> Badge | Stack:
    """Return how many items of an agency are overdue, and the first of them."""
    if not late:
        return Badge("Nothing overdue", "good")
    more = [f"and {len(late) - _MOST_EACH} more"] if len(late) > _MOST_EACH else []
    return stack(Badge(f"{len(late)} overdue", "poor"), Entries([*(one.said for one in late[:_MOST_EACH]), *more]))


def figures(unusual: Iterable[IndicatorStanding]) -> News:
    """Return the figures outside their usual range, those of concern first, each with its value and its usual value."""
    found = sorted(unusual, key=lambda one: (one.verdict != "concern", one.verdict, one.indicator.id))
    return News([item for one in found if (item := _figure(one))])


def _figure(one: IndicatorStanding) -> NewsItem | None:
    mean = one.chart.latest.mean
    if one.latest is None or one.verdict is None or mean is None:
        return None
    latest, usual = written(one.latest.value, one.indicator), written(round(mean, 1), one.indicator)
    return NewsItem(
        date=one.latest.quarter.short_label,
        text=f"{one.indicator.title}: {latest}, usually {usual}",
        target=f"indicator/{one.indicator.id}",
        badge=_VERDICTS[one.verdict],
        note=sentence(_RULES[one.rule]) if one.rule else "",
    )


def weak(view: View) -> list[Opinion]:
    """Return the newest opinion on each theme, where it falls short of what is asked."""
    short = {one.id for one in view.framework.opinion_levels if one.falls_short}
    newest: dict[str, Opinion] = {}
    for one in sorted(view.all(Opinion), key=lambda one: (one.date or date.min, one.id)):
        newest[one.theme] = one
    return [one for one in newest.values() if one.level in short]


def _opinions(view: View, found: Sequence[Opinion]) -> News:
    return News(
        [
            NewsItem(
                date=short_day(one.date),
                text=one.theme,
                target=f"opinion/{one.id}",
                badge=rating(view, "opinion_levels", one.level),
                note=one.given_by or "",
            )
            for one in found
        ]
    )
