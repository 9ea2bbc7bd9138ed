"""The faults of one record against its schema, in the words of the message table, each at its route."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import jsonschema_rs

from generator.problem import Place, Problem, Route
from generator.schema.keywords import at
from generator.schema.load import Schema
from generator.schema.messages import EXPECTED, FOUND, MESSAGES, OTHERWISE


def problems(schema: Schema, name: str, value: Any) -> list[Problem]:
    """Return every schema problem of the record `value` in the file `name`; places have routes, not lines yet."""
    return [
        problem for error in schema.validator.iter_errors(value) for problem in _problems(schema, name, value, error)
    ]


def _problems(schema: Schema, name: str, value: Any, error: jsonschema_rs.ValidationError) -> Iterator[Problem]:
    route: Route = tuple(error.instance_path)
    keyword = str(error.kind.name)
    node = _node(schema.tree, error.schema_path)
    words: dict[str, Any] = {
        "field": next((step for step in reversed(route) if isinstance(step, str)), schema.title),
        "value": _said(error.instance),
        "description": node.get("description", "See the type's example."),
        "limit": _number(node.get(keyword)),
        "length": f"{len(error.instance):,}" if isinstance(error.instance, str | list | dict) else "",
    }
    for place, more in _cases(keyword, node, route, error):
        message, remedy = MESSAGES.get(keyword, OTHERWISE)
        filled = {**words, **more}
        yield Problem(
            Place(name, route=place), "schema", "E", message.format(**filled), remedy.format(**filled).strip()
        )


def _cases(
    keyword: str, node: Mapping[str, Any], route: Route, error: jsonschema_rs.ValidationError
) -> Iterator[tuple[Route, dict[str, Any]]]:
    """The faults inside one error: the place of each, and the words only this keyword has."""
    kind: Any = error.kind
    properties = node.get("properties", {})
    match keyword:
        case "required":
            missing = kind.property
            yield route, {"missing": missing, "description": properties.get(missing, {}).get("description", missing)}
        case "additionalProperties":
            for extra in kind.unexpected:
                yield (
                    (*route, extra),
                    {"extra": extra, "fields": ", ".join(properties), "nearest": nearest(extra, properties)},
                )
        case "type":
            expected = " or ".join(EXPECTED[type] for type in kind.types)
            found = FOUND[type(error.instance).__name__]
            yield route, {"expected": expected, "found": "empty" if error.instance is None else found}
        case "enum":
            allowed = [str(option) for option in kind.options]
            yield route, {"allowed": ", ".join(allowed), "nearest": nearest(str(error.instance), allowed)}
        case "format":
            yield route, {"format": kind.format, "article": "a"}
        case "x-not-before" | "x-at-most":
            field, other = kind.message.split("|")
            values = {"value": _said(at(error.instance, field)), "other_value": _said(at(error.instance, other))}
            yield (*route, *field.split(".")), {"field": field, "other": other, **values}
        case _:
            yield route, {}


def nearest(word: str, words: Sequence[str] | Mapping[str, Any]) -> str:
    """Return `: did you mean …?` for the nearest of `words`, or nothing."""
    close = difflib.get_close_matches(word.lower(), [*words], n=1, cutoff=0.6)
    return f": did you mean “{close[0]}”?" if close else ""


def _node(tree: Any, path: Sequence[str | int]) -> Mapping[str, Any]:
    """The subschema that bears the failed keyword, the last step of its path."""
    for step in path[:-1]:
        tree = tree[step]
    return tree if isinstance(tree, Mapping) else {}


def _said(value: Any) -> str:
    """A value as its author would recognise it."""
    if isinstance(value, str):
        try:
            day = date.fromisoformat(value)
            return f"{day.day} {day:%B %Y}"
        except ValueError:
            return f"“{value if len(value) <= 60 else value[:57] + '…'}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "nothing" if value is None else _number(value)


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int | float) and not isinstance(value, bool) else ""
