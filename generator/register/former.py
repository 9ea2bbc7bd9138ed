"""The id that a record has now, for one that it had before (its `formerly`)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.register.records import Register

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
    if id in former.get(type, {}):
        return former[type][id]
    now = renamed(register, former, type, id)
    return now if now in register.entries.get(type, {}) else ""


def renamed(register: Register, former: FormerIds, type: str, id: str) -> str:
    """Return an id with each part that names a record by a former id replaced; nothing where no part does."""
    pattern = register.schemas[type].path
    parts = pattern.read(id) or {}
    present = {part: former.get(part, {}).get(said, said) for part, said in parts.items()}
    return pattern.write(present) if present != parts else ""
