"""Every indicator as series of quarters: the area's, each agency's, each category's; exact, or as may be published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.assurance import disclosure
from generator.assurance.actions import ActionState
from generator.assurance.counts import Count, Returned
from generator.assurance.disclosure import Marker, Policy, Published
from generator.assurance.participation import Part
from generator.assurance.periods import Quarter, quarters
from generator.model.indicator import Indicator
from generator.register import Register


@dataclass(frozen=True)
class Point:
    """One quarter: the counts and the value, each a number or a marker; no denominator for a plain count."""

    quarter: Quarter
    numerator: int | Marker
    denominator: int | Marker | None
    value: Published
    marks: frozenset[Marker] = frozenset()


@dataclass(frozen=True)
class Series:
    """One line of one indicator, oldest first. `key` is the agency's or category's id, or the measure's for a part."""

    indicator: str
    title: str
    points: tuple[Point, ...]
    key: str = ""
    breakdown: str = ""

    @property
    def values(self) -> tuple[float | None, ...]:
        """The numbers, None where there is none."""
        return tuple(None if isinstance(point.value, Marker) else point.value for point in self.points)

    @property
    def latest(self) -> Point | None:
        """The last point that has a number."""
        return next((point for point in reversed(self.points) if not isinstance(point.value, Marker)), None)


@dataclass(frozen=True)
class Figures:
    """All series of one indicator. `whole` is None where the indicator has only shares (`each`)."""

    indicator: str
    whole: Series | None
    agencies: tuple[Series, ...] = ()
    breakdowns: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    parts: tuple[Series, ...] = ()
    counts: disclosure.Counts = "people"

    def every(self) -> Iterator[Series]:
        if self.whole:
            yield self.whole
        yield from self.agencies
        for series in self.breakdowns.values():
            yield from series
        yield from self.parts


def figures(
    register: Register, participation: tuple[Part, ...], actions: tuple[ActionState, ...], day: date
) -> Mapping[str, Figures]:
    """Return the exact series of every indicator, for the quarters that have ended by `day`, by indicator id."""
    partnership = register.partnership
    tracked = next((used.tracked_from for used in partnership.types_in_use if used.type == "kpi-return"), None)
    first = Quarter.of(tracked or day, partnership.year_starts)
    ended = [one for one in quarters(first, Quarter.of(day, partnership.year_starts)) if one.end < day]
    returned = Returned(register)
    found = {}
    for indicator in register.all(Indicator):
        if indicator.kind == "from-records":
            deeds = _DEEDS[indicator.from_records or ""](participation, actions)
            found[indicator.id] = _from_records(indicator, list(deeds), ended, partnership.year_starts)
        else:
            found[indicator.id] = _from_returns(indicator, returned, ended)
    return found


def _from_returns(indicator: Indicator, returned: Returned, ended: list[Quarter]) -> Figures:
    measures = (*indicator.numerator, *indicator.denominator)
    owed = [quarter for quarter in ended if returned.owed(quarter, measures)]

    def line(title: str, key: str = "", agency: str = "", breakdown: str = "") -> Series:
        points = []
        for quarter in owed:
            if agency and not returned.owed(quarter, measures, agency):
                continue
            upper = returned.total(quarter, indicator.numerator, agency, breakdown, key if breakdown else "")
            split = breakdown in _splits(indicator) and breakdown != indicator.each
            lower = returned.total(quarter, indicator.denominator, agency, *((breakdown, key) if split else ("", "")))
            points.append(point(indicator, quarter, upper, lower))
        return Series(indicator.id, title, tuple(points), key, breakdown)

    agencies = dict.fromkeys(one.agency for name in measures for one in returned.owners.get(name, ()))
    parts = indicator.parts.measures if indicator.parts else ()
    titles = {measure.id: measure.title for measure in indicator.measures}
    people = any(measure in returned.of_people for measure in measures)
    return Figures(
        indicator.id,
        None if indicator.each else line(indicator.title),
        tuple(line(agency, agency, agency) for agency in agencies) if len(agencies) > 1 else (),
        {
            breakdown.id: tuple(line(one.title, one.id, "", breakdown.id) for one in breakdown.categories)
            for breakdown in indicator.breakdowns
            if set(indicator.numerator) & set(breakdown.of)
        },
        tuple(
            Series(
                indicator.id,
                titles.get(part, part),
                tuple(_count_point(quarter, returned.total(quarter, [part])) for quarter in owed),
                part,
            )
            for part in parts
        ),
        "people" if people else "process",
    )


def _splits(indicator: Indicator) -> frozenset[str]:
    """The breakdowns that split the denominator too."""
    return frozenset(one.id for one in indicator.breakdowns if set(indicator.denominator) <= set(one.of))


def point(
    indicator: Indicator, quarter: Quarter, upper: Count, lower: Count, policy: Policy | None = None, counts: str = ""
) -> Point:
    """Return one point in the indicator's unit: exact without a policy, else as may be published."""
    public = policy or Policy()
    kind: disclosure.Counts = "people" if counts == "people" else "process"
    marks = upper.marks | lower.marks if indicator.denominator else upper.marks
    numerator = disclosure.count(upper.number, public, kind)
    if not indicator.denominator:
        return Point(quarter, numerator, None, numerator, marks)
    if indicator.unit == "rate":
        value = _rate(upper.number, lower.number, indicator.per or 1, public, kind)
        return Point(quarter, numerator, lower.number, value, marks)
    value = disclosure.percentage(upper.number, lower.number, public, kind, within=indicator.kind != "derived")
    return Point(quarter, numerator, disclosure.count(lower.number, public, kind), value, marks)


def _rate(upper: int | Marker, lower: int | Marker, per: int, policy: Policy, kind: disclosure.Counts) -> Published:
    exact = Policy(threshold=0, base=1, suppress_zero=False)
    return disclosure.rate(upper, lower, per, policy if kind == "people" else exact)


def _count_point(quarter: Quarter, count: Count) -> Point:
    return Point(quarter, count.number, None, count.number, count.marks)


def published(found: Figures, indicator: Indicator, policy: Policy) -> Figures:
    """Return the figures as the public may see them: no agency's own, every count by the disclosure rules."""

    def safe(series: Series) -> Series:
        points = []
        for one in series.points:
            if one.denominator is None:
                number = disclosure.count(one.numerator, policy, found.counts)
                points.append(replace(one, numerator=number, value=number))
            else:
                upper, lower = Count(one.numerator, one.marks), Count(one.denominator)
                points.append(point(indicator, one.quarter, upper, lower, policy, found.counts))
        return replace(series, points=tuple(points))

    return Figures(
        found.indicator,
        safe(found.whole) if found.whole else None,
        (),
        {name: tuple(safe(one) for one in series) for name, series in found.breakdowns.items()},
        tuple(safe(one) for one in found.parts),
        found.counts,
    )


_Deed = tuple[str, date, bool]
"""An agency, the day it was due, and whether it was done on time."""


def _returns_on_time(participation: tuple[Part, ...], actions: tuple[ActionState, ...]) -> Iterator[_Deed]:
    """K28: audit returns due and on time; an exempt agency owes none."""
    for part in participation:
        if part.due and part.state not in ("exempt", "awaited"):
            yield part.agency, part.due, part.on_time is True


def _actions_on_time(participation: tuple[Part, ...], actions: tuple[ActionState, ...]) -> Iterator[_Deed]:
    """K29: actions by their original due date; one withdrawn owes nothing."""
    for action in actions:
        if action.status != "withdrawn":
            yield action.owner.removeprefix("agency/"), action.original, action.on_time is True


_DEEDS: Mapping[str, Callable[[tuple[Part, ...], tuple[ActionState, ...]], Iterator[_Deed]]] = {
    "audit-returns-on-time": _returns_on_time,
    "actions-closed-by-original-date": _actions_on_time,
}


def _from_records(indicator: Indicator, deeds: list[_Deed], ended: list[Quarter], year_starts: int) -> Figures:
    agencies = sorted({agency for agency, _, _ in deeds})

    def line(agency: str, mine: Iterable[_Deed]) -> Series:
        by_quarter: dict[Quarter, list[bool]] = {quarter: [] for quarter in ended}
        for _, due, on_time in mine:
            by_quarter.get(Quarter.of(due, year_starts), []).append(on_time)
        points = []
        for quarter, done in by_quarter.items():
            value = disclosure.percentage(sum(done), len(done), Policy(), "process")
            points.append(Point(quarter, sum(done), len(done), value))
        return Series(indicator.id, agency or indicator.title, tuple(points), agency)

    each = tuple(line(agency, [one for one in deeds if one[0] == agency]) for agency in agencies)
    return Figures(indicator.id, line("", deeds), each, {}, (), "process")
