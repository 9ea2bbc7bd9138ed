"""A part is no larger than its whole.

Whoever was asked about outcomes was among those whose enquiry was concluded; and the parts into which an indicator
divides a whole add up to it.

Wrong: `enquiries-concluded: {count: 220}` and `asked-outcomes: {count: 230}`.
Right: `enquiries-concluded: {count: 220}` and `asked-outcomes: {count: 180}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.indicator import Indicator
from generator.model.kpi_return import Figure, KpiReturn
from generator.problem import Fault, Route
from generator.register import Entry, Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    indicators = register.all(Indicator)
    within = {measure.id: measure.within for one in indicators for measure in one.measures if measure.within}
    sums = [(one.parts.measures, one.parts.whole) for one in indicators if one.parts and one.parts.whole]
    for entry, made in register.of(KpiReturn):
        yield from _faults(entry, ("values",), made.values, within, sums)
        for position, again in enumerate(made.restatements):
            yield from _faults(entry, ("restatements", position, "values"), again.values, within, sums)


def _faults(
    entry: Entry,
    route: Route,
    values: Mapping[str, Figure],
    within: Mapping[str, str],
    sums: list[tuple[tuple[str, ...], tuple[str, ...]]],
) -> Iterator[Fault]:
    counts = {id: figure.count for id, figure in values.items() if isinstance(figure.count, int)}
    told = set()
    for part, count in counts.items():
        whole = within.get(part, "")
        if count > counts.get(whole, count):
            told.add(part)
            place = entry.place(*route, part, "count")
            message = f"“{part}” is {count:,}, more than the {counts[whole]:,} of “{whole}” that it is part of"
            related = (entry.place(*route, whole, "count", note=whole),)
            yield Fault(place, message, "Correct one of the two.", related)
    for parts, wholes in sums:
        known = [part for part in parts if part in counts]
        if told & set(known) or not known or any(whole not in counts for whole in wholes):
            continue
        total, asked = sum(counts[part] for part in known), sum(counts[whole] for whole in wholes)
        if total > asked or (total < asked and len(known) == len(parts)):
            place = entry.place(*route, known[0], "count")
            message = f"{_listed(known)} make {total:,}, and {_listed(wholes)} {asked:,}"
            yield Fault(place, message, "The parts add up to the whole: correct whichever figure is wrong.")


def _listed(names: Sequence[str]) -> str:
    return " and ".join(f"“{name}”" for name in names)
