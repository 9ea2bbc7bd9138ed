"""Principles and sources: what the records give evidence of, year by year, and what nothing has looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.assurance.requirements.evidence import Evidence, evidence, pairs, records
from generator.edition import View
from generator.model.findings_report import FindingsReport
from generator.model.framework import Framework
from generator.page import Page
from generator.periods import Quarter, Year, quarters

YEAR = timedelta(days=365)
QUARTERS = 8
"""How many quarters the coverage of sources shows."""

Pairs = Mapping[tuple[str, str], tuple[str, ...]]


def pages(view: View) -> Iterator[Page]:
    frameworks = view.all(Framework)
    found = () if view.public else evidence(view.register)
    if not frameworks or not found:
        return
    framework = max(frameworks, key=lambda one: (str(one.applies_from), one.id))
    starts = view.partnership.year_starts
    years = _years(view, found[-1].day)
    late = [one for one in found if one.day >= view.day - YEAR]
    recent = pairs(late, "principles", "sources")
    yield Page(
        path="assurance/principles.md",
        template="framework/principles.md.jinja",
        title="Principles and sources",
        description="Which principles and values the records give evidence of, by which sources, and where none does.",
        context={
            "framework": framework,
            "recent": recent,
            "gaps": [
                (principle, source)
                for principle in framework.principles
                for source in framework.sources
                if (principle.id, source.id) not in recent
            ],
            "years": [(year, _pairs_of(found, year)) for year in reversed(years)],
            "values": _by_year(found, "values", years),
            "information": _by_year(found, "information", years),
            "quarters": _quarters(view, starts),
            "coverage": _coverage(found, _quarters(view, starts)),
            "findings": _findings(view),
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


def _pairs_of(found: Iterable[Evidence], year: Year) -> Pairs:
    return pairs((one for one in found if one.day in year), "principles", "sources")


def _by_year(found: Iterable[Evidence], kind: str, years: Sequence[Year]) -> Mapping[tuple[str, Year], int]:
    """How many records of each year bear on each item of a list."""
    counts: dict[tuple[str, Year], list[Evidence]] = {}
    for one in found:
        for year in (each for each in years if one.day in each):
            for id in one.on(kind):
                counts.setdefault((id, year), []).append(one)
    return {key: len(records(each)) for key, each in counts.items()}


def _quarters(view: View, starts: int) -> list[Quarter]:
    now = Quarter.of(view.day, starts)
    return list(quarters(max(now.plus(1 - QUARTERS), Quarter.of(_since(view), starts)), now))


def _coverage(found: Iterable[Evidence], shown: Sequence[Quarter]) -> Mapping[tuple[str, Quarter], int]:
    """How many records of each quarter draw upon each source."""
    counts = Counter(
        (source, quarter)
        for quarter in shown
        for source, record in {(s, one.record) for one in found if one.day in quarter for s in one.sources}
    )
    return dict(counts)


def _findings(view: View) -> list[tuple[str, Counter[int]]]:
    """For each findings report, newest first, how many findings rest on how many sources."""
    reports = sorted(view.all(FindingsReport), key=lambda one: (str(one.prepared), one.id), reverse=True)
    return [(one.id, Counter(len(set(finding.sources)) for finding in one.findings)) for one in reports]
