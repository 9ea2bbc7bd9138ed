"""A departure with a recorded reason is shown and not asked about; an error can't be excepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examples import lay

from generator import checks, register
from generator.schema import Schema

AUDIT = "records/audit/2026-falls.yaml"


def excepted(root: Path, schemas: dict[str, Schema], field: str) -> tuple[list[str], list[str]]:
    """The departures that are asked about, and the reasons of all, with an exception for this field."""
    lay(root, "base", "milestone-in-its-week")
    with open(root / AUDIT, "a") as file:
        file.write(f"exceptions:\n  - {{{field}rule: milestone-in-its-week, reason: It was agreed.}}\n")
    found = register.read(root, schemas)
    asked = [one.message.split("”")[0] for one in checks.run(found) if one.place.file == AUDIT]
    return asked, [one.reason for one in checks.departures(found) if one.place.file == AUDIT]


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        ("", []),
        ("field: milestones, ", []),
        ("field: milestones.audit-day, ", ["“Completed audits returned"]),
        ("field: milestones.audit-day.actual, ", ["“Completed audits returned"]),
        ("field: milestones.audit, ", ["“Completed audits returned", "“Audit day"]),
        ("field: mile, ", ["“Completed audits returned", "“Audit day"]),
    ],
)
def test_an_exception_is_for_a_field_and_what_is_in_it(
    field: str, asked: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    still, reasons = excepted(tmp_path, schemas, field)
    assert still == asked
    assert sorted(reasons) == [""] * len(asked) + ["It was agreed."] * (2 - len(asked))


def test_a_reason_in_the_record_is_kept_with_its_departure(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", "adults-voice-sought")
    found = register.read(tmp_path, schemas)
    reasons = {one.place.file.split("/")[-1]: one.reason for one in checks.departures(found)}
    assert reasons == {
        "2026-falls.yaml": "",
        "police.yaml": "The cases were closed and the adults had died.",
        "council.yaml": "The Chair agreed to it.",
    }
    assert [one.place.file for one in checks.run(found)] == [AUDIT]


def test_checks_do_not_read_the_clock(shipped: register.Register) -> None:
    """Only a record can make a problem: the passing of time makes none."""
    assert checks.run(shipped) == checks.run(shipped)
    for module in checks.modules().values():
        assert "today" not in Path(str(module.__file__)).read_text()
