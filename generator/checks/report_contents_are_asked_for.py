"""What a report says under `contents` is asked of its kind.

The framework's record lists what each kind of report must contain. Words under another name would be shown on no page;
they belong to the report's own sections, under `narrative`.

Wrong: `contents: {objectives: …}`, where the kind's list has `objective`.
Right: `contents: {objective: …}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.model.lists import find
from generator.model.report import Report
from generator.problem import Fault, Place
from generator.register import Register

upholds = ("R31",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    if register.has_unreadable("framework") or not register.entries["framework"]:
        return
    for entry, report in register.of(Report):
        kind = find(register.framework.report_kinds, report.kind)
        asked = [one.id for one in kind.contents if not one.by_agency] if kind else []
        for name in report.contents:
            if kind and name not in asked:
                place = Place(entry.name, route=("contents", name), key=True)
                near = schema.nearest(name, asked)
                remedy = f"Its contents are {', '.join(asked)}." if asked else "Move the words to `narrative`."
                if any(one.id == name for one in kind.contents):
                    remedy = "Give an account by each agency, under `members`."
                yield Fault(place, f"“{name}” is not asked of this kind of report{near}", remedy)
