"""Whatever an edition shows and whatever of it changes, a sentence names the record; what it hides is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, get_args

import pytest
import views
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import model
from generator.diff.comparison import difference, differences
from generator.diff.pair import Pair
from generator.edition import EDITIONS, Edition
from generator.register import Entry
from generator.routes import below, node_at
from generator.schema.fields import fields

Place = tuple[str | int, ...]
LINE = r"^\S([^\r\n]*\S)?$"
EACH = 2
"""How often each field of a type is changed, in records that have it."""


def places(node: Mapping[str, Any], value: Any, place: Place = ()) -> Iterator[tuple[Place, Mapping[str, Any], Any]]:
    """Every value of a record below its top, with what the schema says of it."""
    if place:
        yield place, node, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(below(node, name), inner, (*place, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(below(node, number), inner, (*place, number))


def may_go(tree: Mapping[str, Any], place: Place) -> bool:
    """Whether a record without it is still valid: it is not asked for."""
    return place[-1] not in node_at(tree, place[:-1]).get("required", ())


def route(place: Place) -> str:
    return ".".join("*" if isinstance(step, int) else step for step in place)


def other(node: Mapping[str, Any], value: Any) -> Any:
    """Another value of the same kind; None where only a part of it can be another."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if not isinstance(value, str):
        return None
    if "enum" in node:
        return next((one for one in node["enum"] if one != value), None)
    if node.get("format") == "date":
        return "2026-05-17" if value != "2026-05-17" else "2026-05-18"
    if "x-period" in node:
        return "2024-25-q2" if value.endswith(("q1", "q3", "q4")) else "2024-25-q1" if "q" in value else "2021-22"
    return f"{value} again" if not any(key in node for key in ("pattern", "x-record", "x-item")) else f"{value}-x"


def without(value: Any, place: Place, new: Any = None) -> Any:
    """A copy with another value at a place, or with nothing there."""
    made = deepcopy(value)
    holder = made
    for step in place[:-1]:
        holder = holder[step]
    if new is None:
        del holder[place[-1]]
    else:
        holder[place[-1]] = new
    return made


def compared(name: Edition, entry: Entry, old: Any, new: Any) -> None:
    """Assert that a sentence names the record of which a value changed, and that the field is given."""
    view = views.before(name)
    parts = view.register.schemas[entry.type].path.read(entry.id) or {}
    sides = [replace(entry, value=one, record=model.make(entry.type, entry.id, parts, one)) for one in (old, new)]
    found = difference(Pair(entry.type, entry.id, sides[0], sides[1], (view, view)))
    assert found, "nothing is said"
    assert found.fields
    assert any(found.title in str(said) for said in found.sentences), found.sentences
    for said in found.sentences:
        assert said.said.strip(), said
        assert not re.search(r":\s*(;|$)|;\s*(;|$)|^\s*;", said.said), said
        assert "None" not in str(said).replace("None of", ""), said


def samples(name: Edition) -> Iterator[tuple[Entry, Place, Mapping[str, Any], Any]]:
    """Places of the records that an edition shows: each field of each type a few times."""
    seen: dict[tuple[str, str], int] = {}
    view = views.before(name)
    for plain in view.register.each():
        known = view.register.schemas[plain.type]
        entry = replace(plain, value={**known.defaults, **plain.value})
        for place, node, value in places(known.tree, entry.value):
            key = entry.type, route(place)
            seen[key] = seen.get(key, 0) + 1
            if seen[key] <= EACH:
                yield entry, place, node, value


@pytest.mark.parametrize("name", EDITIONS)
def test_any_change_of_any_visible_field_is_told(name: Edition) -> None:
    for entry, place, node, value in samples(name):
        mutant = other(node, value)
        if mutant is not None:
            compared(name, entry, entry.value, without(entry.value, place, mutant))
        if may_go(views.SCHEMAS[entry.type].tree, place):
            compared(name, entry, entry.value, without(entry.value, place))
            compared(name, entry, without(entry.value, place), entry.value)


@pytest.mark.parametrize("name", EDITIONS)
def test_a_list_in_another_order_is_told(name: Edition) -> None:
    for entry, place, _, value in samples(name):
        if isinstance(value, list) and len(value) > 1 and value != value[::-1]:
            compared(name, entry, entry.value, without(entry.value, place, value[::-1]))


def test_the_samples_have_nearly_every_field() -> None:
    found = {(entry.type, route(place).replace(".*", "")) for entry, place, _, _ in samples("working")}
    view = views.before("working")
    shown = {type for type, entries in view.register.entries.items() if entries}
    every = {(type, field.route) for type in shown for field in fields(view.register.schemas[type])}
    assert len(every & found) > 0.75 * len(every)


@pytest.mark.parametrize("name", get_args(Edition))
def test_no_change_is_no_difference(name: Edition) -> None:
    assert differences(views.before(name), views.before(name)) == []


@pytest.mark.parametrize(("name", "least"), [("partnership", 5), ("public", 5_000)])
def test_what_an_edition_hides_is_not_told(name: Edition, least: int) -> None:
    """Every text that the edition does not show is another, in all records at once."""
    files, hidden = dict(views.shipped()), 0
    shown = views.before(name).register
    for entry in views.before("working").register.each():
        seen, value = shown.entries[entry.type].get(entry.id), deepcopy(entry.value)
        for place, node, old in places(shown.schemas[entry.type].tree, entry.value):
            if (
                isinstance(old, str)
                and node.get("pattern", LINE) == LINE
                and "maxLength" in node
                and not at(seen, place)
            ):
                holder: Any = value
                for step in place[:-1]:
                    holder = holder[step]
                holder[place[-1]] = f"{old[: node['maxLength'] - 6]} again"
                hidden += 1
        if value != entry.value:
            files[entry.name] = yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode()
    assert hidden >= least
    assert differences(views.before(name), views.view(name, files)) == []
    assert differences(views.before("working"), views.view("working", files))


def at(entry: Entry | None, place: Place) -> bool:
    """Whether the edition's record has something at that place."""
    value: Any = entry.value if entry else None
    for step in place:
        if isinstance(value, Sequence) and not isinstance(value, str):
            value = value[step] if isinstance(step, int) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value is not None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_several_changes_at_once_are_told(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(EDITIONS))
    view = views.before(name)
    type = data.draw(st.sampled_from(sorted(type for type, entries in view.register.entries.items() if entries)))
    entry = data.draw(st.sampled_from(list(view.register.entries[type].values())))
    value: Any = entry.value
    for _ in range(data.draw(st.integers(1, 4))):
        every = list(places(view.register.schemas[type].tree, value))
        if every:
            place, node, old = data.draw(st.sampled_from(every))
            new = other(node, old) if data.draw(st.booleans()) else None
            if new is not None or may_go(views.SCHEMAS[type].tree, place):
                value = without(value, place, new)
    if value != entry.value:
        compared(name, entry, entry.value, value)
