"""Which fixes are certain, seen with the whole record: none that repeats an id or changes how a number is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from generator import source
from generator.problem import Edit
from generator.routes import Route, node_at
from generator.schema.validation.corrections import to_write, valid
from generator.schema.validation.errors import SchemaFault

Group = tuple[Route, str | int]
"""A list or map, and what must be unique in it: a field of its entries, 0 for whole entries, 1 for names."""


def certain(tree: Mapping[str, Any], value: Any, data: bytes, found: Sequence[SchemaFault]) -> Iterator[SchemaFault]:
    """Yield each fault of `found`, without its fix where that is not certain.

    A fix that makes a text of a number takes the number as it is written in `data`: `2.0` becomes “2.0”, never “2”. A
    fix that would repeat an id, name or entry is dropped.
    """
    read = [_as_written(tree, value, data, case) for case in found]
    groups = [_group(tree, case) for case in read]
    become: dict[Group, Counter[str]] = {}
    for case, group in zip(read, groups, strict=True):
        if group:
            if group not in become:
                become[group] = Counter(_present(value, group))
            become[group][_alike(case.fix[0].new)] += not _stays_alike(value, case.fix[0])
    for case, group in zip(read, groups, strict=True):
        alone = group is None or become[group][_alike(case.fix[0].new)] == 1
        yield case if alone else replace(case, fix=(), write="")


def _as_written(tree: Mapping[str, Any], value: Any, data: bytes, case: SchemaFault) -> SchemaFault:
    """The case with the number's own text, where its fix would make a text of a number."""
    if len(case.fix) != 1 or case.fix[0].key:
        return case
    (fix,) = case.fix
    for step in fix.route:
        value = value[step]
    if isinstance(value, bool) or not isinstance(value, int) or fix.new != str(value):
        return case
    text = _text(data, fix.route)
    if text == fix.new:
        return case
    if text is None or not valid(node_at(tree, fix.route), text):
        return replace(case, fix=(), write="")
    own = (Edit(fix.route, text),)
    return replace(case, words={**case.words, "value": text}, fix=own, write=to_write(own))


def _group(tree: Mapping[str, Any], case: SchemaFault) -> Group | None:
    """The group in which the fix's new value must be unique, if there is one."""
    if len(case.fix) != 1 or not isinstance(case.fix[0].new, str):
        return None
    *above, last = case.fix[0].route
    if case.fix[0].key:
        return tuple(above), 1
    if isinstance(last, int):
        return (tuple(above), 0) if node_at(tree, above).get("uniqueItems") else None
    if above and isinstance(above[-1], int) and [last] in node_at(tree, above[:-1]).get("x-unique", ()):
        return tuple(above[:-1]), last
    return None


def _present(value: Any, group: Group) -> Iterator[str]:
    """The texts that the group has already, in the form in which they are compared."""
    route, name = group
    for step in route:
        value = value[step]
    for one in value:
        found = one.get(name) if isinstance(name, str) and isinstance(one, dict) else one
        if isinstance(found, str):
            yield _alike(found)


def _stays_alike(value: Any, fix: Edit) -> bool:
    """Whether old and new value differ in capitals only; the old one is then counted already."""
    for step in fix.route[:-1] if fix.key else fix.route:
        value = value[step]
    was = fix.route[-1] if fix.key else value
    return isinstance(was, str) and _alike(was) == _alike(fix.new)


def _alike(text: str) -> str:
    return " ".join(text.casefold().split())


def _text(data: bytes, route: Route) -> str | None:
    """A value as it is written; nothing where that is not known."""
    node = source.compose(data) if data else None
    for step in route:
        if isinstance(node, MappingNode):
            node = next((inner for key, inner in node.value if key.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return str(node.value) if isinstance(node, ScalarNode) else None
