"""Each rule on its edge: the last record that upholds it, and the first that does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examples import EXAMPLES, lay

from generator import checks, register
from generator.schema import Schema

AUDIT, KPI, SAR = "audit/2026-falls", "kpi-return/council/2026-27-q1", "sar/2025-adult-f"
PLAN, RETURN, INDICATOR = "action-plan/2026-falls", "audit-return/2026-falls/police", "indicator/k15"
METHODOLOGY, MEETING, OBLIGATION = "methodology/2024", "meeting/qap/2026-03-12", "obligation/multi-agency-audit"
PUBLISHED = """\
  - {stage: agreed, date: 2025-10-02, role: Independent Chair}
  - {stage: published, date: 2025-11-20}
publication: {date: 2025-10-02, decision: summary, family_informed: true, proceedings_clear: true,
  read_for_identification: true, embargo: 2025-11-20}
"""
ACTION = (EXAMPLES / "base/records/action-plan/2026-falls.yaml").read_text().split("title: Action plan on falls\n")[1]


def action(arises: str, due: str) -> str:
    """The plan's text with what it arises from and when its action, set in January, is due."""
    text = ACTION.replace("arises_from: [audit/2026-falls]", f"arises_from: [{arises}]").replace("2026-09-30", due)
    return text.replace("set: 2026-06-25", "set: 2026-01-05")


EDGES: list[tuple[str, str, str, list[str]]] = [
    (AUDIT, "actual: 2026-05-26", "actual: 2026-05-27", []),
    (AUDIT, "actual: 2026-05-26", "actual: 2026-05-28", ["audit-shared-a-week-before"]),
    (AUDIT, "actual: 2026-05-26", "actual: 2026-06-03", ["audit-shared-a-week-before"]),
    (AUDIT, "actual: 2026-05-26", "actual: 2026-06-04", ["audit-shared-before-its-day"]),
    (AUDIT, "actual: 2026-05-22", "actual: 2026-05-24", []),
    (AUDIT, "actual: 2026-05-22", "actual: 2026-05-25", ["milestone-in-its-week"]),
    (AUDIT, "actual: 2026-05-22", "actual: 2026-04-09", []),
    (AUDIT, "actual: 2026-05-22", "actual: 2026-04-08", ["milestones-in-order"]),
    (AUDIT, "actual: 2026-05-22", "planned: 2026-05-24", []),
    (AUDIT, "actual: 2026-05-22", "planned: 2026-05-25", ["milestone-in-its-week"]),
    (AUDIT, "actual: 2026-05-22", "planned: 2026-05-25\n    reason: It was Easter.", []),
    (AUDIT, "actual: 2026-05-22", "planned: 2026-05-25\n    agreed: qap/2026-03-12\n    actual: 2026-05-25", []),
    (AUDIT, "actual: 2026-05-22", "planned: 2026-05-25\n    actual: 2026-05-24", []),
    (AUDIT, "actual: 2026-05-22", "planned: 2026-05-26\n    actual: 2026-05-25", ["milestone-in-its-week"]),
    (AUDIT, "kind: multi-agency", "kind: single-agency", []),
    (AUDIT, "agreed: 2026-04-09\n  covers: [age, gender]", "reason: It is not agreed yet.", []),
    (AUDIT, "  agreed: 2026-04-09\n  covers: [age, gender]\n", "", []),
    (AUDIT, "covers: [age, gender]", "covers: []", ["sample-covers-every-dimension"]),
    (METHODOLOGY, "share_days_before: 7\n", "", []),
    (METHODOLOGY, "share_days_before: 7\n", "share_days_before: 8\n", []),
    (METHODOLOGY, "share_days_before: 7\n", "share_days_before: 9\n", ["audit-shared-a-week-before"]),
    (KPI, "received: 2026-07-21", "received: 2026-07-01", []),
    (KPI, "received: 2026-07-21", "received: 2026-06-30", ["figure-after-its-quarter"]),
    (KPI, "count: 40", "count: 41", ["part-within-its-whole"]),
    (KPI, "count: 40", "count: 39", ["part-within-its-whole"]),
    (KPI, "  not-asked:\n    count: 40\n", "", []),
    (KPI, "  not-asked:\n    count: 40\n", "  not-asked: {absent: withheld, reason: It was asked for.}\n", []),
    (KPI, "180\n  not-asked:\n    count: 40\n", "221\n", ["part-within-its-whole"]),
    (KPI, "180\n  not-asked:\n    count: 40\n", "220\n", []),
    (KPI, "65-plus: 130", "65-plus: 131", ["breakdown-adds-up"]),
    (KPI, "18-64: 90, ", "", []),
    (KPI, "18-64: 90, 65-plus: 130", "65-plus: 221", ["breakdown-adds-up"]),
    (KPI, "{neglect: 150", "{neglect: 220", []),
    (KPI, "{neglect: 150", "{neglect: 221", ["breakdown-adds-up"]),
    (RETURN, "good: 6", "good: 5", []),
    (RETURN, "good: 6", "good: 7", ["answers-within-cases-audited"]),
    (RETURN, "cases_audited: 8\n", "", []),
    (RETURN, "cases_audited: 8\n", "tool: falls\ncases_audited: 8\n", []),
    (RETURN, "received: 2026-05-20", "received: 2026-05-20\nnil: {reason: No case.}", []),
    (SAR, "completed: 2025-09-30", "completed: 2025-10-10", []),
    (SAR, "completed: 2025-09-30", "completed: 2025-10-11", ["review-within-its-time-limit"]),
    (SAR, "completed: 2025-09-30\n", "", []),
    (SAR, "{stage: draft, date: 2025-09-15}\n", "{stage: draft, date: 2025-09-15}\n" + PUBLISHED, []),
    (
        SAR,
        "{stage: draft, date: 2025-09-15}\n",
        "{stage: draft, date: 2025-09-15}\n" + PUBLISHED.replace("embargo: 2025-11-20", "embargo: 2025-11-21"),
        ["review-published-with-decision"],
    ),
    (PLAN, "set: 2026-06-25", "set: 2026-01-01", []),
    (PLAN, "due: 2026-09-30", "due: 2026-06-24", ["schema"]),
    (PLAN, "arises_from: [audit/2026-falls]", "arises_from: [audit/2026-falls, sar/2025-adult-f]", []),
    (PLAN, ACTION, action("audit/2026-falls", "2026-04-06"), []),
    (PLAN, ACTION, action("audit/2026-falls", "2026-04-05"), ["action-due-after-audit"]),
    (PLAN, ACTION, action("findings-report/2026-falls", "2026-04-05"), ["action-due-after-audit"]),
    (PLAN, ACTION, action("audit/2026-falls, sar/2025-adult-f", "2026-04-05"), []),
    (INDICATOR, "of: [enquiries-concluded]", "of: [asked]", ["figure-is-asked-for"]),
    (MEETING, "held: 2026-03-12", "held: 2026-03-12\n  actions: [{id: a1, text: Do., owner: group/qap}]", []),
    (OBLIGATION, "period: dated", "period: kind", []),
    (OBLIGATION, "Quality Assurance Partnership", "each-agency", ["obligation-can-be-discharged"]),
]


@pytest.mark.parametrize(("name", "old", "new", "rules"), EDGES)
def test_a_rule_holds_up_to_its_edge(
    name: str, old: str, new: str, rules: list[str], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    lay(tmp_path, "base")
    path = tmp_path / f"records/{name}.yaml"
    text = path.read_text()
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1))
    assert [one.rule for one in checks.run(register.read(tmp_path, schemas))] == rules
