"""Every place where two values of one record type differ; entries of lists are matched by identifying fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from generator.routes import below


@dataclass(frozen=True)
class Step:
    """One step of the way to a value: a field, a key of a map, or an entry of a list.

    For a field, `title` is the field's. For a key of a map that is the id of an item, `item` is the list that the item
    is in (an `x-item`). For an entry of a list, `entry` is its value, and `key` is made from the fields that identify
    it (`named` has their schemas); where none does, it is its number, from 1.
    """

    key: str
    title: str = ""
    item: str = ""
    entry: Mapping[str, Any] | None = None
    named: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Change:
    """One value before and after (None where there is none), with its schema `node`.

    `reordered`: the list has the same entries in another order.
    """

    steps: tuple[Step, ...]
    node: Mapping[str, Any]
    before: Any
    after: Any
    reordered: bool = field(default=False)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(step.key for step in self.steps)

    @property
    def route(self) -> str:
        """The route to it as a person writes it: `actions.exits.due`, `milestones.audit-day.actual`, `updates.2`."""
        return ".".join(self.keys)


def changes(tree: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return how `after` differs from `before`, in the order of the schema `tree`, at the innermost places that differ.

    A group, or an entry of a list, that one side lacks is one change.
    """
    return tuple(_changes((), tree, before, after))


def _changes(steps: tuple[Step, ...], node: Mapping[str, Any], before: Any, after: Any) -> Iterator[Change]:
    if before == after and type(before) is type(after):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _fields(steps, node, before, after)
    elif "properties" in node.get("items", {}) and (before or after):
        yield from _entries(steps, node, before or [], after or [])
    else:
        yield Change(steps, node, before, after)


def _fields(
    steps: tuple[Step, ...], node: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Change]:
    properties = node.get("properties", {})
    for name in dict.fromkeys([*properties, *before, *after]):
        own = below(node, name)
        if name in properties:
            step = Step(name, str(own.get("title", name)))
        else:
            step = Step(name, item=str(node.get("propertyNames", {}).get("x-item", "")))
        yield from _changes((*steps, step), own, before.get(name), after.get(name))


def _entries(steps: tuple[Step, ...], node: Mapping[str, Any], before: list[Any], after: list[Any]) -> Iterator[Change]:
    fields = _identifying_fields(node, before, after)
    if not fields:
        yield from _unidentified(steps, node, before, after)
        return
    here, there = ({_key(one, fields): one for one in side} for side in (before, after))
    named = {one: node["items"]["properties"].get(one, {}) for one in fields}
    for key in dict.fromkeys([*there, *here]):
        old, new = here.get(key), there.get(key)
        yield from _changes((*steps, Step(key, entry=new or old, named=named)), node["items"], old, new)
    shared = [key for key in here if key in there]
    again = [key for key in there if key in here]
    if shared != again:
        yield Change(steps, node, shared, again, reordered=True)


def _identifying_fields(node: Mapping[str, Any], *sides: Sequence[Mapping[str, Any]]) -> Sequence[str]:
    """The first fields of `x-unique` that every entry has and no two entries of a list share; empty where none do."""
    for fields in node.get("x-unique", ()):
        keys = [[_key(entry, fields) for entry in side if all(one in entry for one in fields)] for side in sides]
        if all(len({*own}) == len(side) for own, side in zip(keys, sides, strict=True)):
            return list(fields)
    return ()


def _key(entry: Mapping[str, Any], fields: Iterable[str]) -> str:
    return "/".join(str(entry[one]) for one in fields)


def _unidentified(
    steps: tuple[Step, ...], node: Mapping[str, Any], before: list[Any], after: list[Any]
) -> Iterator[Change]:
    """Changes of entries that no field identifies: equal entries of both sides are matched first, and those between
    them are compared in order.
    """
    old, new = ([json.dumps(one, sort_keys=True) for one in side] for side in (before, after))
    if sorted(old) == sorted(new):
        yield Change(steps, node, before, after, reordered=True)
        return
    for how, first, end, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place in range(max(end - first, stop - start)) if how != "equal" else ():
            one = before[first + place] if first + place < end else None
            other = after[start + place] if start + place < stop else None
            number = start + place if other is not None else first + place
            step = Step(str(number + 1), entry=other or one)
            yield from _changes((*steps, step), node["items"], one, other)
