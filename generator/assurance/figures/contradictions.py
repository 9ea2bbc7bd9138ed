"""Figures of one agency and quarter that cannot all be true, gathered so that one wrong number is reported once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.assurance.figures.reconciliation import Cell, Contradiction, Correction, Kind, Sums
from generator.assurance.figures.submitted import sheets_by_quarter
from generator.problem import Fault, Place
from generator.register import Register


@lru_cache(maxsize=1)  # three checks ask for them
def contradictions(register: Register) -> list[tuple[Contradiction, ...]]:
    """Return contradictions in groups: those that one wrong number would explain are one group.

    Three sets of figures are checked: each return, each restatement, and the figures as last restated. The last is
    needed because a restatement gives only some measures, and can contradict the others.
    """
    sums = Sums(register)
    found: list[tuple[Contradiction, ...]] = []
    for sheets in sheets_by_quarter(register).values():
        broken: dict[frozenset[Cell], Contradiction] = {}
        for sheet in sheets:
            for one in sums.broken(sheet):
                broken.setdefault(frozenset(one.cells), one)
        # "answers" last: it is a departure, the others are errors
        left = sorted(broken.values(), key=lambda one: one.kind == "answers")
        while left:
            cell, _ = _common_cell(left)
            group = [one for one in left if cell in one.cells] if cell else left[:1]
            found.append(tuple(group))
            left = [one for one in left if one not in group]
    return found


def faults(register: Register, kind: Kind) -> Iterator[Fault]:
    """Yield one fault for each mistake of a kind, at the number that would explain it, or else at the likeliest one."""
    for group in contradictions(register):
        first = group[0]
        if first.kind != kind:
            continue
        cell, correction = _common_cell(group)
        if cell and correction and cell != (first.place.file, first.place.route):
            right = f" {correction.least:,.0f} agrees with all of them." if correction.least == correction.most else ""
            remedy = f"“{correction.name}” disagrees with {len(group)} other figures: correct it, or them.{right}"
            yield Fault(Place(cell[0], route=cell[1]), first.message, remedy)
        else:
            yield Fault(first.place, first.message, first.remedy, first.related)


def cells_in_doubt(register: Register) -> set[Cell]:
    """Return every number that a contradiction is about; other checks leave these numbers out."""
    return {cell for group in contradictions(register) for one in group for cell in one.cells}


def _common_cell(broken: list[Contradiction] | tuple[Contradiction, ...]) -> tuple[Cell | None, Correction | None]:
    """The number that is in most of the contradictions, and the values that would resolve them; None if no one number
    would.
    """
    met: dict[Cell, list[Correction]] = defaultdict(list)
    for one in broken:
        for cell, correction in one.cells.items():
            met[cell].append(correction)
    several = {cell: _intersection(corrections) for cell, corrections in met.items() if len(corrections) > 1}
    able = [cell for cell, correction in several.items() if max(correction.least, 0) <= correction.most]
    if not able:
        return None, None
    cell = max(able, key=lambda cell: len(met[cell]))
    return cell, several[cell]


def _intersection(corrections: list[Correction]) -> Correction:
    return Correction(corrections[0].name, max(one.least for one in corrections), min(one.most for one in corrections))
