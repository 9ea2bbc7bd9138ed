"""References from one record to another: where they stand, what they name, and a value without some of them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from generator import schema
from generator.routes import Route
from generator.schema import Schema


@dataclass(frozen=True)
class Link:
    """A place in a record that names another: `target` is type, id and, for an inner item, its id."""

    type: str
    id: str
    route: Route
    target: tuple[str, str, str]
    written: str


def links(schemas: Mapping[str, Schema], type: str, id: str, value: Mapping[str, Any]) -> Iterator[Link]:
    """Yield every place of one record that names another: values, and parts of its path (with an empty route)."""
    expected = schemas[type]
    for part, named in (expected.path.read(id) or {}).items():
        if part in schemas:
            yield Link(type, id, (), (part, named, ""), named)
    for route, kinds, written in schema.walk(expected.references, value):
        if isinstance(written, str):
            yield Link(type, id, route, target(kinds, written), written)


def target(kinds: str | Sequence[str], written: str) -> tuple[str, str, str]:
    """Return the type, id and inner item of a reference; an empty type where `kinds`, an `x-record`, don't allow it."""
    whole, _, item = written.partition("#")
    if isinstance(kinds, str):
        kinds = [kinds]
        type, id = kinds[0].removesuffix("#"), whole
    else:
        type, _, id = whole.partition("/")
    fits = (f"{type}#" if item else type) in kinds
    return (type if fits else "", id, item)


def unlinked(expected: Schema, value: Any, visible: Mapping[str, Container[str]]) -> Any:
    """Return `value` without its references to records that are not `visible`: an id would disclose that its record
    exists.
    """
    hidden = []
    for route, kinds, written in schema.walk(expected.references, value):
        type, id, _ = target(kinds, written) if isinstance(written, str) else ("", "", "")
        if id not in visible.get(type, ()):
            hidden.append(route)
    if hidden:
        value = deepcopy(value)
    for route in reversed(hidden):
        holder = value
        for step in route[:-1]:
            holder = holder[step]
        del holder[route[-1]]
    return value
