"""Edits of a record's text that change only the spans of what is changed: comments, order and quoting stay."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any, Final

from generator import source
from generator.emit import layout
from generator.emit.changes import added, removed, replaced
from generator.emit.scalars import Unwritable, same
from generator.emit.spans import end, spots, start
from generator.problem import Edit, Route

REMOVED: Final = type("Removed", (), {"__repr__": lambda self: "REMOVED"})()
"""The new value of a field or an entry that is to go."""


def edit(data: bytes, edits: Iterable[Edit], tree: Mapping[str, Any] | None = None) -> bytes:
    """Return the record's file with the edits made, one after the other: each route is one of the record before it.

    A route that ends in a new field adds it, where the schema `tree` has it or else at the end; one that ends in a
    list's length appends to it; `REMOVED` takes away the field or entry with the comment on its line. The result is
    read again: it has the edited values, or else nothing is returned. Errors: Unwritable.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    data = data[len(mark) :]
    document = source.read("", data)
    if document.problems:
        raise Unwritable(f"the file can't be read: {document.problems[0].message}")
    value = document.value
    for one in edits:
        for step in _steps(value, one):
            value = _value(value, step)
            data = _written(data, value, step, tree or {})
    return mark + data


def _written(data: bytes, value: Any, one: Edit, tree: Mapping[str, Any]) -> bytes:
    """The text with the edit made and read again; where it can't go over several lines, it stands on one."""
    for on_a_line in (False, True):
        made = _made(data, one, tree, on_a_line)
        written = source.read("", made)
        if not written.problems and same(written.value, value):
            return made
    raise Unwritable(f"“{'.'.join(map(str, one.route))}” can't be changed without harm to what is beside it")


def _steps(value: Any, wanted: Edit) -> Iterator[Edit]:
    """The edit as smaller ones: of a group or list only what differs is written, a missing holder is made."""
    route, new = wanted.route, wanted.new
    if not route:
        raise Unwritable("a record can't be changed as a whole")
    if wanted.key or new is REMOVED:
        yield wanted
        return
    holder: Any = value
    for depth, step in enumerate(route):
        if not _has(holder, step):
            for missing in reversed(route[depth + 1 :]):
                if missing != 0 and isinstance(missing, int):
                    raise Unwritable(f"there is no entry {missing} to change")
                new = [new] if missing == 0 and isinstance(missing, int) else {missing: new}
            yield Edit(route[: depth + 1], new)
            return
        holder = holder[step]
    yield from _differences(route, holder, new)


def _differences(route: Route, old: Any, new: Any) -> Iterator[Edit]:
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        for name in [name for name in old if name not in new]:
            yield Edit((*route, name), REMOVED)
        for name, inner in new.items():
            yield from _differences((*route, name), old[name], inner) if name in old else (Edit((*route, name), inner),)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _entries(route, old, new)
    else:
        yield Edit(route, new)


def _entries(route: Route, old: list[Any], new: list[Any]) -> Iterator[Edit]:
    """Entries changed where they stand, then those at the end added; where one is gone, that alone."""
    if len(new) < len(old):
        matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
        codes = [one for one in matcher.get_opcodes() if one[0] != "equal"]
        if all(one[0] == "delete" for one in codes):
            for _, first, stop, _, _ in reversed(codes):
                for position in reversed(range(first, stop)):
                    yield Edit((*route, position), REMOVED)
            return
        yield Edit(route, new)
        return
    for position, inner in enumerate(new):
        if position < len(old):
            yield from _differences((*route, position), old[position], inner)
        else:
            yield Edit((*route, position), inner)


def _has(holder: Any, step: str | int) -> bool:
    if isinstance(holder, dict):
        return step in holder
    if isinstance(holder, list) and isinstance(step, int):
        if not 0 <= step <= len(holder):
            raise Unwritable(f"there is no entry {step} to change")
        return step < len(holder)
    raise Unwritable(f"“{step}” can't be written where there is neither a group of fields nor a list")


def _value(value: Any, one: Edit) -> Any:
    """The record's values with the edit made."""
    value = deepcopy(value)
    holder = value
    *above, last = one.route
    for step in above:
        holder = holder[step]
    if not _has(holder, last) and (one.key or one.new is REMOVED):
        raise Unwritable(f"there is no “{last}” to change")
    if one.key:
        if not isinstance(holder, dict) or not isinstance(one.new, str) or one.new in holder or not one.new:
            raise Unwritable(f"“{last}” can't be renamed to {one.new!r}")
        renamed = {one.new if name == last else name: inner for name, inner in holder.items()}
        holder.clear()
        holder.update(renamed)
    elif one.new is REMOVED:
        del holder[last]
        if not value:
            raise Unwritable("the last field of a record can't be removed")
    elif isinstance(holder, list) and last == len(holder):
        holder.append(one.new)
    else:
        holder[last] = one.new
    return value


def _made(data: bytes, one: Edit, tree: Mapping[str, Any], on_a_line: bool) -> bytes:
    """The text with the edit made; inserted lines end as the others do."""
    text = data.decode("utf-8")
    root = source.compose(data)
    assert root is not None, "a document that was read has nodes"
    found = list(spots(root, one.route))
    spot, is_new = found[-1], len(found) == len(one.route)
    for step in one.route[: len(found) - 1]:
        tree = layout.below(tree, step)
    if is_new:
        span = added(spot, one.route[-1], one.new, text, tree, on_a_line)
    elif one.key:
        assert spot.key is not None, "a field has a name"
        span = start(spot.key), end(spot.key, text), layout.key(one.new, like=spot.key.style)
    elif one.new is REMOVED:
        span = removed(found[-2], spot, text)
    else:
        span = replaced(spot, one.new, text, tree, on_a_line)
    first, stop, new = span
    ending = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    return (text[:first] + new.replace("\n", ending) + text[stop:]).encode("utf-8")
