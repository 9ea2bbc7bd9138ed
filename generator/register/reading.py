"""Documents gathered into a register; what can't be a record is among its faults."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator import model, schema, source
from generator.problem import Place, Problem
from generator.register.records import Entry, Register
from generator.schema import Schema
from generator.wording import with_article


def read(root: Path, schemas: Mapping[str, Schema]) -> Register:
    """Read every record below `root/records`."""
    collecting = gc.isenabled()
    gc.disable()  # Records hold no cycles, and garbage collection takes as long as reading them.
    try:
        return gather(source.documents(root), schemas)
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def gather(documents: Iterable[source.Document], schemas: Mapping[str, Schema]) -> Register:
    """Return documents, wherever they came from, as a register; what can't be a record is among its faults."""
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
    """Records that are referred to but lie in a misnamed file, so that the references are not reported too."""
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
        kind = with_article(others[0].title)
        return [fault(f"this is {kind} in the folder of another type", f"Move it to records/{others[0].type}/.")]
    if parts is None:
        remedy = f"Name it after the pattern records/{type}/{expected.path.text}.yaml."
        found.append(fault(f"“{id}” is not how {with_article(expected.title)} is named", remedy))
    return found
