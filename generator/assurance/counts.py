"""What agencies returned: each measure's count for a quarter, restated where it was, with its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.assurance.disclosure import Marker
from generator.assurance.periods import Quarter
from generator.model.indicator import Indicator, Owed
from generator.model.kpi_return import Figure, KpiReturn
from generator.register import Register

_ABSENT = {
    "not-available": Marker.NOT_AVAILABLE,
    "not-applicable": Marker.NOT_APPLICABLE,
    "withheld": Marker.CONFIDENTIAL,
}
_QUARTERS_OF = {"quarterly": (1, 2, 3, 4), "half-yearly": (2, 4), "yearly": (4,), "not-collected": ()}


@dataclass(frozen=True)
class Count:
    """A number, or the marker of why there is none, and the marks that stand after it."""

    number: int | Marker
    marks: frozenset[Marker] = frozenset()

    @staticmethod
    def total(counts: Iterable[Count]) -> Count:
        """Add counts up: with any known, the unknown are left out and the sum is marked as estimated."""
        known, unknown, marks = 0, [], set[Marker]()
        some = False
        for count in counts:
            if isinstance(count.number, Marker):
                unknown.append(count.number)
            else:
                known, some = known + count.number, True
                marks |= count.marks
        if not some:
            return Count(unknown[0] if unknown else Marker.NOT_AVAILABLE)
        return Count(known, frozenset(marks | {Marker.ESTIMATED} if unknown else marks))


@dataclass(frozen=True, eq=False)
class Returned:
    """Every count of every return, as last restated; and which agency returns which measure."""

    register: Register

    @cached_property
    def owners(self) -> Mapping[str, tuple[Owed, ...]]:
        """For each measure, who returns it: those who owe the indicator that defines it."""
        found: dict[str, tuple[Owed, ...]] = {}
        for indicator in self.register.all(Indicator):
            for measure in indicator.measures:
                found[measure.id] = tuple(one for one in indicator.owed_by if one.frequency != "not-collected")
        return found

    @cached_property
    def of_people(self) -> frozenset[str]:
        """The measures that count people, and so are protected when published."""
        measures = (measure for indicator in self.register.all(Indicator) for measure in indicator.measures)
        return frozenset(measure.id for measure in measures if measure.counts == "people")

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
            kept = figure if figure.by or former is None or former[0].count != figure.count else former[0]
            found[agency, quarter, measure] = kept, frozenset({Marker.REVISED})
        return found

    def count(self, agency: str, quarter: Quarter, measure: str, breakdown: str = "", category: str = "") -> Count:
        """Return one agency's count of a measure, or of one category of it; `[x]` where nothing was returned."""
        figure, marks = self._figures.get((agency, str(quarter), measure), (None, frozenset[Marker]()))
        if figure is None:
            return Count(Marker.NOT_AVAILABLE)
        if figure.absent:
            return Count(_ABSENT[figure.absent])
        number = figure.by.get(breakdown, {}).get(category) if breakdown else figure.count
        if not isinstance(number, int):
            return Count(Marker.NOT_AVAILABLE)
        return Count(number, marks | {Marker.ESTIMATED} if figure.estimated else marks)

    def total(
        self, quarter: Quarter, measures: Iterable[str], agency: str = "", breakdown: str = "", category: str = ""
    ) -> Count:
        """Return the sum of some measures: one agency's, or the area's, to which organisation-wide counts don't add."""
        return Count.total(
            self.count(owed.agency, quarter, measure, breakdown, category)
            for measure in measures
            for owed in self.owners.get(measure, ())
            if (owed.agency == agency if agency else owed.geography != "organisation-wide") and falls(owed, quarter)
        )

    def owed(self, quarter: Quarter, measures: Iterable[str], agency: str = "") -> bool:
        """Whether anyone (or the agency) returns any of the measures for the quarter."""
        return any(
            falls(owed, quarter) and (not agency or owed.agency == agency)
            for measure in measures
            for owed in self.owners.get(measure, ())
        )


def falls(owed: Owed, quarter: Quarter) -> bool:
    """Whether an agency returns for that quarter: half-yearly with the second and fourth, yearly with the fourth."""
    return quarter.number in _QUARTERS_OF[owed.frequency]
