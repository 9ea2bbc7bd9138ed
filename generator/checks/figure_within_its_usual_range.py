"""A figure lies within its agency's usual range, or somebody says why it does not.

A digit too many looks like news, and news like a digit too many: so each count is held against the same agency's
earlier ones. The limits are those of a control chart (XmR, as NHS England's Making Data Count draws it), which needs
twelve points. A count is asked about where it lies outside them, further off than chance alone would put a count, and
its step from the one before is unusual too: a steady rise is not asked about, nor is a new level once it was reached.
Where an indicator says that its chart starts afresh, so does the history.

Wrong: `concerns: {count: 8460}`, where the twelve quarters before ran from 779 to 858.
Right: the same with, under `exceptions`, `reason: A new referral route opened in July.`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.assurance.figures.contradictions import cells
from generator.assurance.figures.reconciliation import Sums
from generator.assurance.figures.submitted import Given, Sheet, histories
from generator.assurance.figures.usual_range import Usual, unusual
from generator.model.indicator import Indicator
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    starts: dict[str, list[str]] = {}
    for indicator in register.all(Indicator):
        for measure in (*indicator.numerator, *(indicator.parts.measures if indicator.parts else ())):
            starts.setdefault(measure, []).extend(one.from_quarter for one in indicator.rebases)
    within = Sums(register).within
    found = [told for quarters in histories(register) for told in _told(quarters, starts, within)]
    wrong = cells(register) if found else set()
    for quarter, measure, one, before, usual in found:
        if (one.entry.name, (*one.route, "count")) not in wrong:
            yield _fault(quarter, measure, one, before, usual)


def _told(
    quarters: list[tuple[str, Sheet]], starts: Mapping[str, list[str]], within: Mapping[str, str]
) -> Iterator[tuple[str, str, Given, Given, Usual]]:
    """Each unusual figure with the one before it; not a part whose whole is as unusual."""
    counts: dict[str, list[int | None]] = {}
    last: dict[str, tuple[str, Given]] = {}
    for quarter, sheet in quarters:
        found: dict[str, Usual] = {}
        for measure, one in sheet.items():
            count = one.figure.count if isinstance(one.figure.count, int) else None
            former, _ = last.get(measure, (quarter, None))
            if any(former < start <= quarter for start in starts.get(measure, ())):
                counts.pop(measure, None)
            before = counts.setdefault(measure, [])
            usual = unusual(before, count) if count is not None else None
            if usual:
                found[measure] = usual
            before.append(count)
        for measure, usual in found.items():
            whole = found.get(within.get(measure, ""))
            if whole is None or whole.side != usual.side:
                yield quarter, measure, sheet[measure], last[measure][1], usual
        last |= {measure: (quarter, one) for measure, one in sheet.items() if isinstance(one.figure.count, int)}


def _fault(quarter: str, measure: str, one: Given, before: Given, usual: Usual) -> Fault:
    ran = f"ran from {usual.least:,} to {usual.most:,}, usually {usual.lower:,} to {usual.upper:,}"
    return Fault(
        one.place("count"),
        f"“{measure}” is {one.figure.count:,} in {quarter}; the {usual.points} figures before it {ran}",
        f"Correct it; or, if it is right, say what lies behind it under `exceptions` "
        f"with `field: {one.field}` and `rule: figure-within-its-usual-range`.",
        (before.place("count", note="the one before"),),
    )
