"""Records that a schema accepts, made at random: Hypothesis strategies from the schema's own tree."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import world
from hypothesis import assume
from hypothesis import strategies as st

from generator import schema
from generator.register import Register
from generator.routes import Route
from generator.schema import Schema

DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31)).map(str)
WORDS = st.sampled_from(
    ["care", "a", "Falls", "42", "no", "~", "“so”", "'", '"', "\\", "|", "||", "*x*", "_", "`", "#", "## x", "- y",
     "<b>", "</script>", "&amp;", "{{", "}}", "{%", "[x](y)", "![", "https://example.org/x", "é", "ﬁ", "٣", "😀",
     "\u00a0", "x" * 60, "…", ":", "@", "%", "$", "{#a}", "<!--", "::", "!!!", "[^1]", "1.", ">"]
)  # fmt: skip
IDS = st.sampled_from(["one", "two", "another", "a-b-c", "x1", "2026", "0"])
YEARS = st.sampled_from(["2025-26", "2026-27", "2019-20", "2031-32", "2025", "2026-28"])
QUARTERS = st.builds("{}-q{}".format, YEARS, st.integers(1, 4))
NUMBERS = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 10, 99, 1000])
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | QUARTERS
    | IDS
    | NUMBERS
    | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(IDS | st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)
"""Any value that YAML can say."""


def record(known: Schema, register: Register) -> st.SearchStrategy[dict[str, Any]]:
    """Records of a type that its schema accepts; they name records and items of the register, and some not there."""
    return _value(known.tree, register).map(lambda value: accepted(known, value))


def accepted(known: Schema, value: Any) -> Any:
    """The value without what the schema does not accept: what depends on two fields is not made right, but left out."""
    for _ in range(20):
        faults = schema.problems(known, "x", value)
        routes = {one.place.route for one in faults}
        if not faults:
            return value
        for route in sorted(routes, key=str, reverse=True):
            _drop(value, route)
    return assume(False)


def _drop(value: Any, route: Route) -> None:
    assume(route)
    for step in route[:-1]:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(value, dict):
        value.pop(route[-1], None)
    elif isinstance(value, list) and isinstance(route[-1], int) and route[-1] < len(value):
        del value[route[-1]]


def _value(node: Mapping[str, Any], register: Register) -> st.SearchStrategy[Any]:
    if "enum" in node:
        return st.sampled_from(node["enum"])
    if "const" in node:
        return st.just(node["const"])
    match node.get("type"):
        case "object":
            return _object(node, register)
        case "array":
            return _array(node, register)
        case "integer":
            least, most = node.get("minimum", 0), node.get("maximum", 10**6)
            return (NUMBERS | st.integers(least, most)).filter(lambda number: least <= number <= most)
        case "number":
            return st.floats(node.get("minimum", 0), node.get("maximum", 10**6), allow_nan=False).map(
                lambda number: round(number, 3)
            )
        case "boolean":
            return st.booleans()
    return _text(node, register)


def _object(node: Mapping[str, Any], register: Register) -> st.SearchStrategy[dict[str, Any]]:
    required = set(node.get("required", ()))
    fields = {name: _value(below, register) for name, below in node.get("properties", {}).items()}
    made: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
        {name: field for name, field in fields.items() if name in required},
        optional={name: field for name, field in fields.items() if name not in required},
    )
    inner = node.get("additionalProperties")
    if not isinstance(inner, Mapping):
        return made
    names = _text(node.get("propertyNames", {}), register)
    more = st.dictionaries(names, _value(inner, register), min_size=node.get("minProperties", 0), max_size=3)
    return st.builds(lambda one, other: {**other, **one}, made, more)


def _array(node: Mapping[str, Any], register: Register) -> st.SearchStrategy[list[Any]]:
    made = st.lists(
        _value(node["items"], register),
        min_size=node.get("minItems", 0),
        max_size=3,
        unique_by=repr if node.get("uniqueItems") else None,
    )
    dated = node.get("x-in-order")
    return made.map(lambda items: sorted(items, key=lambda item: str(item.get(dated, "")))) if dated else made


def _text(node: Mapping[str, Any], register: Register) -> st.SearchStrategy[str]:
    pattern = str(node.get("pattern", ""))
    if "x-record" in node:
        return _reference(node["x-record"], register)
    if "x-item" in node:
        return st.sampled_from(sorted(register.items.get(node["x-item"], ()))[:6] or ["one"]) | IDS
    if "x-here" in node:
        return IDS
    if node.get("format") == "date":
        return DAYS
    if node.get("format") == "email":
        return st.just("office@example.org")
    if "q[1-4]" in pattern:
        return QUARTERS
    if pattern.startswith("^20"):
        return YEARS
    if pattern.startswith("^[a-z0-9]+(-"):
        return IDS
    if pattern and "\\S" not in pattern:
        return st.from_regex(pattern, fullmatch=True, alphabet=string.printable).filter(str.strip)
    most = node.get("maxLength", 200)
    between = " " if pattern or most <= 500 else "\n\n"
    lines = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3)
    return lines.map(lambda said: between.join(said)[:most].strip() or "x")


def _reference(kinds: str | Sequence[str], register: Register) -> st.SearchStrategy[str]:
    """References to records that are there, of each kind; now and then to one that is not."""
    listed = [kinds] if isinstance(kinds, str) else kinds
    found = []
    for kind in listed:
        type = kind.removesuffix("#")
        for id in [*register.entries[type]][:3]:
            whole = id if isinstance(kinds, str) else f"{type}/{id}"
            found.append(f"{whole}#{_item(register, type)}" if kind.endswith("#") else whole)
    return st.sampled_from([*found, *found, "nowhere", "agency/nowhere"])


def _item(register: Register, type: str) -> str:
    """The id of an item of a full record of the type."""
    lists = register.schemas[type].tree["properties"].items()
    names = [name for name, node in lists if "id" in node.get("items", {}).get("properties", {})]
    return world.named((names[0],)) if names else "nowhere"
