"""A return's figures are counted afresh, not copied forward from the return before.

A return is often made from a copy of the last one, and a figure that nobody updated then looks like one that did not
change. Only counts of what happens in a quarter are compared, because these are seldom equal twice. Small counts, below
the threshold of the partnership's disclosure policy, and counts at a date, such as how many staff there are, are left
out. Where too few are left, nothing is reported.

Wrong: the values of `2026-27-q1.yaml` again in `2026-27-q2.yaml`, all or nearly all of them.
Right: the counts of July to September; or the same with, under `exceptions`, how that came about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.indicator import Indicator
from generator.model.kpi_return import Figure, KpiReturn
from generator.periods import Quarter
from generator.problem import Fault
from generator.register import Entry, Register

upholds = ("R11",)
level = "D"
FEWEST = 4
"""How many counts are needed: if each is equal in one quarter of ten, all four are less than once in a thousand."""
NEARLY = 0.9
"""The share of equal figures from which a return counts as copied: it allows one or two changes in a full return."""


def problems(register: Register) -> Iterator[Fault]:
    flows = {one.id for each in register.all(Indicator) for one in each.measures if one.adds_up}
    least, year_starts = register.partnership.disclosure.threshold, register.partnership.year_starts
    returns: dict[str, list[tuple[str, Entry, KpiReturn]]] = {}
    for entry, made in register.of(KpiReturn):
        if Quarter.read(made.quarter, year_starts):
            returns.setdefault(made.agency, []).append((made.quarter, entry, made))
    for each in returns.values():
        before: tuple[str, Entry, dict[tuple[str, ...], int]] | None = None
        for quarter, entry, made in sorted(each, key=lambda one: one[0]):
            counts = _counts(made.values, flows)
            if before:
                former, other, its = before
                both = [key for key in counts.keys() & its.keys() if max(counts[key], its[key]) >= least]
                same = sum(counts[key] == its[key] for key in both)
                if len(both) >= FEWEST and same >= NEARLY * len(both):
                    yield _fault(entry, other, former, same, len(both))
            before = quarter, entry, counts


def _counts(values: Mapping[str, Figure], flows: set[str]) -> dict[tuple[str, ...], int]:
    """Every number that counts what happened in the quarter, in breakdowns too."""
    found: dict[tuple[str, ...], int] = {}
    for measure, figure in values.items():
        if measure in flows and isinstance(figure.count, int):
            found[measure,] = figure.count
            for name, by in figure.by.items():
                found |= {(measure, name, id): count for id, count in by.items() if isinstance(count, int)}
    return found


def _fault(entry: Entry, other: Entry, former: str, same: int, both: int) -> Fault:
    how_many = f"all {both:,}" if same == both else f"{same:,} of {both:,}"
    return Fault(
        entry.place("values"),
        f"{how_many} figures that can be compared are those of {former}",
        "Give this quarter's own figures; or, if they are, say how that came about under `exceptions` "
        "with `field: values` and `rule: figures-are-of-their-own-quarter`.",
        (other.place("values", note=former),),
    )
