"""Every field of a record type, flattened: its route, what it is, what it may hold, and who may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.schema.load import Schema

AUDIENCES = ("working", "partnership", "public")
"""The editions, from the narrowest to the widest; a field without one is for the working edition only."""


@dataclass(frozen=True)
class Field:
    """One field. `audience` is the narrowest of its `own` and those of the fields that hold it."""

    route: str
    title: str
    description: str
    required: bool
    audience: str
    own: str
    allowed: tuple[str, ...]
    """The values it may have; empty where it is free."""
    form: str
    """What is written there, in a few words: `text`, `date`, `list of references to audit`."""
    counts: str = ""
    known: str = ""
    rules: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether a field that holds it restricts it to a narrower audience than its own."""
        return self.own != self.audience


def fields(expected: Schema) -> tuple[Field, ...]:
    """Return a type's fields in the order of its schema, inner ones after what holds them: `findings.statement`."""
    return tuple(_fields(expected.tree, "", len(AUDIENCES) - 1, audience(expected.tree)))


def audience(node: Mapping[str, Any]) -> str:
    """Return the widest edition that a type or field opens itself to."""
    return str(node.get("x-edition", AUDIENCES[0]))


def _fields(node: Mapping[str, Any], route: str, width: int, holder: str) -> Iterator[Field]:
    """The fields below a node; `width` is the place in `AUDIENCES` of the widest edition that sees what holds them."""
    width = min(width, AUDIENCES.index(holder))
    for name, below in node.get("properties", {}).items():
        here = f"{route}.{name}" if route else name
        own = audience(below)
        seen = AUDIENCES[min(width, AUDIENCES.index(own))]
        inner = _inner(below)
        yield Field(
            here,
            str(below.get("title", name)),
            str(below.get("description", "")),
            name in node.get("required", ()),
            seen,
            own,
            tuple(str(value) for value in inner.get("enum", ())),
            _form(below),
            str(inner.get("x-counts", "")),
            str(below.get("x-known", "")),
            tuple(dict.fromkeys(one for one in (below.get("x-rule"), inner.get("x-rule")) if one)),
        )
        yield from _fields(inner, here, width, seen)


def _inner(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a list or map holds, however deep; the node itself where it is neither."""
    below = node.get("items", node.get("additionalProperties"))
    return _inner(below) if isinstance(below, Mapping) else node


def _form(node: Mapping[str, Any]) -> str:
    if isinstance(node.get("items"), Mapping):
        return f"list of {_many(_form(node['items']))}"
    if isinstance(node.get("additionalProperties"), Mapping):
        return f"by name, {_form(node['additionalProperties'])}"
    if "x-record" in node:
        kinds = [node["x-record"]] if isinstance(node["x-record"], str) else node["x-record"]
        whole = dict.fromkeys(kind.removesuffix("#") for kind in kinds)
        return f"reference to {f'any of {len(whole)} types' if len(whole) > 4 else ' or '.join(whole)}"
    if "x-item" in node:
        holder, _, items = str(node["x-item"]).partition("/")
        return f"one of the {holder}’s {'types of information' if items == 'information' else items.replace('_', ' ')}"
    if "enum" in node:
        return "one of the words listed"
    if node.get("format") == "date":
        return "date"
    kind = node.get("type", "string")
    return " or ".join(_kind(str(one), node) for one in (kind if isinstance(kind, list) else [kind]))


_KINDS = {"boolean": "true or false", "object": "group of fields", "null": "nothing", "number": "number"}
_PERIODS = {"-q[1-4]$": "quarter, such as 2026-27-q3", ")?(-q[1-4])?$": "quarter or year", "-[0-9]{2})?$": "year"}
_LINE = 300


def _kind(kind: str, node: Mapping[str, Any]) -> str:
    """A plain value with the bounds of a number, or the length of a text."""
    if kind == "string":
        found = (words for end, words in _PERIODS.items() if str(node.get("pattern", "")).endswith(end))
        longest = node.get("maxLength", 0)
        text = (
            f"paragraphs of up to {longest:,} characters" if longest > _LINE else f"line of up to {longest} characters"
        )
        return next(found, text if longest else "text")
    if kind == "integer":
        bounds = f", {node['minimum']} or more" if "minimum" in node else ""
        narrow = node.get("maximum", 100) < 100
        return "whole number" + (f" from {node.get('minimum', 0)} to {node['maximum']}" if narrow else bounds)
    return _KINDS.get(kind, kind)


_MANY = {
    "group of": "groups of",
    "reference to": "references to",
    "date": "dates",
    "line of": "lines of",
    "one of ": "",
}


def _many(form: str) -> str:
    """The form of several: `line of up to 300 characters` → `lines of up to 300 characters`."""
    for one, many in _MANY.items():
        if form.startswith(one):
            return form.replace(one, many, 1)
    return form
