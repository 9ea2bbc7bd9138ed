"""No figure is given for a quarter that has not ended.

Performance is reported quarterly in arrears: a count of a quarter that still runs counts something else.

Wrong: `records/kpi-return/adult-social-care/2026-27-q1.yaml` with `received: 2026-06-24`.
Right: `received: 2026-07-21`, after the quarter's end on 30 June.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.model.kpi_return import KpiReturn
from generator.periods import Quarter
from generator.problem import Fault
from generator.register import Register
from generator.routes import Route
from generator.wording import shown

upholds = ("R34",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, made in register.of(KpiReturn):
        given: list[tuple[Route, date | None, str]] = [(("received",), made.received, made.quarter)]
        given += [
            (("restatements", position, "date"), again.date, again.quarter)
            for position, again in enumerate(made.restatements)
        ]
        for route, day, name in given:
            quarter = _quarter(name, register.partnership.year_starts)
            if quarter and day and day <= quarter.end:
                came, ends = shown(day), shown(quarter.end)
                yield Fault(
                    entry.place(*route),
                    f"figures for {name} came on {came}, and the quarter runs until {ends}",
                    "Correct the date, or the quarter; figures of part of a quarter wait for its end.",
                )


_quarter = cache(Quarter.read)
