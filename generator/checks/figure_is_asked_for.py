"""Every figure in a return is one that an indicator asks for.

A figure is found by the names of its measure, breakdown and category. Under a name that no indicator uses it would be
counted nowhere.

Wrong: `values: {enquiries-conclude: {count: 220, by: {age: {18-65: 90}}}}`.
Right: `values: {enquiries-concluded: {count: 220, by: {age: {18-64: 90}}}}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator import schema
from generator.model.indicator import Breakdown, Indicator
from generator.model.kpi_return import Figure, KpiReturn
from generator.problem import Fault, Place
from generator.register import Entry, Register
from generator.routes import Route

upholds = ("R11",)
level = "E"

_Asked: TypeAlias = Mapping[str, Mapping[str, Breakdown]]
"""For each measure, its breakdowns."""


def problems(register: Register) -> Iterator[Fault]:
    if register.has_unreadable("indicator"):
        return
    asked: dict[str, dict[str, Breakdown]] = {}
    for indicator in register.all(Indicator):
        for measure in indicator.measures:
            asked.setdefault(measure.id, {})
        for breakdown in indicator.breakdowns:
            for id in breakdown.of:
                asked.setdefault(id, {})[breakdown.id] = breakdown
    for entry, made in register.of(KpiReturn):
        yield from _faults(entry, ("values",), made.values, asked)
        for position, again in enumerate(made.restatements):
            yield from _faults(entry, ("restatements", position, "values"), again.values, asked)


def _faults(entry: Entry, route: Route, values: Mapping[str, Figure], asked: _Asked) -> Iterator[Fault]:
    for measure, figure in values.items():
        at: Route = (*route, measure)
        if measure not in asked:
            yield _unknown(entry, at, measure, "a measure of any indicator", asked)
            continue
        for name, categories in figure.by.items():
            breakdown = asked[measure].get(name)
            if breakdown is None:
                yield _unknown(entry, (*at, "by", name), name, f"a breakdown of “{measure}”", asked[measure])
                continue
            known = {category.id: category for category in breakdown.categories}
            for category in categories.keys() - known.keys():
                yield _unknown(entry, (*at, "by", name, category), category, f"a category of “{name}”", known)


def _unknown(entry: Entry, route: Route, name: str, what: str, known: Mapping[str, object]) -> Fault:
    listed = f"; there are {', '.join(known)}" if 0 < len(known) <= 12 else ""
    remedy = f"Correct the name{listed}." if known else "Leave it out: none is asked for."
    place = Place(entry.name, route=route, key=True)
    return Fault(place, f"“{name}” is not {what}{schema.nearest(name, known)}", remedy)
