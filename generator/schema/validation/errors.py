"""One error of the validator as rows of the message table, each with its route and the words that fill it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

from generator import emit
from generator.problem import Edit
from generator.routes import Route
from generator.schema.keywords import at
from generator.schema.load import Schema
from generator.schema.validation.absence import absence
from generator.schema.validation.corrections import meant, one_slip, same_name, slug, to_write, valid, without_odd_marks
from generator.schema.validation.date_forms import days_meant, written_as_day
from generator.schema.validation.messages import EXPECTED
from generator.schema.validation.suggestions import word_meant
from generator.wording import number, shown, with_article

DATE_FORM = "it year-month-day: 2026-03-31"
_NO_SPACE = re.compile(r"([a-z_]+):(\S.*)")


@dataclass(frozen=True)
class SchemaFault:
    """One fault: its row of the message table, where it is (at the key or the value), and the words of the row.

    `fix`: the edits that fix it, where only one meaning is possible; `write`: what its author is to write then.
    """

    row: str
    route: Route
    words: Mapping[str, Any]
    key: bool = False
    related: tuple[tuple[Route, str], ...] = ()
    fix: tuple[Edit, ...] = ()
    write: str = ""


def schema_faults(schema: Schema, error: jsonschema_rs.ValidationError) -> Iterator[SchemaFault]:
    """Yield the faults inside one error."""
    kind: Any = error.kind
    value: Any = error.instance
    path = [*error.schema_path]
    keyword = "dependentRequired" if path[-1] == "dependentRequired" else str(kind.name)
    route: Route = tuple(error.instance_path)
    node = _node(schema.tree, path[:-1])
    words = _words(schema, path, route, value)

    def fault(
        row: str,
        own: Mapping[str, Any] | None = None,
        *more: str | int,
        key: bool = False,
        related: tuple[tuple[Route, str], ...] = (),
        fix: tuple[Edit, ...] = (),
    ) -> SchemaFault:
        return SchemaFault(row, (*route, *more), {**words, **(own or {})}, key, related, fix, to_write(fix))

    def value_fault(row: str, own: Mapping[str, Any] | None = None) -> SchemaFault:
        """The fault of a value in a wrong form; it has a fix where only one value can be meant."""
        values = meant(node, value)
        if not values and isinstance(value, str) and "#" in value:
            begun, _, comment = value.partition("#")
            if values := (begun.strip(),) if valid(node, begun.strip()) else meant(node, begun):
                remark = f"{emit.line(words['field'], values[0])}  # {comment.strip()}"
                return fault("comment", {"line": remark})
        return fault(row, own, fix=(Edit(route, values[0]),) if len(values) == 1 else ())

    match keyword:
        case "required" | "dependentRequired" if kind.property in _forbidden(node, value):
            return
        case "required" | "dependentRequired":
            below = node.get("properties", {}).get(kind.property, {})
            because = [""]
            if keyword == "dependentRequired":
                because = [one for one, needed in node[keyword].items() if one in value and kind.property in needed]
            description = below.get("description", words["description"])
            yield fault(keyword, {"missing": kind.property, "because": because[0], "description": description})
        case "additionalProperties":
            missing = [one for one in node["properties"] if one not in value]
            for extra in kind.unexpected:
                glued = _NO_SPACE.fullmatch(extra) if value[extra] is None else None
                if glued:
                    yield fault(
                        "additionalProperties:glued",
                        {"extra": extra, "line": f"{glued[1]}: {glued[2]}"},
                        extra,
                        key=True,
                    )
                    continue
                empty = [one for one in value if value[one] is None and extra in _fields(node, one)]
                if empty:
                    yield fault(f"{keyword}:outdented", {"extra": extra, "near": empty[0]}, extra, key=True)
                    continue
                same = same_name(extra, missing)
                near = same[0] if same else word_meant(extra, missing)
                about = f" {words['description']}" if route else ""
                own = {"extra": extra, "near": near, "fields": f"{', '.join(node['properties'])}.{about}"}
                certain = len(same) == 1 or (not same and _is_slip(node, value, extra, near))
                others = kind.unexpected if certain else ()
                alone = [other for other in others if same_name(other, [near]) or one_slip(other, near)]
                fix = (Edit((*route, extra), near, key=True),) if certain and len(alone) == 1 else ()
                yield fault(f"{keyword}:near" if near else keyword, own, extra, key=True, fix=fix)
        case "propertyNames":
            name = kind.error.instance
            forms = [one for one in (without_odd_marks(name), slug(name)) if one not in value and valid(node, one)]
            fix = (Edit((*route, name), forms[0], key=True),) if forms else ()
            yield fault(keyword, {"name": name}, name, key=True, fix=fix)
        case "type" if node.get("format") == "date" and isinstance(value, int | float):
            yield value_fault("format:date", {"value": str(value), "day": _day(str(value))})
        case "type" if kind.types[0] == "integer" and (code := absence(value)):
            holder = _node(schema.tree, path[:-3]) if len(path) > 2 else {}
            row = "type:absent" if "absent" in holder.get("properties", {}) else "type:sign"
            yield fault(row, {"absent": code, "value": _as_written(value)})
        case "type":
            yield value_fault(*_wrong_type(kind.types[0], node, value, words["description"]))
        case "enum":
            allowed = [option if isinstance(option, str) else shown(option) for option in kind.options]
            near = next(iter(same_name(str(value), allowed)), "") or word_meant(str(value), allowed)
            yield value_fault(f"{keyword}:near" if near else keyword, {"near": near, "allowed": ", ".join(allowed)})
        case "const":
            yield fault(keyword, {"allowed": shown(node[keyword])})
        case "format" if kind.format == "date":
            days = days_meant(without_odd_marks(value))
            no_day = not days and written_as_day(without_odd_marks(value))
            yield value_fault("format:no-such-day" if no_day else "format:date", {"day": _day(value)})
        case "pattern" if node.get("format") == "date":
            yield fault("pattern:date")
        case "minItems":
            yield fault(keyword if value else "minItems:empty")
        case "uniqueItems":
            second = next(place for place, item in enumerate(value) if item in value[:place])
            once = [item for place, item in enumerate(value) if place != second]
            yield fault(keyword, {"twice": shown(value[second])}, second, fix=(Edit(route, once),))
        case "x-unique":
            second, earlier, same = kind.message.split("|")
            own = {"same": same, "twice": shown(at(value[int(second)], same))}
            yield fault(keyword, own, int(second), *same.split("."), related=(((*route, int(earlier)), "first"),))
        case "x-in-order":
            place, date = int(kind.message), node[keyword]
            own = {"value": shown(at(value[place], date)), "other_value": shown(at(value[place - 1], date))}
            yield fault(keyword, own, place, date)
        case "x-not-before" | "x-at-most":
            one, other = kind.message.split("|")
            own = {"field": one, "other": other, "value": shown(at(value, one)), "other_value": shown(at(value, other))}
            yield fault(keyword, own, *one.split("."), related=(((*route, *other.split(".")), f"“{other}”"),))
        case "pattern" | "format":
            yield value_fault(keyword)
        case _:
            yield fault(keyword)


def _as_written(value: Any) -> str:
    """A sign as its author wrote it: `[c]`."""
    return f"“[{value[0]}]”" if isinstance(value, list) else shown(value)


def _fields(node: Mapping[str, Any], name: str) -> Iterable[str]:
    """The fields of a group that is one of the fields of `node`."""
    fields: Mapping[str, Any] = node["properties"].get(name, {}).get("properties", {})
    return fields


def _is_slip(node: Mapping[str, Any], value: Mapping[str, Any], extra: str, near: str) -> bool:
    """Whether a misspelt name can only mean `near`, a required field that is missing without it."""
    inner = node["properties"].get(near, {})
    return near in node.get("required", ()) and one_slip(extra, near) and valid(inner, value[extra])


def _day(text: str) -> str:
    """The days that a date in another form may be, to be chosen from."""
    days = days_meant(without_odd_marks(text))
    if len(days) > 1:
        return " or ".join(f"{day} for {shown(day)}" for day in days)
    return days[0] if days else DATE_FORM


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
        "value": shown(value),
        "description": description,
        "form": node.get("x-form", description),
        "limit": number(node.get(str(path[-1]))),
        "length": f"{len(value):,}" if isinstance(value, str | list | dict) else "",
        "or_leave": "" if required else " If there is nothing to say, leave the field out.",
        "here": f"of {holder if route else with_article(schema.title)}",
        "within": f" from {holder}" if route else "",
    }


def _wrong_type(wanted: str, node: Mapping[str, Any], value: Any, description: str) -> tuple[str, dict[str, str]]:
    """The row and its words for a value of the wrong type."""
    expected, how = EXPECTED["date" if node.get("format") == "date" else wanted]
    fields = list(node.get("properties", {}))[:3]
    own = {"expected": expected, "how": how.format(description=description, like=f": {', '.join(fields)}")}
    if value is None:
        return "type:empty", own
    glued = _NO_SPACE.fullmatch(value) if wanted == "object" and isinstance(value, str) else None
    if glued:
        return "type:glued", {**own, "line": f"{glued[1]}: {glued[2]}"}
    if value is True or value is False:
        return "type:quote" if wanted == "string" else "type", own
    if isinstance(value, int | float):
        text = "a number" if wanted == "string" and isinstance(value, float) else str(value)
        return "type:quote" if wanted == "string" else "type", {**own, "value": text}
    if isinstance(value, str) and re.fullmatch("-?[0-9]{19,}", value):
        own["how"] = "Write a number of at most 18 digits."
    return "type:group" if isinstance(value, list | dict) else "type", own


def _node(tree: Any, path: Sequence[str | int]) -> Mapping[str, Any]:
    """The subschema at the end of a path."""
    for step in path:
        tree = tree[step]
    return tree if isinstance(tree, Mapping) else {}


def _forbidden(node: Mapping[str, Any], value: Mapping[str, Any]) -> set[str]:
    """The fields that must be absent beside the fields that a group has; they are not asked for as missing."""
    present = (below for name, below in node.get("dependentSchemas", {}).items() if name in value)
    return {name for below in present for name, inner in below.get("properties", {}).items() if "not" in inner}
