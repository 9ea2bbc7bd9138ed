"""A new record is written as a person would, and every reader of YAML reads what was meant."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import given, settings
from test_edit import NAMES, VALUES

from generator import emit, source
from generator.emit.scalars import same
from generator.schema import Schema

LONG = "The loss stops the same week, the person is not blamed, and whoever was told first knows what came of it."


def test_a_record_stands_in_the_order_of_its_schema(schemas: dict[str, Schema]) -> None:
    value = {
        "unknown": 1.5,
        "actions": [{"due": "2025-09-30", "text": LONG, "id": "a1", "supported_by": ["agency/a", "agency/b"]}],
        "summary": "First.\n\nSecond: with a colon.\n",
        "title": "Action plan: “scams”",
        "updates": [],
        "figures": {"18-64": 3, "65-plus": 0},
        "said": ["One sentence.", "Another one."],
    }
    assert emit.dump(value, schemas["action-plan"].tree) == (
        """\
title: "Action plan: “scams”"
summary: |
  First.

  Second: with a colon.
actions:
  - id: a1
    text: >-
      The loss stops the same week, the person is not blamed, and whoever was told first knows what
      came of it.
    supported_by: [agency/a, agency/b]
    due: 2025-09-30
unknown: 1.5
updates: []
figures: {18-64: 3, 65-plus: 0}
said:
  - One sentence.
  - Another one.
"""
    )


WRITTEN: dict[str, Any] = {
    "no": '"no"', "On": '"On"', "y": '"y"', "true": '"true"', "null": '"null"', "~": '"~"', "": '""',
    "012": '"012"', "1_000": '"1_000"', "1,200": '"1,200"', "0x1F": '"0x1F"', "12:30": '"12:30"', "09:30": '"09:30"',
    "2024": '"2024"', "1e3": '"1e3"', ".5": '".5"', "+5": '"+5"', "<<": '"<<"', "=": '"="', ".inf": '".inf"',
    "2026-06-30T10:00:00": '"2026-06-30T10:00:00"', "2026-06-30": "2026-06-30", "2026-02-30": '"2026-02-30"',
    "2026-27-q3": "2026-27-q3", "18-64": "18-64", "a: b": '"a: b"', "a:b": "a:b", "a #b": '"a #b"', "a#b": "a#b",
    "- a": '"- a"', "-a": "-a", "a:": '"a:"', "[a]": '"[a]"', "@x": '"@x"', "`x`": '"`x`"', "%x": '"%x"', "*x": '"*x"',
    "it's": "it's", "“So,” she said": "“So,” she said", 'a "b" c': 'a "b" c', '"b"': "'\"b\"'", "a\\b": "a\\b",
    " a": '" a"', "a\tb": '"a\\tb"', "---": '"---"', "'": '"\'"', "none": "none", "N/A": "N/A", "?": '"?"',
    True: "true", None: "null", 12: "12", 1.5: "1.5", 2.0: "2",
}  # fmt: skip


@pytest.mark.parametrize("value", WRITTEN, ids=repr)
def test_quotation_marks_stand_where_some_reader_needs_them(value: Any) -> None:
    written = emit.dump({"a": value}, {})
    assert written == f"a: {WRITTEN[value]}\n"
    assert yaml.safe_load(written)["a"] == value or value == "2026-06-30"


def test_a_date_is_bare_only_where_a_date_belongs() -> None:
    tree = {"properties": {"title": {"type": "string"}, "due": {"type": "string", "format": "date"}}}
    assert emit.dump({"due": "2026-06-30", "title": "2026-06-30"}, tree) == 'title: "2026-06-30"\ndue: 2026-06-30\n'


def test_a_field_is_shown_on_one_line() -> None:
    assert emit.line("due", "2026-06-30") == "due: 2026-06-30"
    assert emit.line("methodology", "2024") == 'methodology: "2024"'
    assert emit.line("tools", ["falls", "a, b"]) == 'tools: [falls, "a, b"]'


@settings(max_examples=300, deadline=None, derandomize=True)
@given(VALUES, NAMES)
def test_any_value_is_read_back(value: Any, name: str) -> None:
    record = {name: value, "second": [value, {"third": value}]}
    document = source.read("a.yaml", emit.dump(record, {}).encode())
    assert not document.problems
    assert same(document.value, record)


def test_every_shipped_record_is_read_back(schemas: dict[str, Schema]) -> None:
    """And most are written as they stand."""
    paths = sorted((ROOT / "records").rglob("*.yaml"))[::5]
    as_they_stand = 0
    for path in paths:
        value = source.read(path.name, path.read_bytes()).value
        written = emit.dump(value, schemas[path.relative_to(ROOT / "records").parts[0]].tree)
        assert same(source.read(path.name, written.encode()).value, value)
        as_they_stand += written == path.read_text()
    assert as_they_stand > len(paths) // 2


@pytest.mark.parametrize("value", ["a\x00b", "a\u2028b", "\ud800", 10**30, 1e22, float("nan"), {1, 2}])
def test_what_no_record_can_hold_is_refused(value: Any) -> None:
    with pytest.raises(emit.Unwritable):
        emit.dump({"a": value}, {})
