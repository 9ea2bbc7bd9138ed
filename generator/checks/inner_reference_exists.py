"""An item that a record names within itself exists.

A decision names the agenda item under which it was taken; a change of a programme names the audit that it changed. Both
are items of the same record, named by their id.

Wrong: a decision with `item: foward-plan`, when the agenda has `forward-plan`.
Right: `item: forward-plan`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import schema
from generator.problem import Edit, Fault, Place
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for type, entries in register.entries.items():
        named = schema.keyword_tree(register.schemas[type].tree, "x-here")
        for entry in entries.values() if named else ():
            for route, path, written in schema.walk(named, entry.value):
                items = list(_items(entry.value, path.split(".")))
                ids = [item["id"] for item in items]
                if written not in ids:
                    yield _fault(entry.place(*route), path, str(written), items, ids)


def _fault(place: Place, path: str, written: str, items: list[Any], ids: list[str]) -> Fault:
    message = f"“{written}” is not under “{path}” in this record"
    titled = [item["id"] for item in items if schema.same_name(written, [str(item.get("title", ""))])]
    same = schema.same_name(written, ids) or titled
    if len(same) == 1:
        fix = (Edit(place.route, same[0]),)
        return Fault(place, f"{message}: did you mean “{same[0]}”?", f"Write `{schema.to_write(fix)}`.", fix=fix)
    remedy = f"Choose one of {', '.join(ids)}." if ids else "There is none: delete the line."
    return Fault(place, message + schema.nearest(written, ids), remedy)


def _items(value: Any, path: list[str]) -> Iterator[Any]:
    """The items at a path through lists: `breakdowns.categories`."""
    for item in value.get(path[0], ()):
        if len(path) > 1:
            yield from _items(item, path[1:])
        else:
            yield item
