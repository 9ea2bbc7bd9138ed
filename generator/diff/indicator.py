"""The sentences of an indicator's published figures, where the returns themselves are not shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.disclosure import Marker
from generator.assurance.points import Point, Series
from generator.assurance.series import Figures
from generator.assurance.units import difference, written
from generator.assurance.verdicts import label
from generator.assurance.wording import listed
from generator.diff import Pair, Said
from generator.edition import View
from generator.model.indicator import Indicator


def touched(before: View, after: View) -> Iterator[str]:
    """The indicators whose published figures differ; where returns are shown, their sentences say so."""
    if after.public:
        then, now = before.assessment.figures, after.assessment.figures
        yield from (id for id in now if then.get(id) != now[id])


def changed(pair: Pair) -> Iterator[Said]:
    then, now = (view.assessment.figures.get(pair.id) for view in pair.views)
    indicator = pair.after.record if pair.after else None
    if not pair.view.public or then is None or now is None or not isinstance(indicator, Indicator):
        return
    if then.whole and now.whole:
        former = {one.quarter: one for one in then.whole.points}
        for point in now.whole.points:
            old = former.get(point.quarter)
            if old is None:
                yield Said(f"first figure for {label(point.quarter)}, {_new(now.whole, point, indicator)}")
            elif old != point:
                yield Said(f"{label(point.quarter)} {_shown(old, indicator)} → {_shown(point, indicator)}")
        gone = former.keys() - {one.quarter for one in now.whole.points}
        if gone:
            yield Said(f"no longer a figure for {listed(label(one) for one in sorted(gone))}")
    parts = [title for title in dict.fromkeys(_titles(then) + _titles(now)) if _part(then, title) != _part(now, title)]
    if parts:
        yield Said(f"new figures for {listed(parts)}")


def _new(series: Series, point: Point, indicator: Indicator) -> str:
    """`84.1%, up 2.1 percentage points on Q1 2026-27`."""
    said = _shown(point, indicator)
    before = series.at(point.quarter.previous)
    if before is None or isinstance(before.value, Marker) or isinstance(point.value, Marker):
        return said
    change = round(point.value - before.value, 1)
    way = f"{'up' if change > 0 else 'down'} {difference(change, indicator)}" if change else "the same as"
    return f"{said}, {way}{' on' if change else ''} {label(before.quarter)}"


def _shown(point: Point, indicator: Indicator) -> str:
    """The value with its marks."""
    return " ".join([written(point.value, indicator), *(sorted(point.marks) if point.marks else ())])


def _titles(figures: Figures) -> list[str]:
    return [one.title for one in figures.every() if one is not figures.whole]


def _part(figures: Figures, title: str) -> list[Series]:
    return [one for one in figures.every() if one is not figures.whole and one.title == title]
