"""A record is walked only where a keyword of its schema may meet a value."""

from __future__ import annotations

from typing import Any

from generator import schema

TREE: dict[str, Any] = {
    "properties": {
        "plain": {"type": "string"},
        "agency": {"x-record": "agency"},
        "milestones": {"items": {"properties": {"agreed": {"x-record": "meeting"}}}},
        "tools": {"items": {"x-record": "audit-tool"}},
        "values": {"properties": {"own": {"type": "string"}}, "additionalProperties": {"x-record": "agency"}},
        "by": {"additionalProperties": {"properties": {"who": {"x-record": "group"}}}},
    }
}


def walked(value: Any) -> list[tuple[tuple[str | int, ...], str, Any]]:
    return schema.walk(schema.keyword_tree(TREE, "x-record"), value)


def test_a_keyword_is_met_in_fields_lists_and_maps() -> None:
    record = {
        "plain": "x",
        "agency": "police",
        "milestones": [{}, {"agreed": "qap/2026-03-12"}, None],
        "tools": ["falls", None, "hips"],
        "values": {"own": "x", "one": "council", "two": None},
        "by": {"a": {"who": "qap"}, "b": None},
    }
    assert walked(record) == [
        (("agency",), "agency", "police"),
        (("milestones", 1, "agreed"), "meeting", "qap/2026-03-12"),
        (("tools", 0), "audit-tool", "falls"),
        (("tools", 2), "audit-tool", "hips"),
        (("values", "one"), "agency", "council"),
        (("by", "a", "who"), "group", "qap"),
    ]


def test_what_does_not_bear_the_keyword_is_not_entered() -> None:
    assert walked({"plain": {"agency": "police"}, "agency": None, "milestones": "none", "tools": {"a": 1}}) == []
    assert walked(None) == []
    plan = schema.keyword_tree(TREE, "x-record")
    assert plan is not None
    assert set(plan.properties) == {"agency", "milestones", "tools", "values", "by"}
    assert schema.keyword_tree(TREE, "x-item") is None


def test_each_value_of_the_keyword_is_known() -> None:
    assert sorted(schema.each(schema.keyword_tree(TREE, "x-record"))) == [
        "agency",
        "agency",
        "audit-tool",
        "group",
        "meeting",
    ]
    assert list(schema.each(None)) == []
