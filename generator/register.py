"""All records, linked; and with `at(date)`, what was known then."""

from __future__ import annotations

import gc
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from generator import model, schema, source
from generator.model.partnership import Partnership
from generator.model.record import Record
from generator.problem import Place, Problem, Route
from generator.schema import Schema

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Link:
    """A place in a record that names another: `target` is type, id and, for an inner item, its id."""

    type: str
    id: str
    route: Route
    target: tuple[str, str, str]
    written: str


@dataclass(frozen=True)
class Entry:
    """One valid record: its file, its plain values and its model."""

    type: str
    id: str
    name: str
    value: Mapping[str, Any]
    record: Record

    def place(self, *route: str | int, note: str = "") -> Place:
        """The place of one value of this record."""
        return Place(self.name, route=route, note=note)


@dataclass(frozen=True, eq=False)
class Register:
    """Every valid record by type and id, and the faults of those that are not valid (places located)."""

    schemas: Mapping[str, Schema]
    entries: Mapping[str, Mapping[str, Entry]]
    documents: Mapping[str, bytes]
    faults: tuple[Problem, ...] = ()
    broken: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @cached_property
    def partnership(self) -> Partnership:
        """The partnership whose records these are; a nameless one where its record is missing or faulty."""
        return next(iter(self.all(Partnership)), Partnership(id=""))

    @cached_property
    def types(self) -> frozenset[str]:
        """The record types in use: those the partnership lists, and its own."""
        return frozenset({"partnership", *(used.type for used in self.partnership.types_in_use)})

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one model, by id."""
        return self._records.get(model.record_type(kind), ())  # type: ignore[return-value]

    @cached_property
    def _records(self) -> Mapping[str, tuple[Record, ...]]:
        return {type: tuple(entry.record for entry in entries.values()) for type, entries in self.entries.items()}

    def get(self, kind: type[R], id: str | None) -> R | None:
        """The record of that id, or None."""
        entry = self.entries.get(model.record_type(kind), {}).get(id or "")
        return entry.record if entry and isinstance(entry.record, kind) else None

    def of(self, kind: type[R]) -> Iterator[tuple[Entry, R]]:
        """Every record of one model with its entry, for those who need its place."""
        for entry in self.entries.get(model.record_type(kind), {}).values():
            if isinstance(entry.record, kind):
                yield entry, entry.record

    def entry(self, kind: type[Record], id: str | None) -> Entry | None:
        """The entry of that id, or None."""
        return self.entries.get(model.record_type(kind), {}).get(id or "")

    def each(self) -> Iterator[Entry]:
        """Every entry, by type and id."""
        for entries in self.entries.values():
            yield from entries.values()

    @cached_property
    def by_name(self) -> Mapping[str, Entry]:
        """Every entry by its file's name."""
        return {entry.name: entry for entry in self.each()}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every place that names another record, path parts included (their route is empty)."""
        return tuple(link for entry in self.each() for link in _links(self.schemas, entry))

    @cached_property
    def items(self) -> Mapping[str, frozenset[str]]:
        """For each list that `x-item` names (`framework/principles`), the ids in it."""
        lists = {name for entry_schema in self.schemas.values() for name in schema.each(entry_schema.items)}
        return {name: frozenset(self._item_ids(*name.split("/"))) for name in lists}

    def _item_ids(self, type: str, list: str) -> Iterator[str]:
        for entry in self.entries.get(type, {}).values():
            yield from (item["id"] for item in entry.value.get(list, ()) if "id" in item)

    def at(self, day: date) -> Register:
        """Return what was known at the end of `day`: facts dated later are dropped, plans are kept.

        So is every reference to a record that was not known yet.
        """
        until = day.isoformat()
        values: dict[str, dict[str, Any]] = {}
        for type, entries in self.entries.items():
            known = self.schemas[type]
            then = {id: schema.known(known.known, entry.value, until) for id, entry in entries.items()}
            values[type] = {
                id: value for id, value in then.items() if value and (value.get("stages") or not known.staged)
            }
        return Register(
            self.schemas,
            {type: {id: self._then(self.entries[type][id], values) for id in kept} for type, kept in values.items()},
            self.documents,
        )

    def _then(self, entry: Entry, values: Mapping[str, Mapping[str, Any]]) -> Entry:
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


def read(root: Path, schemas: Mapping[str, Schema]) -> Register:
    """Read every record below `root/records`."""
    collecting = gc.isenabled()
    gc.disable()  # Records hold no cycles: to look for some among all that was read costs as much as reading it.
    try:
        return gather(source.documents(root), schemas)
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def gather(documents: Iterable[source.Document], schemas: Mapping[str, Schema]) -> Register:
    """Link documents, wherever they came from; what can't be a record is among the register's faults."""
    entries: dict[str, dict[str, Entry]] = {type: {} for type in schemas}
    data: dict[str, bytes] = {}
    faults: list[Problem] = []
    broken: set[tuple[str, str]] = set()
    misnamed: list[tuple[set[str], str]] = []
    for document in documents:
        data[document.name] = document.data
        type, id = _identity(document.name)
        parts = schemas[type].path.read(id) if type in schemas else None
        found = [*document.problems] or _faults(document, type, id, parts, schemas)
        if found:
            faults += found
            broken.add((type, id))
            if any(one.rule == "file" for one in found):
                misnamed.append((_types(type, document.value, schemas), _plain(document.name)))
            continue
        record = model.make(type, id, parts or {}, document.value)
        entries[type][id] = Entry(type, id, document.name, document.value, record)
    register = Register(schemas, entries, data)
    broken |= {(type, name) for types, name in misnamed for type in types} | {*_meant(register, misnamed)}
    return replace(register, faults=tuple(register.locate(one) for one in faults), broken=frozenset(broken))


def _identity(name: str) -> tuple[str, str]:
    type, _, rest = name.partition("/")[2].partition("/")
    return type, rest.removesuffix(".yaml")


def _types(type: str, value: Any, schemas: Mapping[str, Schema]) -> set[str]:
    """The types that a misnamed file may be a record of: its folder's, and any that it is valid for."""
    return {one for one in schemas if one == type or schemas[one].validator.is_valid(value)}


def _plain(name: str) -> str:
    """The words of an id or of a file's name, without its ending: `records/group/QAP (1).yml` → `group-qap-1`."""
    return "-".join(re.findall("[a-z0-9]+", name.removeprefix("records/").casefold().partition(".")[0]))


def _meant(register: Register, misnamed: Sequence[tuple[set[str], str]]) -> Iterator[tuple[str, str]]:
    """The records that others name and that lie in a misnamed file: who names them is not told so a second time."""
    for type, id, _ in {link.target for link in register.links} if misnamed else ():
        missing = type and id not in register.entries[type]
        if missing and any(type in types and f"-{_plain(id)}-" in f"-{name}-" for types, name in misnamed):
            yield type, id


def _faults(
    document: source.Document, type: str, id: str, parts: Mapping[str, str] | None, schemas: Mapping[str, Schema]
) -> list[Problem]:
    place = Place(document.name)

    def fault(message: str, remedy: str) -> Problem:
        return Problem(place, "file", "E", message, remedy)

    if not id:
        remedy = "Move it into the folder of its record type; `qa types` lists them."
        return [fault("the file lies in no record type's folder", remedy)]
    if type not in schemas:
        near = schema.nearest(type, schemas)
        return [
            fault(f"“{type}” is not a record type{near}", "Move the file; `qa types` lists the folders of records.")
        ]
    expected = schemas[type]
    found = schema.problems(expected, document.name, document.value, document.data)
    others = [other for other in schemas.values() if found and other.validator.is_valid(document.value)]
    if len(others) == 1:
        kind = schema.named(others[0].title)
        return [fault(f"this is {kind} in the folder of another type", f"Move it to records/{others[0].type}/.")]
    if parts is None:
        remedy = f"Name it after the pattern records/{type}/{expected.path.text}.yaml."
        found.append(fault(f"“{id}” is not how {schema.named(expected.title)} is named", remedy))
    return found


def _links(schemas: Mapping[str, Schema], entry: Entry) -> Iterator[Link]:
    expected = schemas[entry.type]
    for part, value in (expected.path.read(entry.id) or {}).items():
        if part in schemas:
            yield Link(entry.type, entry.id, (), (part, value, ""), value)
    for route, kinds, written in schema.walk(expected.references, entry.value):
        if isinstance(written, str):
            yield Link(entry.type, entry.id, route, target(kinds, written), written)


def target(kinds: str | Sequence[str], written: str) -> tuple[str, str, str]:
    """Read a reference by its `x-record`: return type, id and inner item; the type is empty where it is not allowed."""
    whole, _, item = written.partition("#")
    if isinstance(kinds, str):
        kinds = [kinds]
        type, id = kinds[0].removesuffix("#"), whole
    else:
        type, _, id = whole.partition("/")
    fits = (f"{type}#" if item else type) in kinds
    return (type if fits else "", id, item)


def unlinked(expected: Schema, value: Any, visible: Mapping[str, Container[str]]) -> Any:
    """Return `value` without its references to records that are not `visible`: an id tells that they exist."""
    hidden = []
    for route, kinds, written in schema.walk(expected.references, value):
        type, id, _ = target(kinds, written) if isinstance(written, str) else ("", "", "")
        if id not in visible.get(type, ()):
            hidden.append(route)
    if hidden:
        value = deepcopy(value)
    for route in reversed(hidden):
        holder = value
        for step in route[:-1]:
            holder = holder[step]
        del holder[route[-1]]
    return value
