"""The parts of a schema that have a keyword, so that only these parts of a record are walked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.routes import Route


@dataclass(frozen=True)
class KeywordTree:
    """Where a schema has a keyword: its value `here` or None, and trees of properties, map values and list items."""

    here: Any = None
    properties: Mapping[str, KeywordTree] = field(default_factory=dict)
    values: KeywordTree | None = None
    items: KeywordTree | None = None


def keyword_tree(tree: Mapping[str, Any], keyword: str) -> KeywordTree | None:
    """Return where the schema `tree` has `keyword`; None where it does not."""
    additional = tree.get("additionalProperties")
    values = keyword_tree(additional, keyword) if isinstance(additional, Mapping) else None
    bare = KeywordTree() if values else None  # so that a field that `properties` names is not looked up in `values`
    below = {name: keyword_tree(node, keyword) or bare for name, node in tree.get("properties", {}).items()}
    properties = {name: branch for name, branch in below.items() if branch}
    items = keyword_tree(tree["items"], keyword) if isinstance(tree.get("items"), Mapping) else None
    here = tree.get(keyword)
    if here is None and not properties and values is None and items is None:
        return None
    return KeywordTree(here, properties, values, items)


def each(branch: KeywordTree | None) -> Iterator[Any]:
    """Yield the keyword's value at each place of the schema that has it."""
    if branch is not None:
        if branch.here is not None:
            yield branch.here
        for below in (*branch.properties.values(), branch.values, branch.items):
            yield from each(below)


def walk(branch: KeywordTree | None, value: Any) -> list[tuple[Route, Any, Any]]:
    """Return the route, the keyword's value and the record's value, for each value with the keyword in its schema."""
    found: list[tuple[Route, Any, Any]] = []
    if branch is not None and value is not None:
        _walk(branch, value, (), found)
    return found


def _walk(branch: KeywordTree, value: Any, route: Route, found: list[tuple[Route, Any, Any]]) -> None:
    if branch.here is not None:
        found.append((route, branch.here, value))
    if isinstance(value, dict):
        for name, below in branch.properties.items():
            inner = value.get(name)
            if inner is not None:
                _walk(below, inner, (*route, name), found)
        if branch.values is not None:
            for name, inner in value.items():
                if name not in branch.properties and inner is not None:
                    _walk(branch.values, inner, (*route, name), found)
    elif isinstance(value, list) and branch.items is not None:
        for position, inner in enumerate(value):
            if inner is not None:
                _walk(branch.items, inner, (*route, position), found)
