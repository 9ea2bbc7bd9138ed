"""The sentences of a KPI return: its number of figures, those unusual for the agency, what was restated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.assurance.figures.returned import ReturnedFigures
from generator.assurance.figures.standing import label
from generator.assurance.figures.usual_range import Unusual, counts_before, enough, restarts, unusual
from generator.diff.pair import Pair, SentencePart, both, record
from generator.edition import View
from generator.model.indicator import Indicator
from generator.model.kpi_return import Figure, KpiReturn, Restatement
from generator.periods import Quarter
from generator.register.names import item_name
from generator.wording import day, inside, number, plural, quoted, some_of, words

MOST_NAMED = 3
"""How many unusual figures of a new return are named at most; the others are counted."""
LEAST_FOR_PERCENTAGE = 10
"""The least count of which a change is given as a percentage; below it, only in numbers."""


@dataclass(frozen=True)
class Comparison:
    """A count compared with the agency's earlier ones: the last of them, and the usual range if it is outside that.

    `judged`: there were enough earlier counts for a range. The check `figure_within_its_usual_range` reports fewer: no
    part whose whole is unusual on the same side, and no figure that contradicts others.
    """

    number: int
    before: int | None
    quarter: Quarter | None
    judged: bool
    usual: Unusual | None


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, KpiReturn)
    numbers = sum(figure.count is not None for figure in made.values.values())
    yield plural(numbers, "figure") + ("" if made.confirmed else ", still provisional")
    known = {measure: _compared(pair.view, made, measure) for measure in made.values}
    odd = [(found.usual.beyond, measure, found) for measure, found in known.items() if found and found.usual]
    odd.sort(key=lambda one: -one[0])
    yield from (f"{_title(pair, measure)} {_comparison_text(made, found)}" for _, measure, found in odd[:MOST_NAMED])
    if odd[MOST_NAMED:]:
        yield f"{len(odd[MOST_NAMED:])} more outside their usual range"
    elif not odd and any(found and found.judged for found in known.values()):
        yield "none unusual for the agency"
    absent = [measure for measure, figure in made.values.items() if figure.absent]
    if absent:
        yield f"no figure for {some_of(_title(pair, one) for one in absent)}"


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, KpiReturn)
    for measure in dict.fromkeys([*now.values, *then.values]):
        below = pair.below("values", measure)
        if below:
            yield SentencePart(_figure(pair, now, measure, then.values.get(measure), now.values.get(measure)), below)
    if now.confirmed and not then.confirmed:
        yield SentencePart(f"figures confirmed on {day(now.confirmed)}", pair.below("confirmed"))
    came = tuple(one for one in pair.below("restatements", "*") if one.before is None)
    if came and then.restatements == now.restatements[: len(then.restatements)]:
        for one in now.restatements[len(then.restatements) :]:
            yield SentencePart(_restated(pair, now, one), came)


def _figure(pair: Pair, made: KpiReturn, measure: str, then: Figure | None, now: Figure | None) -> str:
    """One measure: its count; where that is unchanged, its breakdowns or its marks."""
    title = _title(pair, measure)
    if then is None or now is None or _figure_text(then) != _figure_text(now):
        share = _share(then.count, now.count) if then and now else ""
        found = _compared(pair.view, made, measure) if now else None
        why = f", {quoted(now.reason)}" if now and now.reason else ""
        return f"{title} {_figure_text(then)} → {_figure_text(now)}{f', {share}' if share else ''}{_range(found)}{why}"
    splits = [_split(pair, measure, name, then, now) for name in dict.fromkeys([*now.by, *then.by])]
    return f"{title} {'; '.join(split for split in splits if split) or 'given with another reason'}"


def _split(pair: Pair, measure: str, breakdown: str, then: Figure, now: Figure) -> str:
    """`by age: 18-64 (74 → 73) and 65-74 (32 → 34)`; empty where this breakdown is unchanged."""
    old, new = then.by.get(breakdown, {}), now.by.get(breakdown, {})
    titles = {
        category.id: category.title
        for indicator in pair.view.all(Indicator)
        for one in indicator.breakdowns
        if one.id == breakdown and measure in one.of
        for category in one.categories
    }
    found = [
        f"{inside(titles.get(id) or id)} ({number(old.get(id))} → {number(new.get(id))})"
        for id in dict.fromkeys([*new, *old])
        if old.get(id) != new.get(id)
    ]
    return f"by {words(breakdown)}: {some_of(found, 5)}" if found else ""


def _restated(pair: Pair, made: KpiReturn, one: Restatement) -> str:
    """The restated figures of an earlier quarter, each with the figure known before."""
    quarter = _quarter(pair.view, one.quarter)
    figures = []
    for measure, figure in one.values.items():
        former = _returned(pair.views[0]).count(made.agency, quarter, measure).number
        figures.append(f"{_title(pair, measure)} {number(former)} → {_figure_text(figure)}")
    kind = "correction" if one.kind == "correction" else "routine refresh"
    why = f", {quoted(one.reason)}" if one.reason else ""
    return f"{kind} of {label(quarter)}: {some_of(figures, 5)}{why}"


def _comparison_text(made: KpiReturn, found: Comparison) -> str:
    """`up 18% on Q1, 180 → 213, outside its usual range of 95 to 200`."""
    if found.before is None or found.quarter is None:
        return f"{found.number:,}{_range(found)}"
    share = _share(found.before, found.number)
    on = label(found.quarter) if str(found.quarter.in_year) not in made.quarter else f"Q{found.quarter.number}"
    return f"{f'{share} on' if share else 'against'} {on}, {found.before:,} → {found.number:,}{_range(found)}"


def _range(found: Comparison | None) -> str:
    if found is None or found.usual is None:
        return ""
    return f", outside its usual range of {found.usual.lower:,} to {found.usual.upper:,}"


def _share(before: object, after: object) -> str:
    """`up 18%`; empty where there are too few for a percentage."""
    if not isinstance(before, int) or not isinstance(after, int) or before < LEAST_FOR_PERCENTAGE or before == after:
        return ""
    return f"{'up' if after > before else 'down'} {max(round(100 * abs(after - before) / before), 1):,}%"


def _compared(view: View, made: KpiReturn, measure: str) -> Comparison | None:
    """A count compared with the agency's earlier ones as last restated; None where it is not a number."""
    number = made.values[measure].count
    if not isinstance(number, int):
        return None
    this = _quarter(view, made.quarter)
    others = [one for one in view.all(KpiReturn) if one.agency == made.agency and measure in one.values]
    quarters = sorted(quarter for one in others if (quarter := _quarter(view, one.quarter)) < this)
    numbers = [_returned(view).count(made.agency, one, measure).number for one in quarters]
    counts = [one if type(one) is int else None for one in numbers]
    history = zip(map(str, quarters), counts, strict=True)
    before = counts_before(history, made.quarter, _restarts(view).get(measure, ()))
    last = counts[-1] if counts else None
    return Comparison(number, last, quarters[-1] if last is not None else None, enough(before), unusual(before, number))


@lru_cache(maxsize=2)
def _restarts(view: View) -> Mapping[str, tuple[str, ...]]:
    return restarts(view.all(Indicator))


@lru_cache(maxsize=2)
def _returned(view: View) -> ReturnedFigures:
    return ReturnedFigures(view.register)


def _quarter(view: View, text: str) -> Quarter:
    return Quarter.parse(text, view.partnership.year_starts)


def _title(pair: Pair, measure: str) -> str:
    return inside(item_name(pair.view.register, "indicator/measures", measure))


def _figure_text(figure: Figure | None) -> str:
    """`213`, `213 estimated`, `not available`, `nothing`."""
    if figure is None:
        return "nothing"
    if figure.absent:
        return words(figure.absent)
    return number(figure.count) + (" estimated" if figure.estimated else "")
