"""The sentences of an indicator's published figures, where the returns themselves are not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.series import Point, Series
from generator.assurance.figures.standing import label
from generator.diff.pair import Pair, SentencePart, record
from generator.edition import View
from generator.model.indicator import Indicator
from generator.wording import some_of, words
from generator.wording.units import difference, written


def touched(before: View, after: View) -> Iterator[str]:
    """Yield, for the public edition, the ids of indicators whose figures differ. Other editions show the returns, whose
    sentences say it.
    """
    if after.public:
        then, now = before.assessment.figures, after.assessment.figures
        yield from (id for id in now if then.get(id) != now[id])


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = (view.assessment.figures.get(pair.id) for view in pair.views)
    indicator = record(pair, Indicator)
    if not pair.view.public or then is None or now is None:
        return
    if then.whole and now.whole:
        yield from (SentencePart(text) for text in _whole(indicator, then.whole, now.whole))
    names = dict.fromkeys([*now.breakdowns, *then.breakdowns])
    splits = [name for name in names if then.breakdowns.get(name) != now.breakdowns.get(name)]
    if splits:
        yield SentencePart(f"new figures by {some_of(words(name) for name in splits)}")
    if (then.parts, then.beside) != (now.parts, now.beside):
        yield SentencePart("new figures of its parts")


def _whole(indicator: Indicator, then: Series, now: Series) -> Iterator[str]:
    former = {one.quarter: one for one in then.points}
    for point in now.points:
        old = former.pop(point.quarter, None)
        if old is None or (isinstance(old.value, Marker) and not isinstance(point.value, Marker)):
            yield f"first figure for {label(point.quarter)}, {_new(now, point, indicator)}"
        elif old.value == point.value and old.marks != point.marks:
            came, went = point.marks - old.marks, old.marks - point.marks
            said = f"now {_marked(came)}" if came else f"no longer {_marked(went)}"
            yield f"{label(point.quarter)} {_shown(point, indicator)}, {said}"
        elif old.value != point.value:
            marks = f" ({_marked(point.marks)})" if point.marks else ""
            yield f"{label(point.quarter)} {_shown(old, indicator)} → {_shown(point, indicator)}{marks}"
        elif old != point:
            yield f"{label(point.quarter)} {_shown(point, indicator)}, of other counts"
    if former:
        yield f"no longer a figure for {some_of(label(one) for one in former)}"


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
    """The value, or why there is none, in a word or two."""
    return _reason(point.value) if isinstance(point.value, Marker) else written(point.value, indicator)


def _marked(marks: Iterable[Marker]) -> str:
    """`estimated and provisional`."""
    return some_of(_reason(one) for one in sorted(marks))


def _reason(marker: Marker) -> str:
    return marker.words.partition(":")[0]
