"""Categories that are withheld in every quarter, merged into one where that discloses no more about any of them.

The test looks at one quarter of one breakdown at a time. A reader knows a range for each cell (withheld cells have one
too), for the total and for the merged figure; the test is whether these still allow each withheld cell more than one
value. Ranges suffice for an exact answer, because withheld cells are bound to the others by their sum alone. Tables
that together could disclose a cell are not tested here (rule 3 of the disclosure rules).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.assurance.figures import disclosure
from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.returned import Count
from generator.assurance.figures.series import Series, point
from generator.model.indicator import Breakdown, Indicator

Range = tuple[int, int]

TITLE = "All others, put together"


def merged(
    exact: Sequence[Series],
    safe: Sequence[Series],
    whole: Series | None,
    indicator: Indicator,
    breakdown: Breakdown,
    policy: Policy,
) -> tuple[Series, ...]:
    """Return the published series; categories withheld in every quarter are merged into a last one where that is safe.

    `exact` and `safe` are the same lines before and after the disclosure rules, `whole` the published line they divide.
    Nothing is merged where categories overlap, where fewer than two are always withheld, where each category of a
    percentage has a denominator of its own (withheld too), or where the merged figure would be withheld as well.
    """
    always = [at for at, series in enumerate(safe) if _always_withheld(series)]
    split = indicator.each != breakdown.id and bool(indicator.denominator)
    if not breakdown.exclusive or len(always) < 2 or (split and indicator.unit == "percent"):
        return tuple(safe)
    points = []
    for at, quarter in enumerate(one.quarter for one in safe[0].points):
        hidden = [exact[one].points[at] for one in always]
        lower = Count(_sum([one.denominator for one in hidden]) if split else _or_not_available(hidden[0].denominator))
        upper = Count(_sum([one.numerator for one in hidden]), frozenset(mark for one in hidden for mark in one.marks))
        made = point(indicator, quarter, upper, lower, policy, exact[0].counts)
        total = whole.at(quarter) if whole else None
        known = total.numerator if total else safe[0].points[at].denominator
        others = [one.points[at].numerator for place, one in enumerate(safe) if place not in always]
        if isinstance(made.numerator, int) and not discloses_nothing(
            len(always), made.numerator, others, known, policy
        ):
            made = point(indicator, quarter, Count(Marker.CONFIDENTIAL), lower, policy, exact[0].counts)
        points.append(made)
    first = safe[always[0]]
    names = tuple(safe[one].title for one in always)
    other = Series(first.indicator, TITLE, tuple(points), "all-others", first.breakdown, first.counts, names)
    if other.latest is None:
        return tuple(safe)
    return (*(one for place, one in enumerate(safe) if place not in always), other)


def discloses_nothing(
    cells: int, merged: int, others: Sequence[int | Marker], total: int | Marker | None, policy: Policy
) -> bool:
    """Return whether every withheld count can still have several values once `merged`, the sum of `cells` of them, is
    published.

    `others` are the table's remaining cells as published, some withheld; `total` is its published total, if it has one.
    """
    cell = (0 if policy.suppress_zero else 1, policy.threshold - 1)
    singles = sum(isinstance(one, Marker) for one in others)
    together = _intersection(_preimage(merged, policy), _multiple(cells, cell))
    apart = _multiple(singles, cell)
    if isinstance(total, int):
        whole = _preimage(total, policy)
        shown = [_preimage(one, policy) for one in others if isinstance(one, int)]
        left = whole[0] - sum(high for _, high in shown), whole[1] - sum(low for low, _ in shown)
        together, apart = (
            _intersection(together, (left[0] - apart[1], left[1] - apart[0])),
            _intersection(apart, (left[0] - together[1], left[1] - together[0])),
        )
    return _undetermined(cells, together, cell) and (not singles or _undetermined(singles, apart, cell))


def _undetermined(cells: int, total: Range, cell: Range) -> bool:
    """Whether each of several cells, all in the range `cell`, can have more than one value when their sum is in
    `total`.
    """
    least = max(cell[0], total[0] - (cells - 1) * cell[1])
    return least < min(cell[1], total[1] - (cells - 1) * cell[0])


def _multiple(cells: int, cell: Range) -> Range:
    return cells * cell[0], cells * cell[1]


def _preimage(number: int, policy: Policy) -> Range:
    """The smallest and the largest count that is published as this number."""
    reach = range(max(number - policy.base, 0), number + policy.base + 1)
    found = [one for one in reach if disclosure.count(one, policy) == number]
    return (found[0], found[-1]) if found else (number, number)


def _intersection(one: Range, two: Range) -> Range:
    return max(one[0], two[0]), min(one[1], two[1])


def _always_withheld(series: Series) -> bool:
    """Whether no quarter has a number, and at least one is withheld."""
    shown = {one.numerator for one in series.points}
    return Marker.CONFIDENTIAL in shown and all(isinstance(one, Marker) for one in shown)


def _sum(numbers: Sequence[int | Marker | None]) -> int | Marker:
    """The sum where every number is known, otherwise the first marker."""
    known = [one for one in numbers if isinstance(one, int)]
    return sum(known) if len(known) == len(numbers) else next(n for n in numbers if isinstance(n, Marker))


def _or_not_available(number: int | Marker | None) -> int | Marker:
    return Marker.NOT_AVAILABLE if number is None else number
