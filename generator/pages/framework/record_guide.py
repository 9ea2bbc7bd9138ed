"""The record guide, made from the schemas: every type, every field with what it may hold, and a whole example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.edition import View
from generator.page import Page
from generator.schema import Schema
from generator.schema.fields import audience, fields

COMPARED = {"x-not-before": "is not before", "x-at-most": "is at most"}
"""Rules between two fields of one object, in words."""


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    types = {type: known for type, known in view.register.schemas.items() if view.uses(type)}
    yield Page(
        path="framework/records/index.md",
        template="framework/record-guide.md.jinja",
        title="Record guide",
        description="Every type of record: what it holds, where its file goes, and how to add one.",
        context={"types": types, "counts": {type: len(view.register.entries.get(type, {})) for type in types}},
    )
    for type, known in types.items():
        yield Page(
            path=f"framework/records/{type}.md",
            template="framework/record-type.md.jinja",
            title=view.type_name(type),
            description=f"How to record: {view.type_name(type)}. Every field, what it may hold, and an example.",
            context={
                "type": type,
                "tree": known.tree,
                "pattern": known.path.text,
                "parts": [_part(known, part) for part in known.path.parts],
                "sample": _sample(view, type, known),
                "fields": fields(known),
                "rules": list(_rules(known.tree, "")),
                "audience": audience(known.tree),
                "stages": known.staged,
                "example": known.example,
                "count": len(view.register.entries.get(type, {})),
            },
            kicker="Record guide",
            searchable=False,
        )


def _part(known: Schema, part: str) -> tuple[str, str]:
    """A part of the id and what is written there."""
    formats = {"id": "a short name of your own", "quarter": "the quarter, such as 2026-27-q3",
               "year": "the year, such as 2026-27", "date": "the day, such as 2026-03-31"}  # fmt: skip
    return part, formats.get(part, f"the id of the {part.replace('-', ' ')}")


def _sample(view: View, type: str, known: Schema) -> str:
    """An id that would do: one there is, or the pattern with plausible parts."""
    there = next(iter(view.register.entries.get(type, {})), None)
    plausible = {"quarter": "2026-27-q3", "year": "2026-27", "date": "2026-03-31", "id": "2026-a-short-name"}
    made = "/".join(plausible.get(part, f"a-{part}") for part in known.path.parts)
    return there or made


def _rules(node: Mapping[str, Any], holder: str) -> Iterator[str]:
    """The rules that several fields of one record keep, in words: `decided is not before referred`."""
    dot = f"{holder}." if holder else ""
    for keyword, words in COMPARED.items():
        for field, other in node.get(keyword, {}).items():
            yield f"{dot}{field} {words} {dot}{other}"
    if "x-in-order" in node:
        yield f"{holder} stand oldest first, by {node['x-in-order']}"
    for together in node.get("x-unique", ()):
        yield f"no two {holder or 'records'} have the same {' with the same '.join(together)}"
    for name, below in node.get("properties", {}).items():
        yield from _rules(below, f"{dot}{name}")
        if isinstance(below.get("items"), Mapping):
            yield from _rules(below["items"], f"{dot}{name}")
