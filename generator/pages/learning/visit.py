"""Front-line visits: which are planned, which were made, what the visitors learned, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.edition import View
from generator.model.visit import Visit
from generator.page import Page
from generator.periods import Year


def pages(view: View) -> Iterator[Page]:
    visits = sorted(view.all(Visit), key=lambda one: (_dated(one), one.id), reverse=True)
    if view.public or not view.uses("visit"):
        return
    made = [one for one in visits if one.account]
    year = Year.of(view.day, view.partnership.year_starts)
    this_year = [one for one in made if one.account and one.account.visited and one.account.visited in year]
    yield Page(
        path="learning/visits/index.md",
        template="learning/visits.md.jinja",
        title="Front-line visits",
        description="Visits by one agency to another, and what was learned.",
        context={
            "visits": visits,
            "made": made,
            "planned": [one for one in visits if not one.account and (one.planned or view.day) >= view.day],
            "passed": [one for one in visits if not one.account and one.planned and one.planned < view.day],
            "this_year": this_year,
            "year": year,
        },
    )
    for one in visits:
        yield Page(
            path=f"learning/visits/{one.id}.md",
            template="learning/visit.md.jinja",
            title=one.title,
            description=f"Front-line visit: {one.title}.",
            context={"visit": one},
            record=("visit", one.id),
            kicker="Front-line visit",
        )


def _dated(visit: Visit) -> date:
    return (visit.account.visited if visit.account else None) or visit.planned or date.min
