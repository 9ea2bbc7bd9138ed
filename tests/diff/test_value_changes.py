"""Where two values of one schema differ: entries matched by their names, by their place, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diff.changes import changes

TEXT = {"type": "string", "title": "Text"}
ENTRY = {"type": "object", "properties": {"id": TEXT, "text": TEXT, "date": TEXT}}
TREE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "title": "Title"},
        "named": {"type": "array", "title": "Named", "x-unique": [["id"]], "items": ENTRY},
        "dated": {"type": "array", "title": "Dated", "items": ENTRY},
        "words": {"type": "array", "title": "Words", "items": TEXT},
        "group": {"type": "object", "title": "Group", "properties": {"inner": {"title": "Inner"}}},
        "by": {"type": "object", "propertyNames": {"x-item": "a/b"}, "additionalProperties": {"type": "integer"}},
    },
}


def found(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    return [(one.route, one.before, one.after) for one in changes(TREE, before, after)]


def test_equal_values_do_not_differ() -> None:
    value = {"title": "A", "named": [{"id": "a"}], "by": {"x": 1}}
    assert found(value, {**value}) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"title": "A"}, {"title": "B"}, [("title", "A", "B")]),
        ({"title": "A"}, {}, [("title", "A", None)]),
        ({}, {"group": {"inner": 1}}, [("group", None, {"inner": 1})]),
        ({"group": {"inner": 1}}, {"group": {"inner": 2}}, [("group.inner", 1, 2)]),
        ({"by": {"x": 1}}, {"by": {"x": 1, "y": 2}}, [("by.y", None, 2)]),
        ({"words": ["a"]}, {"words": ["a", "b"]}, [("words", ["a"], ["a", "b"])]),
        ({}, {"named": []}, [("named", None, [])]),
    ],
)
def test_fields_differ_where_they_are(
    before: dict[str, Any], after: dict[str, Any], expected: list[tuple[str, Any, Any]]
) -> None:
    assert found(before, after) == expected


def test_named_entries_are_matched_wherever_they_stand() -> None:
    before = {"named": [{"id": "a", "text": "1"}, {"id": "b", "text": "2"}]}
    after = {"named": [{"id": "c", "text": "3"}, {"id": "b", "text": "2"}, {"id": "a", "text": "9"}]}
    assert found(before, after) == [
        ("named.c", None, {"id": "c", "text": "3"}),
        ("named.a.text", "1", "9"),
        ("named", ["a", "b"], ["b", "a"]),
    ]
    assert changes(TREE, before, after)[-1].reordered


def test_entries_without_a_name_are_matched_between_equal_ones() -> None:
    one, two, three = ({"text": text, "date": text} for text in "123")
    assert found({"dated": [one, two]}, {"dated": [one, two, three]}) == [("dated.3", None, three)]
    assert found({"dated": [one, two, three]}, {"dated": [one, three]}) == [("dated.2", two, None)]
    fixed = {**two, "text": "9"}
    assert found({"dated": [one, two]}, {"dated": [one, fixed, three]}) == [
        ("dated.2.text", "2", "9"),
        ("dated.3", None, three),
    ]
    assert found({}, {"dated": [one]}) == [("dated.1", None, one)]
    (moved,) = changes(TREE, {"dated": [one, two]}, {"dated": [two, one]})
    assert moved.reordered
    assert moved.route == "dated"


def test_entries_of_which_two_have_one_name_are_matched_by_place() -> None:
    twins = {"named": [{"id": "a", "text": "1"}, {"id": "a", "text": "2"}]}
    assert found(twins, {"named": [{"id": "a", "text": "1"}, {"id": "a", "text": "3"}]}) == [("named.2.text", "2", "3")]


def test_a_step_knows_its_title_its_list_and_its_entry() -> None:
    (change,) = changes(TREE, {"named": [{"id": "a", "text": "1"}]}, {"named": [{"id": "a", "text": "2"}]})
    assert [step.title for step in change.steps] == ["Named", "", "Text"]
    assert change.steps[1].entry == {"id": "a", "text": "2"}
    (change,) = changes(TREE, {"by": {"x": 1}}, {"by": {"x": 2}})
    assert change.steps[1].item == "a/b"
