"""What agencies returned: each measure's count for a quarter, restated where it was, with its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.assurance.figures.disclosure import Marker
from generator.assurance.membership import belongs
from generator.model.framework import Framework
from generator.model.indicator import Indicator, OwingAgency
from generator.model.kpi_return import Figure, KpiReturn
from generator.model.lists import find
from generator.periods import Quarter
from generator.register import Register

_ABSENT = {
    "not-available": Marker.NOT_AVAILABLE,
    "not-applicable": Marker.NOT_APPLICABLE,
    "withheld": Marker.CONFIDENTIAL,
}


@dataclass(frozen=True)
class Count:
    """A number, or the marker that says why there is none, with the marks to show after it (`[p]`, `[r]`, `[e]`)."""

    number: int | Marker
    marks: frozenset[Marker] = frozenset()


@dataclass(frozen=True)
class Sum:
    """Which figures to add up: some measures, or one category of each."""

    measures: tuple[str, ...]
    breakdown: str = ""
    category: str = ""


@dataclass(frozen=True, eq=False)
class ReturnedFigures:
    """Every count of every return, as last restated; and which agency returns which measure."""

    register: Register
    _asked: dict[tuple[str, Quarter, str], tuple[OwingAgency, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def owners(self) -> Mapping[str, tuple[OwingAgency, ...]]:
        """For each measure, who returns it: those who owe the indicator that defines it."""
        found: dict[str, tuple[OwingAgency, ...]] = {}
        for indicator in self.register.all(Indicator):
            for measure in indicator.measures:
                owners = (one for one in indicator.owed_by if quarters_of(self.register.framework, one))
                found.setdefault(measure.id, tuple(owners))
        return found

    @cached_property
    def of_people(self) -> frozenset[str]:
        """The measures that count people, and so are protected when published."""
        measures = (measure for indicator in self.register.all(Indicator) for measure in indicator.measures)
        return frozenset(measure.id for measure in measures if measure.counts == "people")

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each measure counts, in words."""
        return {one.id: one.title for indicator in self.register.all(Indicator) for one in indicator.measures}

    @cached_property
    def _figures(self) -> Mapping[tuple[str, str, str], tuple[Figure, frozenset[Marker]]]:
        """Agency, quarter, measure → the figure given last, with the marks of its return."""
        found: dict[tuple[str, str, str], tuple[Figure, frozenset[Marker]]] = {}
        restated: list[tuple[date, str, str, str, Figure]] = []
        for made in self.register.all(KpiReturn):
            marks = frozenset({Marker.PROVISIONAL}) if made.provisional else frozenset[Marker]()
            for measure, figure in made.values.items():
                found[made.agency, made.quarter, measure] = figure, marks
            for again in made.restatements:
                for measure, figure in again.values.items():
                    if again.date:
                        restated.append((again.date, made.agency, again.quarter, measure, figure))
        for _, agency, quarter, measure, figure in sorted(restated, key=lambda one: one[:4]):
            former = found.get((agency, quarter, measure))
            if former is None or not _same(former[0], figure):
                found[agency, quarter, measure] = figure, frozenset({Marker.REVISED})
        return found

    def count(self, agency: str, quarter: Quarter, measure: str, breakdown: str = "", category: str = "") -> Count:
        """Return one agency's count of a measure, or of one category of it; `[x]` where nothing was returned.

        A figure restated without its breakdown has no categories, because the former ones no longer add up to it. Where
        the count is zero, so is each of its categories.
        """
        figure, marks = self._figures.get((agency, str(quarter), measure), (None, frozenset[Marker]()))
        if figure is None:
            return Count(Marker.NOT_AVAILABLE)
        if figure.absent:
            return Count(_ABSENT[figure.absent])
        number = figure.by.get(breakdown, {}).get(category) if breakdown and figure.count != 0 else figure.count
        if not isinstance(number, int):
            return Count(Marker.NOT_AVAILABLE)
        return Count(number, marks | {Marker.ESTIMATED} if figure.estimated else marks)

    def totals(self, quarter: Quarter, sums: Sequence[Sum], agency: str = "") -> tuple[Count, ...]:
        """Return several sums, one agency's or the area's, over the same agencies, so that one can be divided by
        another.

        An agency that lacks any figure it owes is left out of all of them, and what remains is marked as estimated; one
        that says a figure cannot apply to it is left out without a mark. Where no agency is left, each sum is a marker
        that says why.
        """
        given: dict[str, list[list[Count]]] = {}
        for place, one in enumerate(sums):
            for measure in one.measures:
                for owed in self.asked(measure, quarter, agency):
                    count = self.count(owed.agency, quarter, measure, one.breakdown, one.category)
                    given.setdefault(owed.agency, [[] for _ in sums])[place].append(count)
        why = {name: marker for name, counts in given.items() if (marker := _missing(counts))}
        whole = [counts for name, counts in given.items() if name not in why]
        partial = any(marker is not Marker.NOT_APPLICABLE for marker in why.values())
        marks = {mark for counts in whole for added in counts for count in added for mark in count.marks}
        extra = frozenset(marks | {Marker.ESTIMATED} if partial else marks)
        found = []
        for place, one in enumerate(sums):
            added = [count.number for counts in whole for count in counts[place] if isinstance(count.number, int)]
            complete = all(
                any(owed.agency not in why for owed in self.asked(measure, quarter, agency)) for measure in one.measures
            )
            found.append(Count(sum(added), extra) if added and complete else Count(_first(why.values())))
        return tuple(found)

    def asked(self, measure: str, quarter: Quarter, agency: str = "") -> tuple[OwingAgency, ...]:
        """Return who returns the measure for the quarter: the agency, or those who make up the area's figure.

        The area's figure is made up of agencies that return it for the area and do so most often: otherwise its
        quarters could not be compared. An agency that has not joined yet, or has left, is not among them.
        """
        key = measure, quarter, agency
        if key not in self._asked:
            framework = self.register.framework
            owners = [one for one in self.owners.get(measure, ()) if in_term(self.register, one, quarter)]
            owners = owners if agency else within_area(framework, owners)
            self._asked[key] = tuple(
                one for one in owners if quarter.number in quarters_of(framework, one) and agency in ("", one.agency)
            )
        return self._asked[key]

    def has(self, quarter: Quarter, measures: Iterable[str]) -> bool:
        """Return whether anything at all was returned of the measures for the quarter."""
        return any(
            (owed.agency, str(quarter), measure) in self._figures
            for measure in measures
            for owed in self.owners.get(measure, ())
        )


def within_area(framework: Framework, owners: Sequence[OwingAgency]) -> list[OwingAgency]:
    """Return those whose figures make up the area's: their geography is in its total and their frequency is the
    highest.
    """
    here = [one for one in owners if quarters_of(framework, one) and _in_total(framework, one)]
    often = max((len(quarters_of(framework, one)) for one in here), default=0)
    return [one for one in here if len(quarters_of(framework, one)) == often]


def is_due(register: Register, owed: OwingAgency, quarter: Quarter) -> bool:
    """Return whether an agency must return for that quarter, by its frequency and its membership."""
    return quarter.number in quarters_of(register.framework, owed) and in_term(register, owed, quarter)


def in_term(register: Register, owed: OwingAgency, quarter: Quarter) -> bool:
    """Return whether the quarter is between the first and last that the agency returns, and it belongs at its end."""
    name = str(quarter)
    since, until = owed.from_quarter or name, owed.until_quarter or name
    return since <= name <= until and belongs(register, owed.agency, quarter.end)


def quarters_of(framework: Framework, owed: OwingAgency) -> tuple[int, ...]:
    """Return the quarters of the year, 1 to 4, with which an agency returns an indicator."""
    found = find(framework.frequencies, owed.frequency)
    return found.quarters if found else ()


def _in_total(framework: Framework, owed: OwingAgency) -> bool:
    found = find(framework.geographies, owed.geography)
    return found is None or found.in_total


def _same(former: Figure, again: Figure) -> bool:
    """Whether a restatement repeats the former figure; if it leaves out the breakdown, the former one still applies."""
    counted = (former.count, former.absent, former.estimated) == (again.count, again.absent, again.estimated)
    return counted and (not again.by or again.by == former.by)


def _missing(counts: Iterable[Iterable[Count]]) -> Marker | None:
    """The marker for incomplete figures: `[z]` only where every missing one is not applicable; None where none is
    missing.
    """
    unknown = {count.number for added in counts for count in added if isinstance(count.number, Marker)}
    return _first(unknown) if unknown else None


def _first(markers: Iterable[Marker]) -> Marker:
    """The marker to show of several: not available, then withheld, then not applicable."""
    found = set(markers)
    order = (Marker.NOT_AVAILABLE, Marker.CONFIDENTIAL, Marker.NOT_APPLICABLE)
    return next((marker for marker in order if marker in found), Marker.NOT_AVAILABLE)
