"""A route as a person writes it where an exception names a field: `milestones.audit-day.actual`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.problem import Route


def path(tree: Mapping[str, Any], value: Any, route: Route) -> str:
    """Return the route through a record's value by its schema's tree: an entry of a list by what tells it from others.

    That is the first field of its `x-unique`, or its place in the list, from 1.
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
    """What a step leads to; None where the register is of a day on which it was not known yet."""
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def below(node: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
    """Return the schema of a field, of a map's value or of a list's entry; an empty one where there is none."""
    inner = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
    inner = inner or ({} if isinstance(step, int) else node.get("additionalProperties"))
    return inner if isinstance(inner, Mapping) else {}
