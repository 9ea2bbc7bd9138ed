"""Every record type's schema, its shared definitions inlined, compiled once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jsonschema_rs

from generator import source
from generator.schema.keywords import KEYWORDS
from generator.schema.traverse import KeywordTree, keyword_tree

FORMATS = {
    "date": r"20[0-9]{2}-[0-9]{2}-[0-9]{2}",
    "quarter": r"20[0-9]{2}(?:-[0-9]{2})?-q[1-4]",
    "year": r"20[0-9]{2}(?:-[0-9]{2})?",
}
_PART = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True)
class PathPattern:
    """How a type's ids are made: `{agency}/{quarter}`. A part named like a type refers to it."""

    text: str
    parts: tuple[str, ...] = ()
    expression: re.Pattern[str] = field(default=re.compile(""))

    @classmethod
    def of(cls, text: str) -> PathPattern:
        parts = tuple(re.findall(r"{([a-z-]+)}", text))
        expression = re.sub(r"{([a-z-]+)}", lambda found: f"({FORMATS.get(found[1], _PART)})", text)
        return cls(text, parts, re.compile(expression))

    def read(self, id: str) -> dict[str, str] | None:
        """Return what each part of the id says; None where the id does not fit."""
        found = self.expression.fullmatch(id)
        return dict(zip(self.parts, found.groups(), strict=True)) if found else None

    def write(self, parts: Mapping[str, str]) -> str:
        """Return the id that consists of these parts."""
        return re.sub(r"{([a-z-]+)}", lambda found: parts[found[1]], self.text)


@dataclass(frozen=True)
class Schema:
    """One record type: its tree has every `$ref` inlined."""

    type: str
    tree: Mapping[str, Any]
    path: PathPattern
    example: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """The values of lists that records of the type may leave out."""

    @property
    def title(self) -> str:
        return str(self.tree["title"])

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator(dict(self.tree), validate_formats=True, keywords=KEYWORDS)

    @cached_property
    def references(self) -> KeywordTree | None:
        """Where other records, or their inner items, are named (`x-record`)."""
        return keyword_tree(self.tree, "x-record")

    @cached_property
    def items(self) -> KeywordTree | None:
        """Where items of lists are named that records keep, such as the framework's (`x-item`)."""
        return keyword_tree(self.tree, "x-item")

    @cached_property
    def known(self) -> KeywordTree | None:
        """Where the dates are that say when something became known."""
        return keyword_tree(self.tree, "x-known")

    @cached_property
    def rules(self) -> frozenset[str]:
        """The requirements that the schema upholds, at any depth, as `R37`."""
        return frozenset(_rules(self.tree))

    @property
    def staged(self) -> bool:
        return bool(self.tree.get("x-staged"))


def _rules(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("x-rule"), str):
            yield node["x-rule"]
        for below in node.values():
            yield from _rules(below)


def load(folder: Path) -> dict[str, Schema]:
    """Return the schema of every type, by name, from the `<type>.schema.json` of a folder and what stands beside it.

    Errors: OSError, ValueError naming the file.
    """
    shared = json.loads((folder / "shared.json").read_text(encoding="utf-8"))["$defs"]
    schemas = {}
    for path in sorted(folder.glob("*.schema.json")):
        type = path.name.removesuffix(".schema.json")
        try:
            tree = _inline(json.loads(path.read_text(encoding="utf-8")), shared)
            example = folder / f"{type}.example.yaml"
            text = example.read_text(encoding="utf-8") if example.is_file() else ""
            schemas[type] = Schema(type, tree, PathPattern.of(tree["x-path"]), text, _defaults(folder, type))
        except (KeyError, ValueError) as error:
            raise ValueError(f"{path.name}: {error}") from error
    return schemas


def _defaults(folder: Path, type: str) -> Mapping[str, Any]:
    path = folder / f"{type}.defaults.yaml"
    if not path.is_file():
        return {}
    document = source.read(path.name, path.read_bytes())
    if document.problems:
        raise ValueError(f"{document.problems[0].place}: {document.problems[0].message}")
    found: Mapping[str, Any] = document.value
    return found


def _inline(node: Any, shared: Mapping[str, Any]) -> Any:
    """Replace each `$ref` by its definition; keywords beside the `$ref` override the definition's.

    `x-form` keeps the definition's description, which says how such a value is written; the field's own description
    says what it is. Lists whose entries have an `id` get `x-unique`.
    """
    if isinstance(node, list):
        return [_inline(item, shared) for item in node]
    if not isinstance(node, dict):
        return node
    beside = {key: _inline(value, shared) for key, value in node.items() if key != "$ref"}
    if "$ref" not in node:
        if "id" in beside.get("items", {}).get("properties", {}):
            beside.setdefault("x-unique", [["id"]])
        return beside
    definition = _inline(shared[node["$ref"].rpartition("#/$defs/")[2]], shared)
    return {"x-form": definition["description"], **definition, **beside}
