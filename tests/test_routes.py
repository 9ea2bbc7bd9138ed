"""What a schema says of the value at a route, for whoever reads, writes, redacts or compares records."""

from __future__ import annotations

from typing import Any

import pytest

from generator.routes import Route, below, field_path, node_at

ANY: dict[str, Any] = {}
NUMBER = {"type": "integer"}
TEXT = {"type": "string"}
TREE = {
    "properties": {
        "title": TEXT,
        "free": ANY,
        "figures": {"properties": {"total": TEXT}, "additionalProperties": NUMBER},
        "people": {"items": {"properties": {"role": TEXT}}, "x-unique": [["role"]]},
        "closed": {"properties": {}, "additionalProperties": False},
    },
    "additionalProperties": NUMBER,
}


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ((), TREE),
        (("title",), TEXT),
        (("unnamed",), NUMBER),
        (("free",), ANY),
        (("free", "deeper"), ANY),
        (("figures", "total"), TEXT),
        (("figures", "other"), NUMBER),
        (("people", 3, "role"), TEXT),
        (("people", 0, "name"), ANY),
        (("closed", "name"), ANY),
        (("title", 0), ANY),
    ],
)
def test_a_schema_says_of_a_route_what_the_standard_says(route: Route, said: dict[str, Any]) -> None:
    assert node_at(TREE, route) == said


def test_a_field_that_may_hold_anything_is_not_one_of_those_without_a_name() -> None:
    assert below(TREE, "free") is ANY


def test_an_entry_is_named_in_an_exception_by_what_it_has_alone_or_its_place() -> None:
    value = {"people": [{"role": "chair"}, {}], "figures": {"total": "9"}}
    assert field_path(TREE, value, ("people", 0, "role")) == "people.chair.role"
    assert field_path(TREE, value, ("people", 1, "role")) == "people.2.role"
    assert field_path(TREE, value, ("figures", "total")) == "figures.total"
