"""Faults of a name that leads nowhere: of a record, of an item in one, of an item of the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from generator.register import target
from mutants.text import File, Mutant, Spot, misspelt


def record_that_is_not_there(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: isinstance(one.node.get("x-record"), str) and "#" not in str(one.value))
    return _wrong(file, spot, chance, "")


def typed_record_that_is_not_there(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: isinstance(one.node.get("x-record"), list) and "#" not in str(one.value))
    return _wrong(file, spot, chance, "/")


def item_that_its_record_does_not_have(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "x-record" in one.node and "#" in str(one.value))
    return _wrong(file, spot, chance, "#")


def record_of_a_type_that_may_not_stand_there(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: isinstance(one.node.get("x-record"), list) and "#" not in str(one.value))
    if not spot:
        return None
    kinds = {kind.removesuffix("#") for kind in spot.node["x-record"]}
    others = [entry for entry in file.register.each() if entry.type not in kinds]
    entry = chance.choice(others)
    return file.put(spot, f"{entry.type}/{entry.id}")


def type_left_out_of_a_reference(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: isinstance(one.node.get("x-record"), list) and "/" in str(one.value))
    return file.put(spot, spot.value.partition("/")[2]) if spot else None


def title_where_an_id_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: isinstance(one.node.get("x-record"), str) and "#" not in str(one.value))
    entry = file.register.entries[spot.node["x-record"]].get(str(spot.value)) if spot else None
    title = str(entry.value.get("title", "")) if entry else ""
    return file.put(spot, f'"{title}"') if spot and title and '"' not in title else None


def item_of_no_list(file: File, chance: Random) -> Mutant | None:
    """A principle, a source, a milestone: an id of an item that no record of the type has."""
    spot = file.pick(chance, lambda one: "x-item" in one.node)
    wrong = misspelt(str(spot.value), chance) if spot else ""
    return file.put(spot, wrong) if spot and wrong not in file.register.items[spot.node["x-item"]] else None


def item_that_this_record_does_not_have(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "x-here" in one.node)
    wrong = misspelt(str(spot.value), chance) if spot else ""
    return file.put(spot, wrong) if spot and wrong not in {*_ids(file.spots[0].value)} else None


def _wrong(file: File, spot: Spot | None, chance: Random, after: str) -> Mutant | None:
    """Another reference by one letter, or digit of a date, that no record has."""
    if spot is None:
        return None
    start, mark, id = spot.value.rpartition(after) if after == "#" else spot.value.partition(after or "\0")
    head, id = (start + mark, id) if after else ("", spot.value)
    wrong = head + misspelt(id, chance)
    type, other, item = target(spot.node["x-record"], wrong)
    exists = other in file.register.entries.get(type, {})
    return None if wrong == spot.value or (exists and not item) else file.put(spot, wrong)


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["id"]] if "id" in value else []
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _ids(inner)
