"""Mistakes in the schemas themselves, by JSON Schema's metaschema and the rules of our own keywords."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import source
from generator.problem import Place, Problem

DIALECT = Path(__file__).with_name("dialect.json")
"""JSON Schema 2020-12 and the keywords of ours, as a metaschema."""


def problems(folder: Path) -> Iterator[Problem]:
    """Yield the problems of each `<type>.schema.json` of a folder, and of the definitions that they share.

    jsonschema is imported here and nowhere else, because that is slow: records are checked without it.
    """
    import jsonschema

    validator = jsonschema.Draft202012Validator(json.loads(DIALECT.read_text(encoding="utf-8")))
    for path in [*sorted(folder.glob("*.schema.json")), folder / "shared.json"]:
        name, data = f"{folder.name}/{path.name}", path.read_bytes()
        try:
            tree = json.loads(data)
        except json.JSONDecodeError as error:
            yield Problem(Place(name, error.lineno, error.colno), "schema", "E", "this is not JSON", f"{error.msg}.")
            continue
        for found in validator.iter_errors(tree):
            yield _problem(name, data, jsonschema.exceptions.best_match([found]) or found)


def _problem(name: str, data: bytes, error: Any) -> Problem:
    route = tuple(error.absolute_path)
    if (
        error.validator in ("enum", "anyOf")
        and isinstance(error.instance, str)
        and "propertyNames" in error.schema_path
    ):
        message = f"“{error.instance}” is no keyword of ours"
        remedy = "ARCHITECTURE.md lists the keywords that begin with “x-”."
    else:
        message, remedy = f"“{route[-1] if route else name}” is not as JSON Schema asks: {error.message}", "Correct it."
    line, column = source.locate(data, route)
    return Problem(Place(name, line, column, route), "schema", "E", message, remedy)
