"""Routes: the way from the top of a record to one value, what the schema says there, and how a person writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Route = tuple[str | int, ...]
"""Keys and list positions, from the top of a record down to one value."""


def below(node: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
    """Return the schema of a field, of a map's value or of a list's entry; an empty one where there is none.

    `additionalProperties` is the schema of the fields that `properties` does not name, and of no other.
    """
    if isinstance(step, int):
        inner = node.get("items")
    else:
        inner = node.get("properties", {}).get(step, node.get("additionalProperties"))
    return inner if isinstance(inner, Mapping) else {}


def node_at(tree: Mapping[str, Any], route: Sequence[str | int]) -> Mapping[str, Any]:
    """Return what the schema `tree` says of the value at a route; an empty schema where it says nothing."""
    for step in route:
        tree = below(tree, step)
    return tree


def field_path(tree: Mapping[str, Any], value: Any, route: Route) -> str:
    """Return the route as an exception names a field: `milestones.audit-day.actual`.

    `value` is the record's. An entry of a list is named by the first field of its `x-unique`, or its place, from 1.
    """
    return ".".join(_steps(tree, value, route))


def _steps(node: Mapping[str, Any], value: Any, route: Route) -> Iterator[str]:
    for step in route:
        value = _inner(value, step)
        if isinstance(step, int):
            key = node.get("x-unique", [[""]])[0][0]
            yield str(value[key]) if isinstance(value, Mapping) and key in value else str(step + 1)
        else:
            yield step
        node = below(node, step)


def _inner(value: Any, step: str | int) -> Any:
    """The value one step down; None where it is missing, because it was not known on the register's day."""
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None
