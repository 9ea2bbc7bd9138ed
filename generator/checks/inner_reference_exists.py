"""Whatever a record names in itself exists.

A decision names the agenda item it was taken under, a change of the programme the audit it changed: items of the same
record, by their id.

Wrong: a decision with `item: foward-plan`, when the agenda has `forward-plan`.
Right: `item: forward-plan`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import schema
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for type, entries in register.entries.items():
        named = schema.plan(register.schemas[type].tree, "x-here")
        for entry in entries.values() if named else ():
            for route, path, written in schema.walk(named, entry.value):
                ids = list(_ids(entry.value, path.split(".")))
                if written not in ids:
                    message = f"“{written}” is not under “{path}” in this record{schema.nearest(written, ids)}"
                    remedy = f"Choose one of {', '.join(ids)}." if ids else "Nothing is: delete the line."
                    yield Fault(entry.place(*route), message, remedy)


def _ids(value: Any, path: list[str]) -> Iterator[str]:
    """The ids of the items at a path through lists: `breakdowns.categories`."""
    for item in value.get(path[0], ()):
        if len(path) > 1:
            yield from _ids(item, path[1:])
        else:
            yield item["id"]
