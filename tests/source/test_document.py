"""YAML 1.2 values, their places, and every way in which a document can't be read."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import source

SCALARS: dict[str, Any] = {
    "no": "no", "NO": "NO", "yes": "yes", "on": "on", "off": "off", "y": "y",
    "true": True, "True": True, "FALSE": False, "tRUE": "tRUE",
    "null": None, "~": None, "": None, "none": "none",
    "12": 12, "-3": -3, "+3": "+3", "-0": "-0", "0": 0, "0123": "0123", "0o17": "0o17", "0x1F": "0x1F", 
    "1_000": "1_000",
    "1.5": 1.5, "-.5": -0.5, "1.": 1, "1e3": 1000, "5.0": 5, "1e22": "1e22", "1.5E-3": 0.0015,
    ".inf": ".inf", ".nan": ".nan", "1e999": "1e999",
    "12:30:45": "12:30:45", "2026-03-31": "2026-03-31", "2026-27-q1": "2026-27-q1", "999 999": "999 999", "007": "007",
    "9" * 18: int("9" * 18), "9" * 19: "9" * 19, "'12'": "12", '"true"': "true", "=": "=", "<<": "<<", "18-64": "18-64",
}  # fmt: skip


@pytest.mark.parametrize("written", SCALARS)
def test_scalars_are_those_of_yaml_1_2(written: str) -> None:
    value = source.read("a.yaml", f"field: {written}\nlist: [{written or '~'}]\n".encode()).value
    assert value == {"field": SCALARS[written], "list": [SCALARS[written]]}
    assert type(value["field"]) is type(SCALARS[written])


def test_every_shipped_record_reads_as_the_usual_reader_reads_it() -> None:
    """Dates apart, which stay text here."""
    paths = sorted((ROOT / "records").rglob("*.yaml"))
    assert paths
    for path in paths[:: max(1, len(paths) // 200)]:
        ours = source.read(path.name, path.read_bytes())
        assert not ours.problems
        assert ours.value == yaml.load(path.read_bytes(), yaml.CBaseLoader) or ours.value == plain(
            yaml.load(path.read_bytes(), yaml.CSafeLoader)
        )


def plain(value: Any) -> Any:
    """The usual reader's values with dates as text."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


SEEN = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs")) | st.just(" ")
TEXT = st.text(SEEN, max_size=12).filter(
    lambda text: not re.fullmatch("[-+]?[0-9.]+[eE][-+]?[0-9]+", text)  # a number since YAML 1.2, not before
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.dictionaries(TEXT.filter(bool), VALUES, min_size=1, max_size=4))
def test_what_another_program_writes_is_read_as_it_was_meant(value: dict[str, Any]) -> None:
    document = source.read("a.yaml", yaml.safe_dump(value, allow_unicode=True, width=10**6).encode())
    assert (document.value, document.problems) == (value, ())


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=60) | st.text("ab:-[]{}&*!|>%@`'\"# \n\t", max_size=40).map(str.encode))
def test_nothing_is_raised_whatever_is_read(data: bytes) -> None:
    document = source.read("a.yaml", data)
    assert bool(document.problems) == (document.value is None)
    for one in document.problems:
        assert one.place.line >= 1
        assert one.place.column >= 1
        assert one.place.line <= max(1, len(data.decode(errors="replace").splitlines()) + 1)
        assert "\n" not in one.message + one.remedy


PLACES = b"""\
# note
title: Hips
origin: {kind: data, reason: Because}
milestones:
  - milestone: start
    actual: 2026-04-06
  -
    milestone: end
voice:
  sought: true
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ((), (2, 1)),
        (("title",), (2, 8)),
        (("origin", "reason"), (3, 30)),
        (("milestones",), (4, 1)),
        (("milestones", 0, "actual"), (6, 13)),
        (("milestones", 1), (8, 5)),
        (("milestones", 1, "milestone"), (8, 16)),
        (("voice", "sought"), (10, 11)),
        (("voice", "missing"), (9, 1)),
        (("milestones", 2, "actual"), (4, 1)),
        (("milestones", 7), (4, 1)),
    ],
)
def test_a_value_is_located(route: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert source.locate(PLACES, route) == place


def test_a_key_is_located() -> None:
    assert source.locate(PLACES, ("origin", "reason"), key=True) == (3, 22)


def test_lines_end_in_either_way_and_a_mark_of_order_is_passed_over() -> None:
    data = b"\xef\xbb\xbftitle: Hips\r\nrole: member\r\n"
    document = source.read("a.yaml", data)
    assert document.value == {"title": "Hips", "role": "member"}
    assert source.locate(data, ("role",)) == (2, 7)


def test_a_document_of_just_the_size_is_read() -> None:
    assert source.read("a.yaml", b"title: " + b"x" * 999_993).value
    (problem,) = source.read("a.yaml", b"title: " + b"x" * 999_994).problems
    assert problem.message == "the file has more than 1,000,000 bytes"


def test_all_faults_are_told_at_once() -> None:
    said = source.read("a.yaml", b"title: Hips\ntitle: !x Knees\nrole: member\nrole: x\nlist: [\n").problems
    assert [(one.place.line, one.message.split(" ")[0]) for one in said] == [
        (2, "“title”"),
        (2, "a"),
        (4, "“role”"),
        (6, "the"),
    ]


def test_a_tab_is_named_wherever_it_indents() -> None:
    for data in (b"title:\n\tA: b\n", b"title:\tA\n\tkind: b\n"):
        assert [(one.place.line, one.message) for one in source.read("x.yaml", data).problems] == [
            (2, "the line is indented with a tab")
        ]
