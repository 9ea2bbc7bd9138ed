"""KPI returns: which agencies returned each quarter's figures and when, and a page a quarter with what they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.assurance.figures.standing import label
from generator.assurance.obligations.returns import Return
from generator.edition import View
from generator.model.agency import Agency
from generator.model.indicator import Indicator
from generator.model.kpi_return import KpiReturn
from generator.page import Page
from generator.periods import Quarter

COLUMNS = 8
"""Quarters in the matrix; earlier ones have their pages."""


def pages(view: View) -> Iterator[Page]:
    owed = view.assessment.returns
    made = {(one.agency, one.quarter): one for one in view.all(KpiReturn)}
    if not owed and not made:
        return
    starts = view.partnership.year_starts
    quarters = sorted({one.quarter for one in owed} | {Quarter.parse(quarter, starts) for _, quarter in made})
    indicators = {one.id: one for one in view.all(Indicator)}
    shared = {
        "agencies": {one.id: one for one in view.all(Agency)},
        "indicators": indicators,
        "titles": {measure.id: measure.title for one in indicators.values() for measure in one.measures},
        "label": label,
        "address": _address,
        "in_arrears": view.partnership.arrears_days,
    }
    yield Page(
        path="performance/returns.md",
        template="performance/kpi-returns.md.jinja",
        title="Returns",
        description="Which agencies returned their figures for each quarter, and when; what is late, what is missing.",
        context={
            **shared,
            "quarters": quarters[: -COLUMNS - 1 : -1],
            "earlier": quarters[:-COLUMNS][::-1],
            "grid": _grid(owed),
            "waiting": [one for one in owed if one.state == "outstanding"],
            "coming": [one for one in owed if one.state == "not-yet-due"],
            "gaps": [one for one in owed if one.missing],
        },
    )
    for quarter in quarters:
        mine = [one for one in owed if one.quarter == quarter]
        returned = [one for (_, name), one in made.items() if name == str(quarter)]
        yield _page(quarter, mine, returned, shared)


def _address(quarter: Quarter) -> str:
    return f"performance/returns/{quarter}.md"


def _grid(owed: Sequence[Return]) -> Mapping[str, Mapping[Quarter, Return]]:
    """Agency → quarter → what became of the return."""
    found: dict[str, dict[Quarter, Return]] = {}
    for one in owed:
        found.setdefault(one.agency, {})[one.quarter] = one
    return dict(sorted(found.items()))


def _page(
    quarter: Quarter, owed: Sequence[Return], returned: Sequence[KpiReturn], shared: Mapping[str, object]
) -> Page:
    by_agency = {one.agency: one for one in returned}
    agencies = sorted({*by_agency, *(one.agency for one in owed)})
    return Page(
        path=_address(quarter),
        template="performance/kpi-return.md.jinja",
        title=f"Returns for {quarter.label}",
        description=f"What each agency returned for {quarter.label}: figures, what they lack, and what agencies said.",
        context={
            **shared,
            "quarter": quarter,
            "owed": {one.agency: one for one in owed},
            "returned": by_agency,
            "asked": agencies,
        },
        shows=tuple(("kpi-return", f"{one.id}#{one.agency}") for one in returned),
        kicker="KPI returns",
        searchable=False,
    )
