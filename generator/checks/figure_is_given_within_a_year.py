"""A figure that an agency owes is not absent return after return.

Each absence has a reason, which at first is enough. The fourth consecutive return without the figure, and every fourth
after it, also says when the figure will come. If it never will, the indicator says that the agency does not collect it.

Wrong: `plans-due: {absent: not-available, …}` in four returns running.
Right: the same with, under `exceptions`, `reason: The new system reports them from April.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.figures.submitted import SubmittedFigure, histories
from generator.problem import Fault
from generator.register import Register
from generator.wording import ordinal

upholds = ("R11",)
level = "D"
RETURNS = 4
"""A year of quarters, as in R17, by which a source without records in four quarters is reported."""


def problems(register: Register) -> Iterator[Fault]:
    for quarters in histories(register):
        absent: dict[str, list[str]] = {}
        for quarter, sheet in quarters:
            long: list[tuple[str, SubmittedFigure]] = []
            for measure, one in sheet.items():
                run = absent.setdefault(measure, [])
                if not one.figure.absent:
                    run.clear()
                    continue
                run.append(quarter)
                if len(run) % RETURNS == 0:
                    long.append((measure, one))
            if long:
                yield _fault(long, len(sheet), [absent[measure] for measure, _ in long])


def _fault(long: list[tuple[str, SubmittedFigure]], given: int, runs: list[list[str]]) -> Fault:
    (first, one), names = long[0], [f"“{measure}”" for measure, _ in long]
    running = max(map(len, runs))
    since = min(run[0] for run in runs)
    what = f"{', '.join(names[:-1])} and {names[-1]} are" if len(names) > 1 else f"{names[0]} is"
    if len(long) == given > 1:
        what = "every figure is"
    field = one.field if len(long) == 1 else one.field.removesuffix(f".{first}")
    return Fault(
        one.place("absent"),
        f"{what} absent for the {ordinal(running)} return running, since {since}",
        f"Say when it will come under `exceptions` with `field: {field}` and `rule: figure-is-given-within-a-year`; "
        "or, in the indicator, that the agency's `frequency` is `not-collected`.",
    )
