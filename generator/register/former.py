"""The id that a record has now, for one that it had before (its `formerly`); all records under their present ids."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from generator import model
from generator.register.links import Link
from generator.register.records import Entry, Register
from generator.routes import Route
from generator.schema import Schema

FormerIds = Mapping[str, Mapping[str, str]]
"""For each type, former ids with the present ids; a former id that another record has now is left out."""


def former_ids(register: Register) -> FormerIds:
    """Return every former id of the register's records, with the present one, by type."""
    found = {
        type: {old: id for id, entry in entries.items() for old in entry.record.formerly if old not in entries}
        for type, entries in register.entries.items()
    }
    return {type: ids for type, ids in found.items() if ids}


def id_now(register: Register, former: FormerIds, type: str, id: str) -> str:
    """Return the id that the record of a type which was called `id` has now; nothing where no record was called so.

    A record whose path names another is renamed with it: `constabulary/2025-q3` is `moor-police/2025-q3` now.
    """
    now = former.get(type, {}).get(id) or _present(register, former, type, id)
    return now if now != id and now in register.entries.get(type, {}) else ""


def renamed(register: Register, former: FormerIds, type: str, id: str) -> str:
    """Return an id with each part that names a record by a former id replaced; nothing where no part does."""
    pattern = register.schemas[type].path
    parts = pattern.read(id) or {}
    present = {part: former.get(part, {}).get(said, said) for part, said in parts.items()}
    return pattern.write(present) if present != parts else ""


def rewritten(link: Link, id: str) -> str:
    """Return a reference with another id: `audit/2026-falls#exits` → `audit/2026-stairs#exits`."""
    start, sign, item = link.written.partition("#")
    return f"{start.removesuffix(link.target[1])}{id}{sign}{item}"


def under_present_ids(register: Register, former: FormerIds) -> Register:
    """Return the register with each record under its present id and named by it, whatever files and fields still say.

    A record whose present id another one has keeps its own. Entries keep the names of their files. Where no
    record has or names a former id, the register itself is returned.
    """
    if not former:
        return register
    ids = {type: _placed(register, former, type) for type in register.entries}
    known = {type: {*placed.values()} for type, placed in ids.items()}
    fields: dict[str, dict[Route, str]] = {}
    for link in register.links:
        type, id, _ = link.target
        if type and link.route and id not in known[type]:
            now = _present(register, former, type, id)
            if now in known[type]:
                fields.setdefault(register.entries[link.type][link.id].name, {})[link.route] = rewritten(link, now)
    if not fields and all(id == now for placed in ids.values() for id, now in placed.items()):
        return register
    entries = {}
    for type, placed in ids.items():
        made = [
            _entry(register.schemas[type], entry, placed[id], fields.get(entry.name, {}))
            for id, entry in register.entries[type].items()
        ]
        entries[type] = {one.id: one for one in sorted(made, key=lambda one: one.id)}
    broken = {(type, _present(register, former, type, id) if type in ids else id) for type, id in register.broken}
    return replace(register, entries=entries, broken=frozenset(broken))


def _placed(register: Register, former: FormerIds, type: str) -> dict[str, str]:
    """The ids of a type's records, each with the present one; with itself where another record has that."""
    found, taken = {}, {*register.entries[type]}
    for id in register.entries[type]:
        now = _present(register, former, type, id)
        found[id] = id if now in taken else now
        taken.add(found[id])
    return found


def _present(register: Register, former: FormerIds, type: str, id: str) -> str:
    """The id with every former id in it replaced, its own and those of the records that it names."""
    own = former.get(type, {})
    now = own.get(id, id)
    now = renamed(register, former, type, now) or now
    return own.get(now, now)


def _entry(expected: Schema, entry: Entry, id: str, fields: Mapping[Route, str]) -> Entry:
    """The entry under an id, with other references in some of its fields."""
    if id == entry.id and not fields:
        return entry
    value: Any = deepcopy(entry.value)
    for route, written in fields.items():
        holder = value
        for step in route[:-1]:
            holder = holder[step]
        holder[route[-1]] = written
    return replace(entry, id=id, value=value, record=model.make(entry.type, id, expected.path.read(id) or {}, value))
