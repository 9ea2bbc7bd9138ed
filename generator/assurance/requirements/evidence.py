"""What the records give evidence of: principles, values, sources and types of information, each with its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from generator import schema
from generator.register import Entry, Register
from generator.routes import Route
from generator.schema import Schema

KINDS = ("principles", "values", "sources", "information")
"""The lists of the framework that a record can bear on."""

PLANS = frozenset({"audit-tool", "programme"})
"""The types whose records are plans, which give no evidence yet."""


@dataclass(frozen=True)
class Evidence:
    """A record, or an item of one, and what it bears on. `record` is `type/id`, `day` when it became known."""

    record: str
    day: date
    principles: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    information: tuple[str, ...] = ()

    def on(self, kind: str) -> tuple[str, ...]:
        """Return the ids that it bears on of one of the framework's lists: `kind` is `principles`, `values`, `sources`
        or `information`.
        """
        found: tuple[str, ...] = getattr(self, kind)
        return found


def evidence(register: Register) -> tuple[Evidence, ...]:
    """Return the evidence in all records of the types that have `tracked_from`, plans left out; oldest first.

    An item of a record (a finding, a rated practice) is evidence of the principles, values, sources and information
    that it names; where it names none of a list, of those that its record names.
    """
    tracked = [used.type for used in register.partnership.types_in_use if used.tracked_from and used.type not in PLANS]
    found = [
        one
        for type in tracked
        for entry in register.entries.get(type, {}).values()
        for one in _evidence(register.schemas[type], entry)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.record)))


def facts(expected: Schema, value: Any) -> list[date]:
    """Return the date of every dated fact of a record, oldest first."""
    return sorted(date.fromisoformat(day) for _, _, day in schema.walk(expected.known, value) if isinstance(day, str))


def known_on(expected: Schema, value: Any) -> date | None:
    """Return the day a record became known: its own date if it has one, otherwise its earliest fact's."""
    branches = expected.known.properties if expected.known else {}
    own = [value[name] for name, below in branches.items() if below.here == "object" and name in value]
    return date.fromisoformat(own[0]) if own else next(iter(facts(expected, value)), None)


def records(found: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the records of the evidence, once each, newest first."""
    newest = sorted(found, key=lambda one: (one.day, one.record), reverse=True)
    return tuple(dict.fromkeys(one.record for one in newest))


def pairs(found: Iterable[Evidence], rows: str, columns: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the records that bear on both of a pair: `pairs(found, "principles", "sources")`."""
    by_pair: dict[tuple[str, str], list[Evidence]] = {}
    for one in found:
        for pair in product(one.on(rows), one.on(columns)):
            by_pair.setdefault(pair, []).append(one)
    return {pair: records(each) for pair, each in by_pair.items()}


def _evidence(expected: Schema, entry: Entry) -> Iterator[Evidence]:
    day = known_on(expected, entry.value)
    if day is None:
        return
    holders: dict[Route, dict[str, list[str]]] = {}
    for route, name, written in schema.walk(expected.items, entry.value):
        kind = name.removeprefix("framework/")
        if kind in KINDS:
            holders.setdefault(_holder(route), {}).setdefault(kind, []).append(written)
    whole = holders.get((), {})
    for named in holders.values():
        lists = {kind: tuple(named.get(kind) or whole.get(kind) or ()) for kind in KINDS}
        yield Evidence(f"{entry.type}/{entry.id}", day, **lists)


def _holder(route: Route) -> Route:
    """The object that holds the list or field at a route: `findings, 2, sources, 0` → `findings, 2`."""
    while isinstance(route[-1], int):
        route = route[:-1]
    return route[:-1]
