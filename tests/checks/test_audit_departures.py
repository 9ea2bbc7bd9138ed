"""Each rule about how an audit departs from the framework, on its edge: told just outside, silent just inside."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examples import told_on_edge, told_when_broken

from generator.schema import Schema

FALLS, HIPS, MOBILITY, LATER = "audit/2026-falls", "audit/2026-hips", "audit/2026-mobility", "audit/2026-later"
OF_HIPS = "findings-report/2026-hips"
TOOL, LONG, METHODOLOGY = "audit-tool/falls", "audit-tool/falls-long", "methodology/2024"
REPORT, OTHER, PROGRAMME = "findings-report/2026-falls", "findings-report/2026-mobility", "programme/2026-27"
ACTIONS, PRACTICE, PARTNERSHIP = "action-plan/2026-falls", "good-practice/the-next-day", "partnership/esap"
EVENT = "  - milestone: audit-day\n    actual: 2026-06-03\n"
PRESENTED = "  - milestone: presented\n    actual: 2026-06-25\n"
WALK = "milestones:\n  - milestone: {}\n    actual: {}\nsample:"

EDGES: dict[str, list[tuple[str, str, str, list[str]]]] = {
    "audit-considers-equality": [
        (FALLS, "  agreed: 2026-04-09\n  covers: [age, gender]\n", "", []),
        (FALLS, "kind: multi-agency", "kind: single-agency", []),
        (FALLS, "voice:\n", "equality: Deafness is asked about.\nvoice:\n", []),
        (HIPS, "rule: audit-considers", "field: sample, rule: audit-considers", [FALLS]),
        (HIPS, "rule: audit-considers", "field: voice, rule: audit-considers", [FALLS, HIPS]),
    ],
    "finding-rests-on-two-sources": [
        (REPORT, "presented_on: 2026-06-25\n", "", []),
        (REPORT, "[case-records]}", "[case-records, performance-data]}", [REPORT]),
        (OF_HIPS, "findings.hips-missed", "findings.hips", [REPORT, REPORT, OF_HIPS]),
    ],
    "audit-in-approved-programme": [
        (FALLS, "kind: multi-agency", "kind: single-agency", [PROGRAMME]),
        (LATER, "sample:", WALK.format("notice", "2026-03-12"), [FALLS, PROGRAMME]),
        (LATER, "sample:", WALK.format("sample-agreed", "2026-04-09"), [FALLS, LATER, PROGRAMME]),
        (PROGRAMME, "audits:", "approved_on: 2026-03-12\naudits:", [FALLS]),
        (PROGRAMME, "audit: 2026-hips", "audit: 2026-falls", [HIPS, PROGRAMME]),
        (PARTNERSHIP, "tracked_from: 2026-01-01", "tracked_from: 2026-04-06", [FALLS, PROGRAMME]),
        (PARTNERSHIP, "tracked_from: 2026-01-01", "tracked_from: 2026-04-07", [PROGRAMME]),
    ],
    "good-practice-noted": [
        (FALLS, PRESENTED, "", []),
        (REPORT, "stages:", "good_practice: [A crew went back.]\nstages:", []),
        (PRACTICE, "audit-return/2026-hips/police", "audit/2026-falls", [HIPS]),
        (PRACTICE, "audit-return/2026-hips/police", "findings-report/2026-falls#risk-shared-late", [HIPS]),
        (PARTNERSHIP, "practice\n    tracked_from: 2026-04-01", "practice\n    tracked_from: 2026-06-26", []),
        (PARTNERSHIP, "  - type: good-practice\n    tracked_from: 2026-04-01\n", "", [FALLS]),
    ],
    "findings-presented-with-report-and-plan": [
        (HIPS, PRESENTED, "", [OTHER]),
        (OTHER, "presented_on: 2026-06-25\n", "", [HIPS]),
        (ACTIONS, "[audit/2026-falls]", "[sar/2025-adult-f]", [FALLS, HIPS, OTHER]),
        (ACTIONS, "[audit/2026-falls]", "[audit/2026-falls, findings-report/2026-mobility]", [HIPS]),
        (PARTNERSHIP, "plan\n    tracked_from: 2026-04-01", "plan\n    tracked_from: 2026-06-26", [HIPS]),
    ],
    "audit-asks-only-members": [
        (FALLS, "kind: multi-agency", "kind: single-agency", []),
        (FALLS, "police, fire, ambulance]", "police]", []),
        (FALLS, "equality:", "exemptions: [{agency: fire, reason: It ended.}]\nequality:", [FALLS]),
        ("agency/fire", "2026-03-31", "2026-05-23", [FALLS, FALLS]),
        ("agency/fire", "2026-03-31", "2026-05-24", [FALLS]),
        ("agency/ambulance", "2026-05-04", "2026-04-07", [FALLS, FALLS]),
        ("agency/ambulance", "2026-05-04", "2026-04-06", [FALLS]),
    ],
    "every-agency-asked-or-exempt": [
        (FALLS, "agencies: [council]\n", "", []),
        (FALLS, "agencies: [council]", "agencies: [council, police]", []),
        (FALLS, "kind: multi-agency", "kind: single-agency", []),
        (HIPS, "police, reason", "council, reason", [FALLS, HIPS]),
    ],
    "tool-asks-what-it-must": [
        (TOOL, "[adults-voice]", "[adults-voice, protected-characteristics]", []),
        (FALLS, "tools: [falls]\n", "", []),
        (FALLS, "tools: [falls]", "tools: [unused]", ["audit-tool/unused"]),
    ],
    "one-simple-tool-for-all": [
        (METHODOLOGY, "max_questions: 2", "max_questions: 3", [FALLS]),
        (METHODOLOGY, "max_questions: 2\n", "", [FALLS]),
        (FALLS, "[falls, falls-long]", "[falls]", []),
        (FALLS, "[falls, falls-long]", "[falls-long]", [LONG]),
    ],
    "audit-day-held-as-asked": [
        (FALLS, EVENT, "", [HIPS]),
        (FALLS, "mode: remote", "mode: in-person", [FALLS, HIPS]),
        (FALLS, ", Deputy Chief Executive]", ", Business Manager, Deputy Chief Executive]", [FALLS, HIPS]),
        (FALLS, "  led_by: [QAP Chair, Deputy Chief Executive]\n", "", [FALLS, HIPS]),
        (MOBILITY, "  reason: Snow had closed the roads.\n", "", [FALLS, FALLS, HIPS, MOBILITY, MOBILITY]),
        (METHODOLOGY, "in_person: true", "in_person: false", [FALLS]),
    ],
    "information-pack-at-the-start": [
        (FALLS, "pack: 2026-04-20", "pack: 2026-04-12", []),
        (FALLS, "pack: 2026-04-20", "pack: 2026-04-13", [FALLS]),
        (FALLS, "information_pack: 2026-04-20\n", "", []),
        (METHODOLOGY, "week: 1, words: At", "week: 3, words: At", []),
    ],
    "notice-at-a-meeting-before-the-start": [
        (FALLS, "actual: 2026-04-08", "planned: 2026-04-08", [HIPS]),
        (FALLS, "actual: 2026-04-08", "actual: 2026-04-07", [FALLS, HIPS]),
        (FALLS, "actual: 2026-04-08", "actual: 2026-03-12", [HIPS]),
        (HIPS, "actual: 2026-03-20", "actual: 2026-03-12", [FALLS]),
        ("meeting/qap/2026-03-12", "held: 2026-03-12", "held: 2026-03-20", [FALLS]),
        ("group/qap", "owns_framework: true\n", "", [FALLS]),
        (PARTNERSHIP, "meeting\n    tracked_from: 2026-01-01", "meeting\n    tracked_from: 2026-03-21", [FALLS]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "name", "old", "new", "told"), [(rule, *edge) for rule, edges in EDGES.items() for edge in edges]
)
def test_a_departure_is_told_just_outside_and_not_just_inside(
    rule: str, name: str, old: str, new: str, told: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    found = told_on_edge(tmp_path, schemas, rule, name, old, new)
    assert found == [(rule, f"records/{file}.yaml") for file in sorted(told)]


@pytest.mark.parametrize(
    ("rule", "name", "told"),
    [
        ("audit-in-approved-programme", PROGRAMME, []),
        ("good-practice-noted", PRACTICE, []),
        ("good-practice-noted", REPORT, []),
        ("findings-presented-with-report-and-plan", ACTIONS, [HIPS]),
        ("findings-presented-with-report-and-plan", OTHER, [HIPS]),
        ("tool-asks-what-it-must", TOOL, []),
        ("notice-at-a-meeting-before-the-start", "meeting/qap/2026-03-12", [FALLS]),
        ("notice-at-a-meeting-before-the-start", "group/qap", [FALLS]),
    ],
)
def test_what_a_broken_record_would_have_held_is_not_missed(
    rule: str, name: str, told: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    found = told_when_broken(tmp_path, schemas, rule, name)
    left = [("schema", f"records/{name}.yaml"), *((rule, f"records/{file}.yaml") for file in told)]
    assert sorted(found) == sorted(left)
