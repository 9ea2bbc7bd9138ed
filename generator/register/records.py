"""The Register of records, linked; and with `at(date)`, what was known on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator import model, schema, source
from generator.model.framework import Framework
from generator.model.partnership import Partnership
from generator.model.record import Record, in_force
from generator.problem import Place, Problem
from generator.register.links import Link, links, unlinked
from generator.schema import Schema, as_of

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Entry:
    """One valid record: its file, its plain values and its model."""

    type: str
    id: str
    name: str
    value: Mapping[str, Any]
    record: Record

    @property
    def id_of_file(self) -> str:
        """The id that its file's path gives: a former one where the record stands under its present id."""
        return self.name.removesuffix(".yaml").split("/", 2)[2]

    def place(self, *route: str | int, note: str = "") -> Place:
        """Return the place of one value of this record."""
        return Place(self.name, route=route, note=note)


@dataclass(frozen=True, eq=False)
class Register:
    """Every valid record by type and id, and the faults of those that are not valid (places located).

    `day` is the last day whose facts it holds. Without one it holds all facts, and the newest version of the framework
    is in force, even if it applies only later.
    """

    schemas: Mapping[str, Schema]
    entries: Mapping[str, Mapping[str, Entry]]
    documents: Mapping[str, bytes]
    faults: tuple[Problem, ...] = ()
    broken: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    day: date = date.max

    @cached_property
    def partnership(self) -> Partnership:
        """The partnership whose records these are; a nameless one where its record is missing or faulty."""
        return next(iter(self.all(Partnership)), Partnership(id=""))

    @cached_property
    def types(self) -> frozenset[str]:
        """The record types in use: those that the partnership lists, and `partnership` itself."""
        return frozenset({"partnership", *(used.type for used in self.partnership.types_in_use)})

    def has_unreadable(self, type: str) -> bool:
        """Return whether a record of the type is invalid, so that what is missing may stand in it."""
        return any(broken == type for broken, _ in self.broken)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of one model, by id."""
        return self._records.get(model.record_type(kind), ())  # type: ignore[return-value]

    @cached_property
    def _records(self) -> Mapping[str, tuple[Record, ...]]:
        return {type: tuple(entry.record for entry in entries.values()) for type, entries in self.entries.items()}

    def get(self, kind: type[R], id: str | None) -> R | None:
        """Return the record of that id, or None."""
        entry = self.entries.get(model.record_type(kind), {}).get(id or "")
        return entry.record if entry and isinstance(entry.record, kind) else None

    def of(self, kind: type[R]) -> Iterator[tuple[Entry, R]]:
        """Yield every record of one model with its entry, which gives places."""
        for entry in self.entries.get(model.record_type(kind), {}).values():
            if isinstance(entry.record, kind):
                yield entry, entry.record

    def entry(self, kind: type[Record], id: str | None) -> Entry | None:
        """Return the entry of that id, or None."""
        return self.entries.get(model.record_type(kind), {}).get(id or "")

    def each(self) -> Iterator[Entry]:
        """Yield every entry, by type and id."""
        for entries in self.entries.values():
            yield from entries.values()

    @cached_property
    def by_name(self) -> Mapping[str, Entry]:
        """Every entry by its file's name."""
        return {entry.name: entry for entry in self.each()}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every place that names another record, path parts included (their route is empty)."""
        return tuple(link for entry in self.each() for link in links(self.schemas, entry.type, entry.id, entry.value))

    @cached_property
    def framework(self) -> Framework:
        """The framework in force on `day`, with the shipped lists where it gives none of its own."""
        current = in_force(self.all(Framework), self.day)
        entry = self.entry(Framework, current.id) if current else None
        lists = self.schemas["framework"].defaults if "framework" in self.schemas else {}
        made = model.make("framework", entry.id if entry else "", {}, {**lists, **(entry.value if entry else {})})
        assert isinstance(made, Framework)
        return made

    @cached_property
    def items(self) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        """For each list that `x-item` names (`framework/principles`), its items by id, in order.

        The items are those of every record of the type, or the shipped ones where no record gives the list.
        """
        lists = dict.fromkeys(name for known in self.schemas.values() for name in schema.each(known.items))
        found: dict[str, dict[str, Mapping[str, Any]]] = {name: {} for name in lists}
        for name, items in found.items():
            for item in self._items(*name.split("/")):
                if "id" in item:
                    items.setdefault(item["id"], item)
        return found

    def _items(self, type: str, path: str) -> Iterator[Mapping[str, Any]]:
        """The items at a dotted path: `answer_kinds.answers` are the answers of every kind."""
        head, *rest = path.split(".")
        values = [entry.value for entry in self.entries.get(type, {}).values()]
        found = [item for value in values for item in value.get(head, ())]
        found = found or list(self.schemas[type].defaults.get(head, ()) if type in self.schemas else ())
        for step in rest:
            found = [inner for item in found for inner in item.get(step, ())]
        yield from found

    def at(self, day: date) -> Register:
        """Return what was known at the end of `day`: facts dated later are dropped, plans are kept.

        References to records that were not known yet are dropped too.
        """
        until = day.isoformat()
        values: dict[str, dict[str, Any]] = {}
        for type, entries in self.entries.items():
            known = self.schemas[type]
            then = {id: as_of(known.known, entry.value, until) for id, entry in entries.items()}
            values[type] = {
                id: value for id, value in then.items() if value and (value.get("stages") or not known.staged)
            }
        known_then = {
            type: {id: self._as_known(self.entries[type][id], values) for id in kept} for type, kept in values.items()
        }
        return Register(self.schemas, known_then, self.documents, day=day)

    def _as_known(self, entry: Entry, values: Mapping[str, Mapping[str, Any]]) -> Entry:
        """The entry with the value it had then, without references to what is not among `values`."""
        value = unlinked(self.schemas[entry.type], values[entry.type][entry.id], values)
        if value is entry.value:
            return entry
        parts = self.schemas[entry.type].path.read(entry.id) or {}
        return replace(entry, value=value, record=model.make(entry.type, entry.id, parts, value))

    def locate(self, problem: Problem) -> Problem:
        """Return the problem with line and column at each of its places."""
        related = tuple(self._located(place) for place in problem.related)
        return replace(problem, place=self._located(problem.place), related=related)

    def _located(self, place: Place) -> Place:
        if place.line or place.file not in self.documents:
            return place
        line, column = source.locate(self.documents[place.file], place.route, key=place.key)
        return replace(place, line=line, column=column)
