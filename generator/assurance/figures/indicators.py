"""Every indicator as series of quarters: the area's, each agency's, each category's; exact, or as may be published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.assurance.figures import disclosure
from generator.assurance.figures.disclosure import Counts, Policy
from generator.assurance.figures.from_records import Due, dues, tally
from generator.assurance.figures.merged_categories import merged
from generator.assurance.figures.returned import Count, ReturnedFigures, Sum, within_area
from generator.assurance.figures.series import Point, Series, point
from generator.model.agency import Agency
from generator.model.indicator import Breakdown, Indicator, Parts
from generator.periods import Quarter, quarters
from generator.register import Register

__all__ = ["Figures", "Point", "Series", "figures", "published"]


@dataclass(frozen=True)
class Figures:
    """All series of one indicator. `whole` is the figure of the area, None where only categories have figures.

    `parts` are the measures that add up to the indicator's whole; `beside` are its other measures, used neither in its
    figure nor in its parts. `apart` is the number of agencies left out of the area's figure, because they return it for
    a larger area or less often than others.
    """

    indicator: str
    whole: Series | None
    agencies: tuple[Series, ...] = ()
    breakdowns: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    parts: tuple[Series, ...] = ()
    beside: tuple[Series, ...] = ()
    apart: int = 0

    def every(self) -> Iterator[Series]:
        if self.whole:
            yield self.whole
        yield from self.agencies
        for series in self.breakdowns.values():
            yield from series
        yield from self.parts
        yield from self.beside


def figures(
    register: Register, participation: tuple[Part, ...], actions: tuple[ActionState, ...], day: date
) -> Mapping[str, Figures]:
    """Return the exact series of every indicator, for the quarters that have ended by `day`, by indicator id."""
    partnership = register.partnership
    tracked = next((used.tracked_from for used in partnership.types_in_use if used.type == "kpi-return"), None)
    first = Quarter.of(tracked or day, partnership.year_starts)
    ended = [one for one in quarters(first, Quarter.of(day, partnership.year_starts)) if one.end < day]
    returned = ReturnedFigures(register)
    found = {}
    for indicator in register.all(Indicator):
        if indicator.kind == "from-records":
            owed = dues(indicator.from_records, participation, actions)
            found[indicator.id] = _from_records(indicator, register, owed, ended)
        else:
            measures = _measures(indicator)
            due = [one for one in ended if one.end + timedelta(days=partnership.arrears_days) < day]
            ended_quarters = [one for one in ended if one in due or returned.has(one, measures)]
            found[indicator.id] = _from_returns(indicator, returned, ended_quarters)
    return found


def _measures(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.numerator, *indicator.denominator)


def _from_returns(indicator: Indicator, returned: ReturnedFigures, ended_quarters: Sequence[Quarter]) -> Figures:
    measures = _measures(indicator)
    parts = indicator.parts or Parts()
    shown = {*measures, *parts.measures, *parts.whole}
    owners = {one.agency: one for name in measures for one in returned.owners.get(name, ())}
    asked = [one for quarter in ended_quarters for name in measures for one in returned.asked(name, quarter)]
    framework = returned.register.framework
    here = {one.agency for one in asked} or {
        one.agency for name in measures for one in within_area(framework, returned.owners.get(name, ()))
    }

    def agency(id: str) -> Series:
        return Series(
            indicator.id, _owner_name(returned.register, id), _line(indicator, returned, ended_quarters, id), id
        )

    def category(breakdown: Breakdown, id: str, title: str) -> Series:
        points = _line(indicator, returned, ended_quarters, "", breakdown.id, id)
        return Series(indicator.id, title, points, id, breakdown.id, kind(measures))

    def measure(id: str) -> Series:
        owed = [one for one in ended_quarters if returned.asked(id, one)]
        points = tuple(_count_point(one, *returned.totals(one, [Sum((id,))])) for one in owed)
        return Series(indicator.id, returned.titles.get(id, id), points, id, "", kind((id,)))

    def kind(names: Sequence[str]) -> Counts:
        return "people" if returned.of_people & set(names) else "process"

    return Figures(
        indicator.id,
        None
        if indicator.each
        else Series(indicator.id, indicator.title, _line(indicator, returned, ended_quarters), counts=kind(measures)),
        tuple(agency(id) for id in owners) if len(owners) > 1 or not here else (),
        {
            one.id: tuple(category(one, each.id, each.title) for each in one.categories)
            for one in indicator.breakdowns
            if set(indicator.numerator) & set(one.of)
        },
        tuple(measure(id) for id in parts.measures),
        tuple(measure(one.id) for one in indicator.measures if one.id not in shown),
        len(owners.keys() - here),
    )


def _line(
    indicator: Indicator,
    returned: ReturnedFigures,
    ended_quarters: Sequence[Quarter],
    agency: str = "",
    breakdown: str = "",
    category: str = "",
) -> tuple[Point, ...]:
    """The points of one line, for the quarters in which somebody owes it."""
    upper = Sum(indicator.numerator, breakdown, category)
    split = breakdown in _splits(indicator) and breakdown != indicator.each
    lower = Sum(indicator.denominator, breakdown, category) if split else Sum(indicator.denominator)
    points = []
    for quarter in ended_quarters:
        if any(returned.asked(measure, quarter, agency) for measure in _measures(indicator)):
            above, below = returned.totals(quarter, [upper, lower], agency)
            points.append(point(indicator, quarter, above, below))
    return tuple(points)


def _splits(indicator: Indicator) -> frozenset[str]:
    """The breakdowns that split the denominator too."""
    return frozenset(one.id for one in indicator.breakdowns if set(indicator.denominator) <= set(one.of))


def _count_point(quarter: Quarter, count: Count) -> Point:
    return Point(quarter, count.number, None, count.number, count.marks)


def _owner_name(register: Register, owner: str) -> str:
    """The title of an agency, given by id, or of another owner, given as `type/id`; `owner` itself if not found."""
    type, _, id = owner.rpartition("/")
    entry = register.entries.get(type, {}).get(id) if type else None
    agency = register.get(Agency, owner)
    record = entry.record if entry else agency
    return record.title if record else owner


def published(found: Figures, indicator: Indicator, policy: Policy) -> Figures:
    """Return the figures as the public may see them: no agency's own, every count by the disclosure rules.

    Categories withheld in every quarter are put together where that discloses no more about one of them.
    """

    def safe(series: Series) -> Series:
        if series.counts != "people":
            return series
        points = []
        for one in series.points:
            if one.denominator is None:
                number = disclosure.count(one.numerator, policy, series.counts)
                points.append(replace(one, numerator=number, value=number))
            else:
                upper, lower = Count(one.numerator, one.marks), Count(one.denominator)
                points.append(point(indicator, one.quarter, upper, lower, policy, series.counts))
        return replace(series, points=tuple(points))

    splits = {one.id: one for one in indicator.breakdowns}
    whole = safe(found.whole) if found.whole else None
    return Figures(
        found.indicator,
        whole,
        (),
        {
            name: merged(series, tuple(safe(one) for one in series), whole, indicator, splits[name], policy)
            for name, series in found.breakdowns.items()
        },
        tuple(safe(one) for one in found.parts),
        tuple(safe(one) for one in found.beside),
        found.apart,
    )


def _from_records(indicator: Indicator, register: Register, owed: list[Due], ended: list[Quarter]) -> Figures:
    starts = register.partnership.year_starts

    def line(owner: str, title: str) -> Series:
        mine = [one for one in owed if owner in ("", one[0])]
        points = tuple(
            Point(quarter, done, of, disclosure.percentage(done, of, Policy(), "process"))
            for quarter, done, of in tally(mine, ended, starts)
        )
        return Series(indicator.id, title, points, owner, "", "process")

    owners = sorted({owner for owner, _, _ in owed if owner})
    each = tuple(line(owner, _owner_name(register, owner)) for owner in owners)
    return Figures(indicator.id, line("", indicator.title), each)
