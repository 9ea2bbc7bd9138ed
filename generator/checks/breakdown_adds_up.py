"""The categories of a breakdown agree with the count that they break down.

Where each thing counted falls into one category, the categories add up to the count; where it may fall into several,
none is larger than the count.

Wrong: `{count: 220, by: {age: {18-64: 90, 65-plus: 120}}}`, which makes 210.
Right: `{count: 220, by: {age: {18-64: 90, 65-plus: 130}}}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.indicator import Breakdown, Indicator
from generator.model.kpi_return import Figure, KpiReturn
from generator.problem import Fault, Route
from generator.register import Entry, Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    breakdowns = {
        (measure, breakdown.id): breakdown
        for indicator in register.all(Indicator)
        for breakdown in indicator.breakdowns
        for measure in breakdown.of
    }
    for entry, made in register.of(KpiReturn):
        yield from _faults(entry, ("values",), made.values, breakdowns)
        for position, again in enumerate(made.restatements):
            yield from _faults(entry, ("restatements", position, "values"), again.values, breakdowns)


def _faults(
    entry: Entry, route: Route, values: Mapping[str, Figure], breakdowns: Mapping[tuple[str, str], Breakdown]
) -> Iterator[Fault]:
    for measure, figure in values.items():
        for name, by in figure.by.items():
            breakdown = breakdowns.get((measure, name))
            if breakdown is None or not isinstance(figure.count, int):
                continue
            counts = {id: count for id, count in by.items() if isinstance(count, int)}
            place = entry.place(*route, measure, "by", name)
            complete = {category.id for category in breakdown.categories} == counts.keys()
            total, largest = sum(counts.values()), max(counts, key=lambda id: counts[id])
            if breakdown.exclusive and (total > figure.count or (complete and total < figure.count)):
                message = f"the categories of “{name}” make {total:,}, and the count of “{measure}” is {figure.count:,}"
                yield Fault(place, message, "They add up to the count: correct whichever figure is wrong.")
            elif counts[largest] > figure.count:
                message = f"“{largest}” is {counts[largest]:,}, more than the {figure.count:,} of “{measure}”"
                yield Fault(
                    place, message, "No category can be more than the count: correct whichever figure is wrong."
                )
