"""Principles and sources: what the records give evidence of, year by year, and where there is no evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.requirements.evidence import evidence, pairs
from generator.components import Lead, More, Phrase, Points, Strong, phrase
from generator.edition import View
from generator.model.framework import Framework
from generator.page import Page
from generator.pages.framework import coverage, triangulation
from generator.pages.framework.coverage import Pairs
from generator.periods import TWELVE_MONTHS, Quarter, Year, quarters
from generator.wording import inside, listed

QUARTERS = 8
"""How many quarters the table of sources shows."""


def pages(view: View) -> Iterator[Page]:
    found = () if view.public else evidence(view.register)
    if not view.all(Framework) or not found:
        return
    framework = view.framework
    years = _years(view, found[-1].day)
    recent = pairs([one for one in found if one.day >= view.day - TWELVE_MONTHS], "principles", "sources")
    by_year = {year: pairs([one for one in found if one.day in year], "principles", "sources") for year in years}
    missing = gaps(framework, recent)
    yield Page(
        path="assurance/principles.md",
        template="framework/principles.md.jinja",
        title="Principles and sources",
        description="Which principles and values the records give evidence of, by which sources, and where none does.",
        context={
            "lead": lead(len(framework.principles) * len(framework.sources), missing),
            "recent": coverage.principles(framework, "The last twelve months", recent) if framework.sources else None,
            "gaps": Points(unexamined(missing)) if missing else None,
            "years": [
                More(f"The year {year.label}", coverage.principles(framework, f"Principles by source, {year}", each))
                for year, each in reversed(by_year.items())
                if framework.sources
            ],
            "sources": coverage.sources(framework, found, _quarters(view)) if framework.sources else None,
            "values": coverage.values(framework, found, years) if framework.values else None,
            "information": coverage.information(framework, found, years) if framework.information else None,
            "findings": triangulation.findings(view),
        },
        kicker="Assurance",
    )


def _since(view: View) -> date:
    """The first day from which anything is tracked."""
    return min(used.tracked_from for used in view.partnership.types_in_use if used.tracked_from)


def _years(view: View, last: date) -> list[Year]:
    years = [Year.of(_since(view), view.partnership.year_starts)]
    while last > years[-1].end:
        years.append(years[-1].next)
    return years


def _quarters(view: View) -> list[Quarter]:
    starts = view.partnership.year_starts
    now = Quarter.of(view.day, starts)
    return list(quarters(max(now.plus(1 - QUARTERS), Quarter.of(_since(view), starts)), now))


def gaps(framework: Framework, found: Pairs) -> Mapping[str, Sequence[str]]:
    """Return, by the title of each principle that has any, the titles of the sources without evidence of it."""
    missing = {
        principle.title: [one.title for one in framework.sources if (principle.id, one.id) not in found]
        for principle in framework.principles
    }
    return {title: sources for title, sources in missing.items() if sources}


def lead(total: int, missing: Mapping[str, Sequence[Any]]) -> Lead:
    """Return for how many of all pairs of a principle and a source, `total`, the last twelve months have evidence."""
    if not total:
        return Lead("The framework names no sources of evidence to look for its principles in.")
    without = sum(len(sources) for sources in missing.values())
    if not without:
        return Lead("In the last twelve months every principle has evidence in the records from every source.")
    have = total - without
    return Lead(
        f"In the last twelve months {have or 'none'} of {total} pairs of a principle and a source "
        f"{'has' if have == 1 else 'have'} evidence in the records; {without} {'has' if without == 1 else 'have'} none."
    )


def unexamined(missing: Mapping[str, Sequence[str]]) -> list[Phrase]:
    """Return, for each principle of `gaps`, the sources that no record draws upon for it."""
    return [
        phrase(Strong(title), f": nothing from {listed(inside(one) for one in sources)}")
        for title, sources in missing.items()
    ]
