"""One place of a record, chosen by chance, for a test to spoil."""

from __future__ import annotations

import copy
from random import Random
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A copy of a record, the group or list in it that holds the place, the place's key, and every such holder."""

    value: Any
    holder: Any
    key: Any
    holders: list[Any]


def somewhere(value: Any, chance: Random) -> Place:
    """Return a place of a copy of the value."""
    value = copy.deepcopy(value)
    holders: list[Any] = [value]
    for holder in holders:
        inner = holder.values() if isinstance(holder, dict) else holder
        holders += [one for one in inner if isinstance(one, dict | list) and one]
    holder = chance.choice(holders)
    key: Any = chance.choice([*holder]) if isinstance(holder, dict) else chance.randrange(len(holder))
    return Place(value, holder, key, holders)


def spoilt(value: Any, chance: Random) -> Any:
    """Return the value with one thing wrong in it, somewhere."""
    value, holder, key, _ = somewhere(value, chance)
    wrong: Any = chance.choice(
        [None, "", "x y", -1, 10**9, 1.5, True, [], {}, ["x"], {"x": 1}, "2026-02-30", "y" * 30_000]
    )
    match chance.randrange(3):
        case 0:
            del holder[key]
        case 1:
            holder[key] = wrong
        case _ if isinstance(holder, dict):
            holder["unknown"] = wrong
        case _:
            holder.append(wrong)
    return value
