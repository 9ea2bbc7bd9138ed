"""Days on which people do not work, and audits without cases or with too many."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_examples import EXAMPLES, lay

from generator import checks, register
from generator.periods.working_days import first_working_day, why_not_working
from generator.schema import Schema

DAYS, NIL, SAMPLE = "planned-on-a-working-day", "audit-return-has-cases", "cases-within-the-sample"
AUDIT, MEETING = "audit/2026-falls", "meeting/qap/2026-06-11"
TWICE, RETURN = "audit/2025-bruises", "audit-return/2026-falls/police"


def told(root: Path, schemas: dict[str, Schema], rule: str, name: str, *edits: tuple[str, str]) -> list[str]:
    """The routes that the rule tells of in one record of the example that breaks it, after these edits of its text."""
    lay(root, "base", rule)
    path = root / f"records/{name}.yaml"
    text = path.read_text()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text)
    found = register.read(root, schemas)
    assert not found.faults
    problems = [one for check in (checks.modules()[rule],) for one in check.problems(found)]
    mine = [one for one in problems if one.place.file == f"records/{name}.yaml"]
    return [".".join(map(str, one.place.route)) for one in mine]


@pytest.mark.parametrize(
    ("edits", "routes"),
    [
        ([], ["milestones.2.planned", "milestones.4.planned"]),
        ([("2026-05-25", "2026-05-26"), ("2026-06-06", "2026-06-05")], []),
        ([("2026-05-25", "2026-05-24"), ("2026-06-06", "2026-06-05")], ["milestones.2.planned"]),
        (
            [("2026-05-25", "2026-05-26"), ("actual: 2026-05-22", "actual: 2026-05-24"), ("2026-06-06", "2026-06-05")],
            [],
        ),
        ([("    planned: 2026-05-25\n", ""), ("planned: 2026-06-06", "actual: 2026-06-06")], ["milestones.4.actual"]),
        (
            [("    planned: 2026-05-25\n", ""), ("planned: 2026-06-06", "planned: 2026-06-05\n    actual: 2026-06-07")],
            ["milestones.4.actual"],
        ),
        (
            [("    planned: 2026-05-25\n", ""), ("planned: 2026-06-06", "planned: 2026-06-06\n    actual: 2026-06-06")],
            ["milestones.4.planned"],
        ),
        (
            [("starts: 2026-04-07", "starts: 2026-04-06"), ("2026-05-25", "2026-04-06"), ("2026-06-06", "2026-06-05")],
            ["starts"],
        ),
    ],
)
def test_an_audits_days_are_working_days(
    edits: list[tuple[str, str]], routes: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    assert told(tmp_path, schemas, DAYS, AUDIT, *edits) == routes


@pytest.mark.parametrize(
    ("edits", "routes"),
    [
        ([], ["minutes.held"]),
        ([("held: 2026-06-14", "held: 2026-06-12")], []),
        ([("minutes:\n  held: 2026-06-14", "cancelled: {date: 2026-06-01, reason: Few could come.}")], []),
    ],
)
def test_a_meeting_is_on_a_working_day(
    edits: list[tuple[str, str]], routes: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    assert told(tmp_path, schemas, DAYS, MEETING, *edits) == routes


def test_a_meeting_that_was_cancelled_is_not_moved(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    name = "meeting/qap/2026-12-28"
    assert told(tmp_path, schemas, DAYS, name) == [""]
    called_off = ("agenda:", "cancelled: {date: 2026-12-01, reason: It is a holiday.}\nagenda:")
    assert told(tmp_path, schemas, DAYS, name, called_off) == []


def test_without_a_nation_nothing_is_said_of_days(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", DAYS)
    path = tmp_path / "records/partnership/esap.yaml"
    path.write_text(path.read_text().replace("bank_holidays: England\n", ""))
    found = register.read(tmp_path, schemas)
    assert not list(checks.modules()[DAYS].problems(found))


@pytest.mark.parametrize(
    ("day", "nation", "why"),
    [
        (date(2026, 12, 25), "England", "Christmas Day"),
        (date(2026, 12, 28), "England", "the holiday for Boxing Day"),
        (date(2026, 12, 29), "England", ""),
        (date(2026, 4, 6), "England", "Easter Monday"),
        (date(2026, 4, 6), "Scotland", ""),
        (date(2026, 11, 30), "Scotland", "Saint Andrew's Day"),
        (date(2026, 7, 4), "Wales", "a Saturday"),
    ],
)
def test_each_nation_has_its_own_holidays(day: date, nation: str, why: str) -> None:
    assert why_not_working(day, nation) == why


def test_the_next_working_day_is_past_weekends_and_holidays() -> None:
    assert first_working_day(date(2026, 4, 3), "England") == date(2026, 4, 7)
    assert first_working_day(date(2026, 4, 7), "England") == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("name", "edits", "routes"),
    [
        (RETURN, [], ["nil"]),
        (RETURN, [("nil: {reason: No case of the sample was known to the police.}", "cases_audited: 1")], []),
        (TWICE, [("kind: multi-agency", "kind: joint-learning-hub")], []),
    ],
)
def test_a_second_nil_return_running_is_asked_about(
    name: str, edits: list[tuple[str, str]], routes: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    assert told(tmp_path, schemas, NIL, name, *edits) == routes


def test_a_nil_return_is_valid_in_a_single_agency_audit(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    told(tmp_path, schemas, NIL, TWICE, ("kind: multi-agency", "kind: single-agency"))
    assert not list(checks.modules()[NIL].problems(register.read(tmp_path, schemas)))


def test_a_first_nil_return_is_not_asked_about(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    nil = "nil: {reason: No case of the sample was known to the police.}"
    told(tmp_path, schemas, NIL, "audit-return/2025-bruises/police", (nil, "cases_audited: 1"))
    assert not list(checks.modules()[NIL].problems(register.read(tmp_path, schemas)))


def test_another_agencys_nil_return_is_another_matter(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", NIL)
    folder = tmp_path / "records/audit-return/2026-falls"
    (folder / "police.yaml").rename(folder / "council.yaml")
    assert not list(checks.modules()[NIL].problems(register.read(tmp_path, schemas)))


@pytest.mark.parametrize(("cases", "routes"), [("20", []), ("21", ["cases_audited"])])
def test_no_more_cases_than_the_sample_has(
    cases: str, routes: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    assert told(tmp_path, schemas, SAMPLE, RETURN, ("cases_audited: 24", f"cases_audited: {cases}")) == routes


def test_every_reason_asked_for_is_found_where_the_remedy_says() -> None:
    for rule in (DAYS, NIL, SAMPLE):
        remedies = (EXAMPLES / rule / "expected.txt").read_text().splitlines()[1::2]
        assert all("`exceptions`" in remedy and f"`rule: {rule}`" in remedy for remedy in remedies)
