"""An id names one item of a record.

Others refer to an item by its id alone (`qap/2026-03-12#d1`). Where two lists of one record use the same id, nobody can
know which item is meant.

Wrong: a meeting with the agenda item `id: dashboard` and the decision `id: dashboard`.
Right: the agenda item `id: dashboard` and the decision `id: dashboard-accepted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator import schema
from generator.problem import Fault
from generator.register import Register
from generator.routes import Route

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for type in _named(register):
        lists = schema.keyword_tree(register.schemas[type].tree, "x-unique")
        for entry in register.entries[type].values():
            first: dict[str, Route] = {}
            for route, id in _items(lists, entry.value):
                other = first.setdefault(id, route)
                if other != route:
                    yield Fault(
                        entry.place(*route, "id"),
                        f"“{id}” is the id of two items of this record, so that none can be named by it",
                        "Give one of them another id.",
                        (entry.place(*other, "id", note="the other"),),
                    )


def _named(register: Register) -> set[str]:
    """The types whose items others may name."""
    kinds: set[str] = set()
    for known in register.schemas.values():
        for said in schema.each(known.references):
            kinds |= {said} if isinstance(said, str) else set(said)
    return {kind.removesuffix("#") for kind in kinds if kind.endswith("#")} & register.entries.keys()


def _items(lists: schema.KeywordTree | None, value: Mapping[str, Any]) -> Iterator[tuple[Route, str]]:
    """The route and id of every item."""
    for route, fields, items in schema.walk(lists, value):
        if fields == [["id"]] and isinstance(items, list):
            for position, item in enumerate(items):
                yield (*route, position), item["id"]
