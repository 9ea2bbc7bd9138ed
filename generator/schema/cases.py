"""What one error of the validator comes to: rows of the message table, each with its route and the words to fill it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

from generator.problem import Route
from generator.schema.keywords import at
from generator.schema.load import Schema
from generator.schema.messages import EXPECTED
from generator.schema.words import day_meant, is_day, named, number, said, word_meant

AS_DATES_ARE = "it year-month-day: 2026-03-31"


@dataclass(frozen=True)
class Case:
    """One fault: its row of the message table, where it is (at the key or the value), and the words of the row."""

    row: str
    route: Route
    words: Mapping[str, Any]
    key: bool = False
    related: tuple[tuple[Route, str], ...] = ()


def cases(schema: Schema, error: jsonschema_rs.ValidationError) -> Iterator[Case]:
    """Yield the faults inside one error."""
    kind: Any = error.kind
    value: Any = error.instance
    path = [*error.schema_path]
    keyword = "dependentRequired" if path[-1] == "dependentRequired" else str(kind.name)
    route: Route = tuple(error.instance_path)
    node = _node(schema.tree, path[:-1])
    words = _words(schema, path, route, value)

    def case(
        row: str,
        own: Mapping[str, Any] | None = None,
        *more: str | int,
        key: bool = False,
        related: tuple[tuple[Route, str], ...] = (),
    ) -> Case:
        return Case(row, (*route, *more), {**words, **(own or {})}, key, related)

    match keyword:
        case "required" | "dependentRequired":
            below = node.get("properties", {}).get(kind.property, {})
            because = [one for one in node[keyword] if one in value] if keyword == "dependentRequired" else [""]
            description = below.get("description", words["description"])
            yield case(keyword, {"missing": kind.property, "because": because[0], "description": description})
        case "additionalProperties":
            free = [one for one in node["properties"] if one not in value]
            for extra in kind.unexpected:
                near = word_meant(extra, free)
                about = f" {words['description']}" if route else ""
                own = {"extra": extra, "near": near, "fields": f"{', '.join(node['properties'])}.{about}"}
                yield case(f"{keyword}:near" if near else keyword, own, extra, key=True)
        case "propertyNames":
            yield case(keyword, {"name": kind.error.instance}, kind.error.instance, key=True)
        case "type" if node.get("format") == "date" and isinstance(value, int | float):
            yield case("format:date", {"value": str(value), "day": day_meant(str(value)) or AS_DATES_ARE})
        case "type":
            yield case(*_wrong_type(kind.types[0], node, value, words["description"]))
        case "enum":
            allowed = [str(option) for option in kind.options]
            near = word_meant(str(value), allowed)
            yield case(f"{keyword}:near" if near else keyword, {"near": near, "allowed": ", ".join(allowed)})
        case "format" if kind.format == "date":
            day = day_meant(value) or AS_DATES_ARE
            yield case("format:no-such-day" if is_day(value) else "format:date", {"day": day})
        case "pattern" if node.get("format") == "date":
            yield case("pattern:date")
        case "minItems":
            yield case(keyword if value else "minItems:empty")
        case "uniqueItems":
            second = next(place for place, item in enumerate(value) if item in value[:place])
            yield case(keyword, {"twice": said(value[second])}, second)
        case "x-unique":
            second, earlier, same = kind.message.split("|")
            own = {"same": same, "twice": said(at(value[int(second)], same))}
            yield case(keyword, own, int(second), *same.split("."), related=(((*route, int(earlier)), "first"),))
        case "x-in-order":
            place, date = int(kind.message), node[keyword]
            own = {"value": said(at(value[place], date)), "other_value": said(at(value[place - 1], date))}
            yield case(keyword, own, place, date)
        case "x-not-before" | "x-at-most":
            one, other = kind.message.split("|")
            own = {"field": one, "other": other, "value": said(at(value, one)), "other_value": said(at(value, other))}
            yield case(keyword, own, *one.split("."), related=(((*route, *other.split(".")), f"“{other}”"),))
        case _:
            yield case(keyword)


def _words(schema: Schema, path: Sequence[str | int], route: Route, value: Any) -> dict[str, Any]:
    """The words that any row may use."""
    node = _node(schema.tree, path[:-1])
    description = node.get("description", "See the type's example.")
    name = next((step for step in reversed(route) if isinstance(step, str)), schema.title)
    holder = f"entry {route[-1] + 1} of “{name}”" if route and isinstance(route[-1], int) else f"“{name}”"
    in_group = path[-3] == "properties" if len(path) > 2 else False
    required = in_group and path[-2] in _node(schema.tree, path[:-3]).get("required", ())
    return {
        "field": name,
        "value": said(value),
        "description": description,
        "form": node.get("x-form", description),
        "limit": number(node.get(str(path[-1]))),
        "length": f"{len(value):,}" if isinstance(value, str | list | dict) else "",
        "or_leave": "" if required else " If there is nothing to say, leave the field out.",
        "here": f"of {holder if route else named(schema.title)}",
        "within": f" from {holder}" if route else "",
    }


def _wrong_type(wanted: str, node: Mapping[str, Any], value: Any, description: str) -> tuple[str, dict[str, str]]:
    """The row and its words for a value of the wrong type."""
    expected, how = EXPECTED[wanted]
    fields = list(node.get("properties", {}))[:3]
    own = {"expected": expected, "how": how.format(description=description, like=f": {', '.join(fields)}")}
    if value is None:
        return "type:empty", own
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "type:quote" if wanted == "string" else "type", {**own, "value": str(value)}
    return "type", own


def _node(tree: Any, path: Sequence[str | int]) -> Mapping[str, Any]:
    """The subschema at the end of a path."""
    for step in path:
        tree = tree[step]
    return tree if isinstance(tree, Mapping) else {}
