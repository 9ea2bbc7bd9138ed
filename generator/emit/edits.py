"""Edits of a record's text that change only the spans of what is changed: comments, order and quoting stay."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any, Final

from yaml.nodes import Node

from generator import source
from generator.emit import layout
from generator.emit.positions import end, spots, start
from generator.emit.replacements import Span, added, removed, replaced
from generator.emit.scalars import Unwritable, same
from generator.problem import Edit
from generator.routes import Route, node_at

REMOVED: Final = type("Removed", (), {"__repr__": lambda self: "REMOVED"})()
"""The new value of a field or an entry that is to go."""


def edit(data: bytes, edits: Iterable[Edit], tree: Mapping[str, Any] | None = None) -> bytes:
    """Return the record's file with the edits made in turn; a route refers to the record after the edits before it.

    A route that ends in a new field adds it, where the schema `tree` has it or else at the end; one that ends in a
    list's length appends to it; `REMOVED` takes away the field or entry with the comment on its line. The result is
    read again. Errors: Unwritable, also where the values read are not the edited ones.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    data = data[len(mark) :]
    document = source.read("", data)
    if document.problems:
        raise Unwritable(f"the file can't be read: {document.problems[0].message}")
    value = document.value
    waiting: list[Edit] = []
    taken: dict[Route, bool] = {}
    for one in edits:
        steps = [*_steps(value, one)] if _free(taken, [one.route]) else None
        if steps is None or not _free(taken, [where for step in steps for where in _touched(value, step)]):
            data, value = _written(data, value, waiting, tree or {})
            waiting, taken = [], {}
            steps = [*_steps(value, one)]
        for step in steps:
            _take(taken, _touched(value, step))
        waiting += steps
    return mark + _written(data, value, waiting, tree or {})[0]


def _written(data: bytes, value: Any, steps: list[Edit], tree: Mapping[str, Any]) -> tuple[bytes, Any]:
    """The text with the steps made, and its values as read again. If they can't be made at once, each half is tried.

    An edit that can't be written over several lines is written on one.
    """
    if not steps:
        return data, value
    alone = len(steps) == 1
    if alone or _are_apart(value, steps):
        try:
            wanted = _value(value, steps)
            for on_a_line in (False, True) if alone else (False,):
                made = _made(data, steps, tree, on_a_line)
                written = source.read("", made)
                if not written.problems and same(written.value, wanted):
                    return made, wanted
        except Unwritable:
            if alone:
                raise
    if alone:
        route = ".".join(map(str, steps[0].route))
        raise Unwritable(f"“{route}” can't be changed without harm to what is beside it")
    half = len(steps) // 2
    data, value = _written(data, value, steps[:half], tree)
    return _written(data, value, steps[half:], tree)


def _are_apart(value: Any, steps: Iterable[Edit]) -> bool:
    """Whether the steps touch different values, so that their order does not matter."""
    taken: dict[Route, bool] = {}
    for one in steps:
        touched = _touched(value, one)
        if not _free(taken, touched):
            return False
        _take(taken, touched)
    return True


def _touched(value: Any, one: Edit) -> list[Route]:
    """The routes that a step touches: a value, a name or, where something is added or removed, everything beside it."""
    *above, _ = one.route
    if one.key:
        return [one.route, (*above, str(one.new))]
    for depth, step in enumerate(one.route):
        known = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        if step not in known:
            return [one.route[:depth]]
        value = value[step]
    return [tuple(above) if one.new is REMOVED else one.route]


def _free(taken: Mapping[Route, bool], routes: Iterable[Route]) -> bool:
    """Whether no route equals, contains or lies in a taken one."""
    return not any(one in taken or any(taken.get(one[:depth]) for depth in range(len(one))) for one in routes)


def _take(taken: dict[Route, bool], routes: Iterable[Route]) -> None:
    """Mark each route as taken (True), and those that hold it as holding a taken one (False)."""
    for one in routes:
        for depth in range(len(one)):
            taken.setdefault(one[:depth], False)
        taken[one] = True


def _steps(value: Any, wanted: Edit) -> Iterator[Edit]:
    """The edit as smaller ones: only what differs in a group or list, and parents that are missing."""
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
    """Entries changed in place and added at the end. Where the list is shorter: the removals, if nothing else differs;
    otherwise the whole list anew.
    """
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


def _value(value: Any, steps: Iterable[Edit]) -> Any:
    """The record's values with the edits made."""
    value = deepcopy(value)
    for one in steps:
        _change(value, one)
    return value


def _change(value: Any, one: Edit) -> None:
    holder = value
    *above, last = one.route
    for step in above:
        if not _has(holder, step):
            raise Unwritable(f"there is no “{step}” to change")
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


def _made(data: bytes, steps: Iterable[Edit], tree: Mapping[str, Any], on_a_line: bool) -> bytes:
    """The text with the edits made; inserted lines end as the others do. Errors: Unwritable where two overlap."""
    text = data.decode("utf-8")
    root = source.compose(data)
    assert root is not None, "a document that was read has nodes"
    ending = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    parts, at = [], 0
    for first, stop, new in sorted(_span(root, one, text, tree, on_a_line) for one in steps):
        if first < at:
            raise Unwritable("two changes can't be made at once")
        parts += [text[at:first], new.replace("\n", ending)]
        at = stop
    return "".join([*parts, text[at:]]).encode("utf-8")


def _span(root: Node, one: Edit, text: str, tree: Mapping[str, Any], on_a_line: bool) -> Span:
    found = list(spots(root, one.route))
    spot, is_new = found[-1], len(found) == len(one.route)
    tree = node_at(tree, one.route[: len(found) - 1])
    if is_new:
        return added(spot, one.route[-1], one.new, text, tree, on_a_line)
    if one.key:
        assert spot.key is not None, "a field has a name"
        return start(spot.key), end(spot.key, text), layout.key(one.new, like=spot.key.style)
    if one.new is REMOVED:
        return removed(found[-2], spot, text)
    return replaced(spot, one.new, text, tree, on_a_line)
