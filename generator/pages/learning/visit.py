"""Front-line visits: which are planned, which were made, what the visitors learned, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.components import (
    Badge,
    Byline,
    Cards,
    Column,
    Lead,
    Link,
    News,
    NewsItem,
    Passage,
    Phrase,
    Points,
    Stat,
    Table,
    phrase,
    stack,
)
from generator.components.records import departures, resulting_records
from generator.edition import View
from generator.model.visit import Visit
from generator.page import Page
from generator.periods import Year
from generator.wording import day, listed, short_day

_LEAD = (
    "Partners visit one another’s services to discuss and learn about safeguarding activity, how work flows, and what "
    "each service is for."
)
_SHOWN = 6
"""Points of learning that the index shows."""


def pages(view: View) -> Iterator[Page]:
    visits = sorted(view.all(Visit), key=lambda one: (_dated(one), one.id), reverse=True)
    if view.public or not view.uses("visit"):
        return
    yield Page(
        path="learning/visits/index.md",
        template="learning/visits.md.jinja",
        title="Front-line visits",
        description="Visits by one agency to another, and what was learned.",
        context={
            "lead": Lead(_LEAD),
            "stats": stats(visits, view.day, Year.of(view.day, view.partnership.year_starts)) if visits else None,
            "learned": _learned(visits),
            "visits": _visits(visits, view.day),
        },
    )
    for one in visits:
        yield _page(view, one)


def _dated(visit: Visit) -> date:
    return (visit.account.visited if visit.account else None) or visit.planned or date.min


def _passed(one: Visit, today: date) -> bool:
    """Whether a visit was planned for a day that is past, and no account of it is recorded."""
    return one.account is None and one.planned is not None and one.planned < today


def stats(visits: Sequence[Visit], today: date, year: Year) -> Cards:
    """Return how many visits were made, this year and in all, and how many are planned or past their date."""
    days = [one.account.visited for one in visits if one.account]
    passed = sum(_passed(one, today) for one in visits)
    late = [Stat(passed, "past the planned date", "No account yet", "attention")] if passed else []
    return Cards(
        [
            Stat(sum(visited is not None and visited in year for visited in days), f"made in {year}"),
            Stat(len(days), "made in all"),
            Stat(len(visits) - len(days) - passed, "planned"),
            *late,
        ],
        "small",
    )


def _learned(visits: Sequence[Visit]) -> News | None:
    items = [
        NewsItem(short_day(one.account.visited), point, f"visit/{one.id}", note=one.title)
        for one in visits
        if one.account
        for point in one.account.learning
    ]
    return News(items[:_SHOWN]) if items else None


def _visits(visits: Sequence[Visit], today: date) -> Table:
    columns = [Column(title) for title in ("Visit", "Who visited", "Whom", "When")]
    rows = [
        (
            Link(f"visit/{one.id}", one.title),
            Link(f"agency/{one.visitor}"),
            Link(f"agency/{one.host}"),
            _when(one, today),
        )
        for one in visits
    ]
    return Table("Visits, newest first", columns, rows, empty="No visit is recorded yet.", stack=True)


def _when(one: Visit, today: date) -> Any:
    if one.account:
        return stack(Badge("Made", "done"), short_day(one.account.visited))
    if _passed(one, today):
        return stack(Badge("No account yet", "attention"), f"planned for {short_day(one.planned)}")
    return stack(Badge("Planned", "info"), short_day(one.planned))


def when(one: Visit, today: date) -> Phrase:
    """Return when a visit was made or is planned, and whether its account is missing."""
    if one.account:
        return phrase(f"Visited {day(one.account.visited)}")
    badge = Badge("No account yet", "attention") if _passed(one, today) else Badge("Planned", "info")
    return phrase(badge, " planned for " if _passed(one, today) else " for ", day(one.planned))


def _page(view: View, one: Visit) -> Page:
    account = one.account
    did = " visited " if account else " to visit "
    who = phrase(Link(f"agency/{one.visitor}"), did, Link(f"agency/{one.host}"))
    return Page(
        path=f"learning/visits/{one.id}.md",
        template="learning/visit.md.jinja",
        title=one.title,
        description=f"Front-line visit: {one.title}.",
        context={
            "byline": Byline([when(one, view.day), who, *([one.service] if one.service else [])]),
            "departures": departures(view, f"visit/{one.id}"),
            "learned": Points(account.learning, prose=True) if account and account.learning else None,
            "good_practice": Points(account.good_practice, prose=True) if account and account.good_practice else None,
            "follow_up": Passage(account.follow_up) if account and account.follow_up else None,
            "purpose": Passage(one.purpose) if one.purpose else None,
            "discussed": Passage(account.discussed) if account and account.discussed else None,
            "went": _visitors(one),
            "resulting_records": resulting_records(view, f"visit/{one.id}"),
        },
        record=("visit", one.id),
        kicker="Front-line visit",
    )


def _visitors(one: Visit) -> str | None:
    """Who visited, by role, and the day the visit was planned for, if it was another."""
    account = one.account
    if account is None or not account.visitor_roles:
        return None
    planned = f" Planned for {day(one.planned)}." if one.planned != account.visited else ""
    return f"Who went: {listed(account.visitor_roles)}.{planned}"
