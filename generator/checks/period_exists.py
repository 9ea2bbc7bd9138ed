"""Every quarter, year and date that names a record, or stands in one, is one that exists.

`2026-28-q1` looks like a quarter, but does not exist; and where the partnership's year begins in April, `2026-q1` could
be two.

Wrong: `records/kpi-return/adult-social-care/2026-28-q1.yaml`, `records/meeting/qap/2026-02-30.yaml`.
Right: `records/kpi-return/adult-social-care/2026-27-q1.yaml`, `records/meeting/qap/2026-02-26.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator import schema
from generator.periods import Quarter, Year
from generator.problem import Fault
from generator.register import Register
from generator.wording import day_of

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    if not register.entries["partnership"]:
        return
    year_starts = register.partnership.year_starts
    for type, entries in register.entries.items():
        expected = register.schemas[type]
        periods = schema.keyword_tree(expected.tree, "x-period")
        for entry in entries.values():
            for part, written in (expected.path.read(entry.id) or {}).items():
                fault = wrong(part, written, year_starts)
                if fault:
                    yield Fault(entry.place(), fault, "Rename the file.")
            for route, _, written in schema.walk(periods, entry.value):
                fault = wrong("period", written, year_starts)
                if fault:
                    yield Fault(entry.place(*route), fault, "Correct it.")


@cache
def wrong(kind: str, written: str, year_starts: int) -> str:
    """Return what is wrong with a part of a record's name, or with a `period`; empty where there is such a time."""
    if kind == "date":
        return "" if day_of(written) else f"“{written}” is not a date: there is no such day"
    try:
        if kind == "quarter" or (kind == "period" and "-q" in written):
            Quarter.parse(written, year_starts)
        elif kind in ("year", "period"):
            Year.parse(written, year_starts)
    except ValueError as error:
        return str(error)
    return ""
