"""The sums by which figures must reconcile (parts, wholes, breakdowns), and where returned figures break them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from generator.assurance.figures.submitted import Sheet, SubmittedFigure
from generator.model.indicator import Breakdown, Indicator
from generator.problem import Place
from generator.register import Register
from generator.routes import Route
from generator.wording import listed

Kind = Literal["part", "breakdown", "answers"]
Cell = tuple[str, Route]
"""A number by its file and its route in it."""


class Correction(NamedTuple):
    """What a cell counts, and the values with which all figures agree if it alone is wrong."""

    name: str
    least: float
    most: float


@dataclass(frozen=True)
class Contradiction:
    """Some numbers of which one at least is wrong, and where to look first."""

    kind: Kind
    message: str
    remedy: str
    cells: Mapping[Cell, Correction]
    place: Place
    related: tuple[Place, ...] = ()


@dataclass(frozen=True, eq=False)
class Sums:
    """The sums and comparisons that returned figures must satisfy, as the indicators define them."""

    register: Register

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """Ids of the principles with the role `outcomes`. An indicator that names one of them is about outcomes."""
        return frozenset(one.id for one in self.register.framework.principles if one.role == "outcomes")

    @cached_property
    def within(self) -> Mapping[str, str]:
        indicators = self.register.all(Indicator)
        return {measure.id: measure.within for one in indicators for measure in one.measures if measure.within}

    @cached_property
    def breakdowns(self) -> Mapping[tuple[str, str], Breakdown]:
        indicators = self.register.all(Indicator)
        return {(of, split.id): split for one in indicators for split in one.breakdowns for of in split.of}

    @cached_property
    def sums(self) -> Sequence[tuple[tuple[str, ...], tuple[str, ...], bool, Kind]]:
        """Each sum: its parts, its wholes, whether they must be equal, and the rule that checks it.

        What people answered about outcomes may differ from the enquiries concluded: that is no error (R02).
        """
        indicators = self.register.all(Indicator)
        found: list[tuple[tuple[str, ...], tuple[str, ...], bool, Kind]] = []
        for one in indicators:
            if one.parts and one.parts.whole:
                kind: Kind = "answers" if self.outcomes & set(one.principles) else "part"
                found.append((one.parts.measures, one.parts.whole, True, kind))
        shares = [one for one in indicators if one.kind == "returned" and one.unit == "percent" and one.denominator]
        return [*found, *((one.numerator, one.denominator, False, "part") for one in shares if len(one.numerator) > 1)]

    def broken(self, sheet: Sheet) -> Iterator[Contradiction]:
        """Yield every contradiction in one sheet: parts larger than their wholes, then sums, then breakdowns."""
        counts = {id: one.figure.count for id, one in sheet.items() if isinstance(one.figure.count, int)}
        for part, count in counts.items():
            whole = self._whole(part, counts)
            if whole and count > counts[whole]:
                one, other = _newest_first(sheet, part, whole)
                message = f"“{part}” is {count:,}, more than the {counts[whole]:,} of “{whole}” that it is part of"
                cells = {
                    _cell(sheet[part].place("count")): Correction(part, 0, counts[whole]),
                    _cell(sheet[whole].place("count")): Correction(whole, count, math.inf),
                }
                yield Contradiction("part", message, "Correct one of the two.", cells, one, (other,))
            elif whole:
                yield from self._categories(sheet[part], sheet[whole], part, whole)
        for parts, wholes, complete, kind in self.sums:
            known = [part for part in parts if part in counts]
            if known and all(whole in counts for whole in wholes):
                yield from _sum(sheet, counts, known, wholes, complete and len(known) == len(parts), kind)
        for measure, count in counts.items():
            for name in sheet[measure].figure.by:
                split = self.breakdowns.get((measure, name))
                if split:
                    yield from _split(sheet[measure], measure, count, split)

    def _whole(self, part: str, counts: Mapping[str, int]) -> str:
        """The nearest measure with a count that this one is part of, directly or through others; else empty."""
        seen = {part}
        while (part := self.within.get(part, "")) and part not in seen:
            if part in counts:
                return part
            seen.add(part)
        return ""

    def _categories(
        self, one: SubmittedFigure, other: SubmittedFigure, part: str, whole: str
    ) -> Iterator[Contradiction]:
        """Contradictions where both have the same breakdown and a category of the part is larger than the whole's."""
        for name in sorted(one.figure.by.keys() & other.figure.by.keys()):
            mine, its = one.figure.by[name], other.figure.by[name]
            above = {id: more for id, count in mine.items() if (more := _excess(count, its.get(id))) > 0}
            if above and self.breakdowns.get((part, name)) is self.breakdowns.get((whole, name)):
                worst = max(above, key=lambda id: above[id])
                message = f"“{worst}” of “{part}” is {mine[worst]:,}, more than the {its[worst]:,} of “{whole}”"
                here, there = one.place("by", name, worst), other.place("by", name, worst, note=whole)
                cells = {
                    _cell(here): Correction(worst, 0, int(its[worst])),
                    _cell(there): Correction(worst, int(mine[worst]), math.inf),
                }
                yield Contradiction("part", message, "Correct one of the two.", cells, here, (there,))


def _newest_first(sheet: Sheet, *measures: str) -> list[Place]:
    """The places of counts, restated ones first: the newest is probably the wrong one."""
    ordered = sorted(measures, key=lambda id: sheet[id].route[0] != "restatements")
    return [sheet[id].place("count", note=id if at else "") for at, id in enumerate(ordered)]


def _excess(count: int | str | None, other: int | str | None) -> int:
    return count - other if isinstance(count, int) and isinstance(other, int) else 0


def _sum(
    sheet: Sheet, counts: Mapping[str, int], parts: Sequence[str], wholes: Sequence[str], exact: bool, kind: Kind
) -> Iterator[Contradiction]:
    """A contradiction where parts exceed their whole or, if `exact`, differ from it; rounded estimates may differ."""
    total, asked = sum(counts[part] for part in parts), sum(counts[whole] for whole in wholes)
    if total == asked or (total < asked and not exact):
        return
    figures = [sheet[id].figure for id in (*parts, *wholes)]
    slack = (len(figures) + 1) // 2 if any(one.estimated for one in figures) else 0
    if abs(total - asked) > slack:
        up = {
            _cell(sheet[id].place("count")): Correction(id, *_span(counts[id] + total - asked, exact, 1))
            for id in wholes
        }
        down = {
            _cell(sheet[id].place("count")): Correction(id, *_span(counts[id] - total + asked, exact, -1))
            for id in parts
        }
        message = f"{_listed(parts)} make {total:,}, and {_listed(wholes)} {'is ' if len(wholes) == 1 else ''}{asked:,}"
        remedy = f"The parts {'add up to' if exact else 'are within'} the whole: correct whichever figure is wrong."
        yield Contradiction(kind, message, remedy, up | down, _newest_first(sheet, *parts, *wholes)[0])


def _split(one: SubmittedFigure, measure: str, count: int, split: Breakdown) -> Iterator[Contradiction]:
    """A contradiction where a breakdown's categories do not add up to the count or, if they overlap, where one exceeds
    it.
    """
    counts = {id: number for id, number in one.figure.by[split.id].items() if isinstance(number, int)}
    total, largest = sum(counts.values()), max(counts.values())
    if total == count if split.exclusive else largest <= count:
        return
    whole = one.place("count", note="the count")
    if split.exclusive:
        exact = all(category.id in counts for category in split.categories)
        slack = (len(counts) + 1) // 2 if one.figure.estimated else 0
        if abs(total - count) <= slack or (total < count and not exact):
            return
        message = f"the categories of “{split.id}” make {total:,}, and the count of “{measure}” is {count:,}"
        remedy = "They add up to the count: correct whichever figure is wrong."
        spans = {id: _span(counts[id] - total + count, exact, -1) for id in counts}
        cells = {_cell(one.place("by", split.id, id)): Correction(id, *span) for id, span in spans.items()}
        cells[_cell(whole)] = Correction(measure, *_span(total, exact, 1))
        yield Contradiction("breakdown", message, remedy, cells, one.place("by", split.id), (whole,))
    else:
        worst = max(counts, key=lambda id: counts[id])
        message = f"“{worst}” is {largest:,}, more than the {count:,} of “{measure}”"
        remedy = "No category can be more than the count: correct whichever figure is wrong."
        here = one.place("by", split.id, worst)
        cells = {_cell(here): Correction(worst, 0, count), _cell(whole): Correction(measure, largest, math.inf)}
        yield Contradiction("breakdown", message, remedy, cells, here, (whole,))


def _span(number: int, exact: bool, direction: int) -> tuple[float, float]:
    """The least and the most that a corrected number can be: both `number` if `exact`, otherwise at least (`direction`
    1) or at most (-1) that.
    """
    return number if exact or direction > 0 else 0, number if exact or direction < 0 else math.inf


def _cell(place: Place) -> Cell:
    return place.file, place.route


def _listed(names: Sequence[str]) -> str:
    return listed(f"“{name}”" for name in names)
