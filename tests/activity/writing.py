"""Plain values as YAML in a person's hand: keys in the schema's order, long text folded, short lists on one line."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.schema import Schema

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z0-9(£%][^\n]*")
_NOT_PLAIN = re.compile(r": |:$| #|\s$")
_LIKE_A_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(\.[0-9]*)?([eE][-+]?[0-9]+)?")
_CONSTANTS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def write(folder: Path, schema: Schema, id: str, value: Mapping[str, Any]) -> Path:
    """Write one record below `folder`, whatever was there before; return its file."""
    path = folder / schema.type / f"{id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(ordered(value, schema.tree)), encoding="utf-8")
    return path


def ordered(value: Any, branch: Mapping[str, Any]) -> Any:
    """Return `value` with every mapping's keys in the order of its schema."""
    if isinstance(value, list):
        return [ordered(item, branch.get("items", {})) for item in value]
    if not isinstance(value, dict):
        return value
    names = list(branch.get("properties", {}))
    keys = sorted(value, key=lambda key: names.index(key) if key in names else len(names))
    return {key: ordered(value[key], _below(branch, key)) for key in keys}


def _below(branch: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    other = branch.get("additionalProperties")
    found = branch.get("properties", {}).get(key, other if isinstance(other, dict) else {})
    return found if isinstance(found, dict) else {}


def dump(value: Mapping[str, Any]) -> str:
    """Return one document."""
    return "\n".join(_mapping(value, 0)) + "\n"


def _mapping(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, inner in value.items():
        yield from _entry(f"{' ' * indent}{_scalar(key)}:", inner, indent)


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """Yield the lines of one value after its key."""
    flow = _flow(value)
    if flow is not None and len(head) + 1 + len(flow) <= WIDTH:
        yield f"{head} {flow}"
    elif isinstance(value, dict):
        yield head
        yield from _mapping(value, indent + 2)
    elif isinstance(value, list):
        yield head
        for item in value:
            yield from _item(item, indent + 2)
    else:
        yield from _text(head, str(value), indent + 2)


def _item(value: Any, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if isinstance(value, dict):
        first, *rest = _mapping(value, indent + 2)
        yield f"{dash} {first.lstrip()}"
        yield from rest
    elif len(dash) + 1 + len(_scalar(value)) <= WIDTH:
        yield f"{dash} {_scalar(value)}"
    else:
        yield from _text(dash, str(value), indent + 2)


def _text(head: str, value: str, indent: int) -> Iterator[str]:
    """Folded text; where it has several paragraphs, a blank line between them."""
    if "\n" not in value and not value.endswith(" "):
        yield f"{head} >-"
        yield from _folded(value, indent)
        return
    yield f"{head} |-"
    for line in value.split("\n"):
        yield f"{' ' * indent}{line}".rstrip()


def _folded(value: str, indent: int) -> list[str]:
    margin = " " * indent
    return textwrap.wrap(
        value, WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


def _flow(value: Any) -> str | None:
    """Return a value that fits on its key's line: a scalar, a list of ids, a few counts; None where it does not."""
    if isinstance(value, dict):
        if value and all(isinstance(inner, int) for inner in value.values()):
            return "{" + ", ".join(f"{_scalar(key)}: {_scalar(inner)}" for key, inner in value.items()) + "}"
        return None
    if isinstance(value, list):
        short = all(isinstance(item, str | int) and len(str(item)) <= 50 for item in value)
        if short and not any(re.search(r"[,\[\]{}]|\.$", str(item)) for item in value):
            return "[" + ", ".join(_scalar(item) for item in value) + "]"
        return None
    return None if isinstance(value, str) and "\n" in value else _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if not isinstance(value, str):
        return text
    like = text.lower() in _CONSTANTS or _LIKE_A_NUMBER.fullmatch(text)
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and not like:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
