"""Rules about duties, meetings, publication and actions, on their edges: told just outside, silent just inside."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examples import lay, told_on_edge, told_when_broken

from generator import checks, register
from generator.schema import Schema

Q1, Q2, Q3 = (f"kpi-return/council/2026-27-{quarter}" for quarter in ("q1", "q2", "q3"))
MAY, JUNE, JULY, SEPTEMBER = (f"meeting/qap/{day}" for day in ("2026-05-14", "2026-06-25", "2026-07-02", "2026-09-24"))
HOME, NURSING, DAY = "inspection/2026-home-care", "inspection/2026-nursing-home", "inspection/2026-day-service"
HOSPITAL, INSPECTED = "inspection/2026-hospital", "action-plan/2026-inspections"
FINDING = "findings-report/2026-falls#risk-shared-late"
CHAIRLESS, ALONE, BOTH, ONE = (f"self-evaluation/{year}" for year in ("2022-23", "2023-24", "2024-25", "2025-26"))
CUSTODY, DUTY_DESK = "visit/2026-custody", "visit/2026-duty-desk"
BARE, LACKING, WHOLE, DRAFT = (f"report/annual-report-{year}" for year in ("2022-23", "2024-25", "2025-26", "2026-27"))
OVERVIEW = "report/overview-2022-23"
AGREED = "  - {stage: agreed, date: 2026-09-24, role: Independent Chair}\n"
HIPS, STAIRS, BATHS, RUGS, DOORS = (f"action-plan/2026-{name}" for name in ("hips", "stairs", "baths", "rugs", "doors"))
PLAN, LAMPS = "action-plan/2026-falls", "action-plan/2026-lamps"
CALLED_OFF, NOVEMBER, DECEMBER = (f"meeting/qap/{day}" for day in ("2026-10-08", "2026-11-05", "2026-12-03"))
AUDIT, FOUND, FOUND_HIPS = "audit/2026-falls", "findings-report/2026-falls", "findings-report/2026-hips"
YEAR, NEXT = "programme/2026-27", "programme/2027-28"
LOST = "      - {date: 2026-12-17, due: 2027-03-31, reason: The form was lost.}\n"
VERSION, LATER, PARTNERS = "publication/2026-27-q1", "publication/2026-27-q2", "publication/2026-27-q1-partners"
TWICE = ("sar/2025-adult-g", "sar/2025-adult-g")

EDGES: dict[str, list[tuple[str, str, str, list[str]]]] = {
    "answers-make-up-the-enquiries": [
        (Q1, "count: 30", "count: 40", [Q2]),
        (Q1, "count: 30", "count: 39", [Q1, Q2]),
        (Q2, "count: 25", "count: 21", [Q1, Q2]),
        (Q1, "  not-asked:\n    count: 30\n", "", [Q2]),
        (Q1, "  not-asked:\n    count: 30\n", "  not-asked: {absent: withheld, reason: It was asked for.}\n", [Q2]),
        (Q3, "exceptions:\n  - rule", "exceptions:\n  - field: values.asked\n    rule", [Q1, Q2]),
        (Q3, "exceptions:\n  - rule", "exceptions:\n  - field: values.not-asked\n    rule", [Q1, Q2, Q3]),
    ],
    "forward-plan-on-the-agenda": [
        (MAY, "kind: dashboard", "kind: forward-plan", []),
        (MAY, "minutes:\n  held: 2026-05-15\n", "", []),
        (SEPTEMBER, "kind: dashboard}\n", "kind: dashboard}\nminutes: {held: 2026-09-24}\n", [MAY, SEPTEMBER]),
        (JULY, "exceptions:\n  - rule", "exceptions:\n  - field: minutes\n    rule", [MAY, JULY]),
        ("group/qap", "owns_framework: true\n", "", []),
        ("group/board", "purpose", "owns_framework: true\npurpose", [MAY, "meeting/board/2026-06-10"]),
    ],
    "poor-inspection-answered": [
        (HOME, "notified: 2026-05-20\n", "", [HOME, NURSING]),
        (NURSING, "requires-improvement", "good", []),
        (NURSING, "requires-improvement", "not-rated", []),
        (INSPECTED, "2026-day-service", "2026-nursing-home", [DAY]),
        (INSPECTED, "inspection/2026-hospital#nights", FINDING, [HOSPITAL, NURSING]),
    ],
    "self-evaluation-by-all-evaluators": [
        (ALONE, "[business-unit]", "[business-unit, independent-chair]", []),
        (BOTH, "independent-chair, ", "", [ALONE, BOTH]),
        (CHAIRLESS, "reason: The Chair's term had ended.\n", "", [CHAIRLESS, ALONE]),
        (ONE, "  - rule", "  - field: date\n    rule", [ALONE, ONE]),
    ],
    "visit-to-another-agency": [
        (CUSTODY, "host: police", "host: council", []),
        (DUTY_DESK, "host: council", "host: police", [CUSTODY, DUTY_DESK]),
    ],
    "report-has-its-required-contents": [
        (LACKING, AGREED, "", [BARE]),
        (DRAFT, "stages:\n", "stages:\n" + AGREED.replace("09-24", "08-24"), [BARE, LACKING, DRAFT]),
        (WHOLE, "members:\n  - {agency: council, text: Ran the duty desk.}\n", "", [BARE, LACKING, WHOLE]),
        (BARE, "annual-report\n", "audit-overview\n", [LACKING]),
        (OVERVIEW, "audit-overview\n", "annual-report\n", [BARE, LACKING, OVERVIEW]),
    ],
    "meeting-decides-on-its-day": [
        (HIPS, "{date: 2026-09-23", "{date: 2026-09-24", [STAIRS, CALLED_OFF, NOVEMBER]),
        (HIPS, "{date: 2026-09-23", "{date: 2026-09-25", [HIPS, STAIRS, CALLED_OFF, NOVEMBER]),
        (HIPS, ", agreed: qap/2026-09-24", "", [STAIRS, CALLED_OFF, NOVEMBER]),
        (STAIRS, "meeting: qap/2026-07-09", "role: QAP Chair", [HIPS, CALLED_OFF, NOVEMBER]),
        (BATHS, "date: 2026-11-05, meeting", "date: 2026-11-06, meeting", [HIPS, STAIRS, RUGS, CALLED_OFF]),
        (DOORS, "meeting: qap/2026-10-08", "role: QAP Chair", ["action-plan/2026-steps", HIPS, STAIRS, NOVEMBER]),
        (NOVEMBER, "held: 2026-11-06", "held: 2026-11-05", [HIPS, STAIRS, CALLED_OFF]),
        (LAMPS, "date: 2026-12-03, meeting", "date: 2026-12-04, meeting", [HIPS, STAIRS, CALLED_OFF, NOVEMBER]),
        (DECEMBER, "lamps]}\n", "lamps]}\nminutes: {held: 2026-12-04}\n", [HIPS, STAIRS, LAMPS, CALLED_OFF, NOVEMBER]),
    ],
    "meeting-held-or-called-off": [
        (MAY, "minutes:\n  held: 2026-05-14\n", "", []),
        (MAY, "cancelled: {date: 2026-05-12, reason: Too few could come.}\n", "", []),
    ],
    "presented-on-one-day": [
        (FOUND, "presented_on: 2026-06-26", "presented_on: 2026-06-25", [FOUND_HIPS]),
        (FOUND, "presented_on: 2026-06-26\n", "", [FOUND_HIPS]),
        (FOUND_HIPS, "qap/2026-03-12", "qap/2026-06-25", [FOUND]),
        (AUDIT, "actual: 2026-06-25", "planned: 2026-06-25", [FOUND_HIPS]),
        (AUDIT, "actual: 2026-06-25", "actual: 2026-06-26", [FOUND_HIPS]),
    ],
    "minutes-name-what-was-agreed": [
        (HIPS, "meeting: qap/2026-06-25", "role: QAP Chair", [VERSION]),
        (HIPS, "qap/2026-06-25", "qap/2026-12-03", [VERSION]),
        (HIPS, "stage: agreed", "stage: accuracy-check", [VERSION]),
        (STAIRS, "field: stages", "field: actions", [HIPS, STAIRS, VERSION]),
        (SEPTEMBER, "[publication/2026-27-q1-partners]", "[publication/2026-27-q1]", [HIPS, PARTNERS]),
        (JUNE, "[action-plan/2026-falls]", "[action-plan/2026-falls, action-plan/2026-hips#a1]", [VERSION]),
        (DECEMBER, "forward-plan}\n", "forward-plan}\nminutes: {held: 2026-12-03}\n", [HIPS, VERSION, LATER]),
    ],
    "audits-agreed-by-their-group": [
        (YEAR, "training/2026-06-25", "qap/2026-06-25", [AUDIT]),
        (NEXT, "board/2026-06-25", "training/2026-06-25", [AUDIT, YEAR, NEXT]),
        (FOUND, "board/2026-06-25", "training/2026-06-25", [AUDIT, FOUND, YEAR]),
        (AUDIT, "training/2026-06-25", "board/2026-06-25", [YEAR]),
        (AUDIT, ", agreed: training/2026-06-25", "", [YEAR]),
        (AUDIT, "actual: 2026-06-03\n", "actual: 2026-06-03\n    agreed: training/2026-06-25\n", [AUDIT, AUDIT, YEAR]),
        (PLAN, "field: stages", "field: actions", [PLAN, AUDIT, YEAR]),
        ("group/qap", "owns_framework: true\n", "", []),
    ],
    "action-closed-with-evidence": [
        (HIPS, "status: complete, evidence: A dip sample of 20 referrals.", "status: complete", [HIPS, HIPS, HIPS]),
        (HIPS, "    impact:\n      - {date: 2026-09-30, text: Nobody fell.}\n", "", [HIPS, HIPS, HIPS]),
        (HIPS, "complete, note: Done.}\n  - id: kept", "withdrawn}\n  - id: kept", [HIPS]),
        (HIPS, "note: Done and kept", "evidence: A dip sample", [HIPS]),
        (HIPS, "  - {stage: agreed, date: 2026-06-25, role: QAP Chair}\n", "", []),
    ],
    "action-moved-twice-at-most": [
        (HIPS, "lost.}\n  - id: excused", "gone.}\n  - id: excused", [HIPS]),
        (HIPS, f"{LOST}  - id: excused", "  - id: excused", []),
        (HIPS, "field: actions.excused", "field: actions.twice", [HIPS, HIPS]),
    ],
    "review-published-with-decision": [
        ("sar/2025-adult-j", "date: 2025-11-21", "date: 2025-11-20", ["sar/2025-adult-f", *TWICE, "sar/2025-adult-h"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "name", "old", "new", "told"), [(rule, *edge) for rule, edges in EDGES.items() for edge in edges]
)
def test_a_rule_is_told_just_outside_and_not_just_inside(
    rule: str, name: str, old: str, new: str, told: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    found = told_on_edge(tmp_path, schemas, rule, name, old, new)
    assert found == sorted((rule, f"records/{file}.yaml") for file in told)


@pytest.mark.parametrize(
    ("rule", "name", "told"),
    [
        ("poor-inspection-answered", INSPECTED, []),
        ("audits-agreed-by-their-group", "group/board", []),
        ("audits-agreed-by-their-group", "group/council", []),
        ("meeting-decides-on-its-day", NOVEMBER, [HIPS, STAIRS, CALLED_OFF]),
        ("minutes-name-what-was-agreed", SEPTEMBER, [HIPS]),
        ("presented-on-one-day", AUDIT, [FOUND_HIPS]),
    ],
)
def test_what_cannot_be_read_is_not_held_against_others(
    rule: str, name: str, told: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    found = told_when_broken(tmp_path, schemas, rule, name)
    left = [("schema", f"records/{name}.yaml"), *((rule, f"records/{file}.yaml") for file in told)]
    assert sorted(found) == sorted(left)


def test_a_notification_in_the_private_store_answers_an_inspection(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", "poor-inspection-answered")
    (tmp_path / "records/notification").mkdir()
    text = "agency: council\nkind: poor-inspection\nnotified: 2026-05-20\ninspection: 2026-nursing-home\n"
    (tmp_path / "records/notification/one.yaml").write_text(text)
    assert checks.run(register.read(tmp_path, schemas)) == []


def test_a_report_dated_on_another_day_than_its_meeting_is_told_once(
    tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    lay(tmp_path, "base", "presented-on-one-day")
    path = tmp_path / f"records/{FOUND}.yaml"
    path.write_text(path.read_text().replace("presented_on", "presented: qap/2026-06-25\npresented_on"))
    rules = [one.rule for one in checks.run(register.read(tmp_path, schemas)) if FOUND in one.place.file]
    assert rules == ["meeting-decides-on-its-day"]


def test_an_answer_above_its_whole_is_an_error_and_no_departure(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", "answers-make-up-the-enquiries")
    path = tmp_path / f"records/{Q1}.yaml"
    path.write_text(path.read_text().replace("count: 180", "count: 221"))
    rules = {one.rule for one in checks.run(register.read(tmp_path, schemas)) if Q1 in one.place.file}
    assert rules == {"part-within-its-whole"}


def test_an_error_is_told_before_the_departure_that_it_brings_about(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", "answers-make-up-the-enquiries")
    path = tmp_path / f"records/{Q1}.yaml"
    split = "count: 230\n    by: {age: {18-64: 90, 65-plus: 130}}"
    path.write_text(path.read_text().replace("count: 220", split).replace("count: 30", "count: 40"))
    rules = {one.rule for one in checks.run(register.read(tmp_path, schemas)) if Q1 in one.place.file}
    assert rules == {"breakdown-adds-up"}
