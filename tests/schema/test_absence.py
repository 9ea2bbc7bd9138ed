"""Signs that stand for a number that is not given are met with the code that a record has for it."""

from __future__ import annotations

import pytest

from generator import schema, source
from generator.schema import Schema

RETURN = "received: 2026-04-30\nsender_role: Analyst\nvalues:\n  officers:\n    count: {}\n"


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("<5", "withheld"), ("≤ 4", "withheld"), ('"*"', "withheld"), ("[c]", "withheld"), ("suppressed", "withheld"),
        ("fewer than 5", "withheld"), ("N/A", "not-applicable"), ("[z]", "not-applicable"), ("n/k", "not-available"),
        ("[x]", "not-available"), ("unknown", "not-available"), ("tbc", "not-available"), ('"-"', "not-available"),
        ("..", "not-available"),
    ],
)  # fmt: skip
def test_a_sign_is_answered_with_its_code(sign: str, code: str, schemas: dict[str, Schema]) -> None:
    document = source.read("records/kpi-return/police/2026-q1.yaml", RETURN.format(sign).encode())
    (problem,) = schema.problems(schemas["kpi-return"], document.name, document.value, document.data)
    assert problem.message.endswith("which stands for a number that is not given")
    assert problem.remedy.startswith(f"Write `absent: {code}` in place of “count”")
    assert not problem.fix


@pytest.mark.parametrize("sign", ["*", "-"])
def test_a_sign_that_yaml_cannot_read_is_answered_likewise(sign: str) -> None:
    (problem,) = source.read("records/x.yaml", RETURN.format(sign).encode()).problems
    assert "`absent: withheld`" in problem.remedy
    assert (problem.place.line, problem.place.column) == (5, 12)


@pytest.mark.parametrize("word", ["five", "12 people", "1,000"])
def test_a_number_in_another_form_is_still_asked_for_in_digits(word: str, schemas: dict[str, Schema]) -> None:
    document = source.read("records/kpi-return/police/2026-q1.yaml", RETURN.format(word).encode())
    (problem,) = schema.problems(schemas["kpi-return"], document.name, document.value, document.data)
    assert "absent" not in problem.remedy


def test_a_sign_within_a_breakdown_asks_for_the_number(schemas: dict[str, Schema]) -> None:
    text = RETURN.format("20\n    by:\n      age: {under-65: <5}")
    document = source.read("records/kpi-return/police/2026-q1.yaml", text.encode())
    (problem,) = schema.problems(schemas["kpi-return"], document.name, document.value, document.data)
    assert problem.remedy.startswith("Write the number in full: no small one is published.")


def test_an_absent_figure_with_a_breakdown_is_asked_to_leave_it_out(schemas: dict[str, Schema]) -> None:
    text = RETURN.replace("count: {}", "absent: withheld\n    by: {age: {under-65: 2}}")
    document = source.read("records/kpi-return/a/2026-27-q1.yaml", text.encode())
    found = schema.problems(schemas["kpi-return"], document.name, document.value, document.data)
    said = {one.message for one in found}
    assert said == {"“reason” is missing: “absent” needs it", "“by” does not belong here"}
