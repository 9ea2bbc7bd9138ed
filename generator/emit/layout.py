"""Groups and lists as the shipped records lay them out: in the schema's order, short lists on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import source
from generator.emit.scalars import WIDTH, Unwritable, block, same, scalar
from generator.routes import below

STEP = 2
NAME = 42
"""Characters: the longest text that is taken for a name."""


def dump(value: Mapping[str, Any], tree: Mapping[str, Any]) -> str:
    """Return a new record's file: the fields of `value` in the order of the schema `tree`. Errors: Unwritable."""
    text = "\n".join(fields(value, 0, tree)) + "\n"
    document = source.read("", text.encode("utf-8", "surrogatepass"))
    if document.problems or not same(document.value, dict(value)):
        raise Unwritable("the values can't be written as a record")
    return text


def line(name: str, value: Any) -> str:
    """Return a field on one line, as a remedy shows it: `due: 2026-06-30`."""
    return f"{key(name)}: {on_a_line(value)}"


def fields(value: Mapping[str, Any], indent: int, tree: Mapping[str, Any]) -> Iterator[str]:
    """Yield each field as lines indented by `indent`, in the order of the schema."""
    pad = " " * indent
    for name in ordered(value, tree):
        written = key(name)
        yield f"{pad}{written}:{after(value[name], indent, indent + len(written) + 2, below(tree, name))}"


def ordered(names: Iterable[str], tree: Mapping[str, Any]) -> list[str]:
    """Return the names in the order of the schema, those that it does not know last."""
    place = {name: number for number, name in enumerate(tree.get("properties", {}))}
    return sorted(names, key=lambda name: place.get(name, len(place)))


def after(value: Any, indent: int, column: int, tree: Mapping[str, Any]) -> str:
    """Return a value as it follows a field's colon or an entry's hyphen; the field or hyphen is at column `indent`.

    `column`: where a value on the same line begins.
    """
    if isinstance(value, str):
        return " " + block(value, indent + STEP, column, day=may_be_day(tree))
    if not isinstance(value, dict | list):
        return " " + scalar(value)
    if not value or _is_short(value, column, tree):
        return " " + on_a_line(value, tree)
    pad = "\n" + " " * (indent + STEP)
    if isinstance(value, dict):
        return "".join("\n" + one for one in fields(value, indent + STEP, tree))
    return "".join(pad + "-" + entry(one, indent + STEP, below(tree, 0)) for one in value)


def entry(value: Any, indent: int, tree: Mapping[str, Any]) -> str:
    """Return what follows the hyphen, at `indent`, of an entry of a list."""
    if isinstance(value, dict) and value:
        return " " + "\n".join(fields(value, indent + STEP, tree)).lstrip(" ")
    return after(value, indent, indent + STEP, tree)


def on_a_line(value: Any, tree: Mapping[str, Any] | None = None) -> str:
    """Return any value on one line: lists and groups between brackets."""
    tree = tree or {}
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name)}: {_inside(value[name], below(tree, name))}" for name in value) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inside(one, below(tree, 0)) for one in value) + "]"
    return scalar(value, day=may_be_day(tree))


def key(name: str, like: str | None = None) -> str:
    """Return a field's name as it stands before its colon, between brackets too."""
    return scalar(name, flow=True, like=like, day=False)


def may_be_day(tree: Mapping[str, Any]) -> bool:
    """Return whether a date may stand without quotation marks: where the schema asks for a date, or is unknown."""
    return not tree or tree.get("format") == "date"


def _inside(value: Any, tree: Mapping[str, Any]) -> str:
    if isinstance(value, dict | list):
        return on_a_line(value, tree)
    return scalar(value, flow=True, day=may_be_day(tree))


def _is_short(value: dict[str, Any] | list[Any], column: int, tree: Mapping[str, Any]) -> bool:
    """Whether it fits between brackets on one line: a list of names, or the figures of a map."""
    if isinstance(value, list):
        if not all(isinstance(one, str | int | float) and _is_name(str(one)) for one in value):
            return False
    elif not all(isinstance(one, int | float) for one in value.values()):
        return False
    return column + len(on_a_line(value, tree)) <= WIDTH


def _is_name(text: str) -> bool:
    """Whether a text is a name rather than a sentence, which stands on a line of its own."""
    return len(text) <= NAME and "\n" not in text and text[-1:] not in (".", "?", "!")
