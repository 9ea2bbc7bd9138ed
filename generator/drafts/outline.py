"""A record's required fields, those that are known filled in and the others open, as commented YAML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import emit
from generator.register import Register
from generator.schema import Schema

OPEN = None
"""The value of a place that is still to be filled in: None, which no schema accepts."""
_WIDTH = 100
_MOST_LISTED = 12
"""The most entries of a list that a comment names as possible values."""
_NEVER = {"formerly", "exceptions", "recorded"}
"""Fields that a new record does not need."""


class NotOwed(Exception):
    """Nobody asks for the record that is to be begun; the message says why."""


@dataclass(frozen=True)
class Commented:
    """A value, or `OPEN`, with a remark at the end of its line."""

    value: Any
    comment: str


def outline(node: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that an object of a schema must have, and those that are known, in the schema's order."""
    made: dict[str, Any] = {}
    for name, below in node.get("properties", {}).items():
        if name in known:
            made[name] = known[name]
        elif name in node.get("required", ()):
            made[name] = _open(below)
    return made


def _open(node: Mapping[str, Any]) -> Any:
    """An open place as its schema asks: a group with its own required fields, a list with one entry, or one value."""
    if "properties" in node and node.get("required"):
        return outline(node, {})
    if "items" in node:
        return [_open(node["items"])]
    return OPEN


def write(register: Register, expected: Schema, fields: Mapping[str, Any]) -> str:
    """Return the text of a draft: the type and its file first, then each field below a comment on it."""
    title = expected.title
    lines = [
        *_comment(f"{title}. {expected.tree['description']}"),
        "# Fill in every open place; `qa check` names them.",
    ]
    for name, value in fields.items():
        below = expected.tree["properties"][name]
        inner = {} if value is OPEN else below  # its choices stand above it
        lines += ["", *_comment(_explanation(register, below)), *_field(register, inner, name, value, 0)]
    lines += ["", *_optional(register, expected.tree, fields)]
    return "\n".join(lines).rstrip() + "\n"


def _optional(register: Register, tree: Mapping[str, Any], fields: Mapping[str, Any]) -> Iterator[str]:
    """The fields that may be added, as comments."""
    more = {name: below for name, below in tree["properties"].items() if name not in fields and name not in _NEVER}
    if more:
        yield "# You may add:"
    for name, below in more.items():
        yield from _comment(f"{name}: {_explanation(register, below)}", "#   ")


def _explanation(register: Register, node: Mapping[str, Any]) -> str:
    """What belongs in a field, how it is written where a shared definition says so, and its possible values."""
    said = [str(node[key]) for key in ("description", "x-form") if node.get(key)]
    if choices := _choices(register, node):
        said.append(f"One of {choices}.")
    return " ".join(dict.fromkeys(said)) or str(node.get("title", ""))


def _choices(register: Register, node: Mapping[str, Any]) -> str:
    """The values that a field may have, where they are few; empty otherwise."""
    listed = node.get("enum") or register.items.get(str(node.get("x-item")), {})
    return ", ".join(map(str, listed)) if len(listed) <= _MOST_LISTED else ""


def _comment(text: str, start: str = "# ") -> list[str]:
    return [start + line for line in textwrap.wrap(text, _WIDTH - len(start), break_on_hyphens=False)]


def _field(register: Register, node: Mapping[str, Any], name: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of a field; a list or a group begins below its name. An open place in a group names its choices."""
    pad, comment = " " * indent, ""
    if isinstance(value, Commented):
        value, comment = value.value, f"  # {value.comment}"
    if isinstance(value, Mapping):
        yield f"{pad}{name}:{comment}"
        yield from _fields(register, node, value, indent + 2)
    elif isinstance(value, list) and any(isinstance(one, Mapping) or one is OPEN for one in value):
        yield f"{pad}{name}:{comment}"
        for one in value:
            yield from _entry(register, node.get("items", {}), one, indent + 2)
    elif value is OPEN:
        choices = _choices(register, node)
        yield f"{pad}{name}:{comment or (choices and f'  # {choices}')}"
    else:
        yield f"{pad}{emit.line(name, value)}{comment}"


def _fields(register: Register, node: Mapping[str, Any], value: Mapping[str, Any], indent: int) -> Iterator[str]:
    """The lines of a group's fields."""
    properties = node.get("properties", {})
    for name, below in value.items():
        yield from _field(register, properties.get(name, {}), name, below, indent)


def _entry(register: Register, node: Mapping[str, Any], value: Any, indent: int) -> Iterator[str]:
    """An entry of a list: its first field is on the line of the hyphen."""
    pad = " " * indent
    if not isinstance(value, Mapping):
        yield f"{pad}-" if value is OPEN else f"{pad}- {emit.line('x', value).removeprefix('x: ')}"
        return
    lines = list(_fields(register, node, value, 0))
    yield f"{pad}- {lines[0]}"
    yield from (f"{pad}  {line}" for line in lines[1:])
