"""Names, dates, quarters and values as a sentence has them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.diff.values import value_text
from generator.register import Register
from generator.register.names import record_name, short_name
from generator.wording import date_change, inside, ordinal, quoted, some_of


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2026-03-31", "2026-06-30", "31 March → 30 June 2026"),
        ("2025-12-31", "2026-01-01", "31 December 2025 → 1 January 2026"),
    ],
)
def test_a_date_that_moved_has_its_year_once(before: str, after: str, said: str) -> None:
    assert date_change(date.fromisoformat(before), date.fromisoformat(after)) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["a", "b", "c", "d", "e"], "a, b, c and 2 more"),
    ],
)
def test_a_list_is_cut(items: list[str], said: str) -> None:
    assert some_of(items) == said


def test_long_text_is_cut_at_a_word() -> None:
    assert quoted("one\n two") == "“one two”"
    assert quoted("x" * 60) == f"“{'x' * 60}”"
    assert quoted("word " * 13) == f"“{' '.join(['word'] * 11)} …”"
    assert quoted("x" * 61) == f"“{'x' * 59} …”"


@pytest.mark.parametrize(
    ("title", "said"),
    [("Audit day", "audit day"), ("KPI return", "KPI return"), ("DoLS applications", "DoLS applications")],
)
def test_a_title_in_a_sentence_keeps_its_capitals_where_it_is_a_name(title: str, said: str) -> None:
    assert inside(title) == said


@pytest.mark.parametrize(
    ("type", "id", "said"),
    [
        ("agency", "gm-police", "Greater Manchester Police"),
        ("meeting", "qap/2026-09-24", "Quality Assurance Partnership, 24 September 2026"),
        ("kpi-return", "gm-police/2026-27-q1", "Greater Manchester Police, Q1 2026-27"),
        ("programme", "2026-27", "Audit programme 2026-27"),
        ("qa-statement", "gm-police/2024-25", "Greater Manchester Police, 2024-25"),
        ("action-plan", "2023-hospital-discharge", "Safe discharge from hospital"),
        ("visit", "not-there", "Not there"),
    ],
)
def test_a_record_is_called_what_people_call_it(type: str, id: str, said: str, shipped: Register) -> None:
    assert short_name(shipped, type, id) == said


@pytest.mark.parametrize(
    ("type", "id", "said"),
    [
        ("agency", "gm-police", "Greater Manchester Police"),
        ("meeting", "qap/2026-09-24", "Quality Assurance Partnership, 24 September 2026"),
        ("kpi-return", "gm-police/2026-27-q1", "KPI return: Greater Manchester Police, Q1 2026-27"),
        ("audit-return", "2026-self-neglect/gm-police", "Audit return: Self-neglect and hoarding: three years on, "
         "Greater Manchester Police"),
        ("programme", "2026-27", "Audit programme: 2026-27"),
        ("visit", "not-there", "Front-line visit: not there"),
        ("meeting", "qap/not-a-day", "Meeting: qap/not a day"),
        ("nonsense", "not-there", "not there"),
    ],
)  # fmt: skip
def test_a_record_has_its_type_before_what_its_path_says(type: str, id: str, said: str, shipped: Register) -> None:
    assert record_name(shipped, type, id) == said


def test_a_value_is_said_by_its_schema(shipped: Register) -> None:
    def said(node: dict[str, object], given: object) -> str:
        return value_text(node, given, shipped)

    assert said({}, None) == "nothing"
    assert said({}, True) == "yes"
    assert said({}, 1234) == "1,234"
    assert said({"format": "date"}, "2026-06-30") == "30 June 2026"
    assert said({"x-period": True}, "2026-27-q2") == "Q2 2026-27"
    assert said({"x-period": True}, "2026-27") == "2026-27"
    assert said({"enum": ["in-person"]}, "in-person") == "in person"
    assert said({"x-counts": "people"}, "[c]") == "[c]"
    assert said({"x-record": "agency"}, "gm-police") == "Greater Manchester Police"
    assert said({"x-item": "framework/principles"}, "empowerment") == "Empowerment"
    assert said({"items": {"enum": []}}, ["a-b", "c"]) == "a b and c"
    assert said({"items": {}}, []) == "none"
    assert said({"properties": {"mode": {"title": "Mode", "enum": []}}}, {"mode": "in-person"}) == "mode in person"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (20, "20th"), (21, "21st"), (32, "32nd"), (43, "43rd"), (100, "100th"), (111, "111th"), (1212, "1,212th"),
    ],
)  # fmt: skip
def test_a_place_in_a_row_has_its_ending(number: int, said: str) -> None:
    assert ordinal(number) == said
