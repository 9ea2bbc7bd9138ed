"""A figure lies within its agency's usual range, or somebody says why it does not.

A typing mistake can look like a real change, so each count is compared with the same agency's earlier ones. The limits
are those of a control chart (XmR), which needs twelve points. A count is reported where it lies outside them, further
from the mean than chance explains, and its step from the count before is unusual too: a steady rise is not reported,
nor a level once it was reached. Where an indicator says that its control chart starts again, earlier counts of the
measures that it defines are not used.

Wrong: `concerns: {count: 8460}`, where the twelve quarters before ran from 779 to 858.
Right: the same with, under `exceptions`, `reason: A new referral route opened in July.`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.assurance.figures.contradictions import cells_in_doubt
from generator.assurance.figures.reconciliation import Sums
from generator.assurance.figures.submitted import Sheet, SubmittedFigure, histories
from generator.assurance.figures.usual_range import Unusual, counts_before, restarts, unusual
from generator.model.indicator import Indicator
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    afresh = restarts(register.all(Indicator))
    within = Sums(register).within
    found = [one for quarters in histories(register) for one in _unusual(quarters, afresh, within)]
    wrong = cells_in_doubt(register) if found else set()
    for quarter, measure, one, before, usual in found:
        if (one.entry.name, (*one.route, "count")) not in wrong:
            yield _fault(quarter, measure, one, before, usual)


def _unusual(
    quarters: list[tuple[str, Sheet]], afresh: Mapping[str, Sequence[str]], within: Mapping[str, str]
) -> Iterator[tuple[str, str, SubmittedFigure, SubmittedFigure, Unusual]]:
    """Each unusual figure with the one before it; a part is left out where its whole is unusual too."""
    counts: dict[str, list[tuple[str, int | None]]] = {}
    last: dict[str, SubmittedFigure] = {}
    for quarter, sheet in quarters:
        found: dict[str, Unusual] = {}
        for measure, one in sheet.items():
            count = one.figure.count if isinstance(one.figure.count, int) else None
            history = counts.setdefault(measure, [])
            if count is not None and (
                usual := unusual(counts_before(history, quarter, afresh.get(measure, ())), count)
            ):
                found[measure] = usual
            history.append((quarter, count))
        for measure, usual in found.items():
            whole = found.get(within.get(measure, ""))
            if whole is None or whole.side != usual.side:
                yield quarter, measure, sheet[measure], last[measure], usual
        last |= {measure: one for measure, one in sheet.items() if isinstance(one.figure.count, int)}


def _fault(quarter: str, measure: str, one: SubmittedFigure, before: SubmittedFigure, usual: Unusual) -> Fault:
    ran = f"ran from {usual.least:,} to {usual.most:,}, usually {usual.lower:,} to {usual.upper:,}"
    return Fault(
        one.place("count"),
        f"“{measure}” is {one.figure.count:,} in {quarter}; the {usual.points} figures before it {ran}",
        f"Correct it; or, if it is right, say what lies behind it under `exceptions` "
        f"with `field: {one.field}` and `rule: figure-within-its-usual-range`.",
        (before.place("count", note="the one before"),),
    )
