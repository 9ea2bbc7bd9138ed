"""How audits and programmes stand: states, targets, grades, weeks that overrun and themes that recur."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import PARTNERSHIP, small

from generator.assurance.assessment import assess
from generator.assurance.audits.programme import YearPlan, year_plans
from generator.assurance.audits.results import about, by_question
from generator.assurance.audits.standing import AuditStanding, standings
from generator.assurance.audits.weeks import weeks
from generator.assurance.learning.themes import recurring
from generator.model.audit_return import AuditReturn
from generator.model.audit_tool import AuditTool
from generator.model.findings_report import Finding, FindingsReport
from generator.register import Register
from generator.schema import Schema

METHODOLOGY = {
    "title": "Four weeks",
    "window_weeks": 4,
    "milestones": [
        {"id": "start", "title": "Audit starts", "week": 1, "words": "Starts"},
        {"id": "returns-due", "role": "returns", "title": "Returned", "week": 2, "words": "Returned"},
        {"id": "presented", "role": "presentation", "title": "Presented", "week": 4, "words": "Presented"},
    ],
    "dimensions": [{"id": "age", "title": "Age"}],
    "tool_must_ask": [{"id": "adults-voice", "title": "The adult's voice", "words": "The adult's voice"}],
    "agencies": ["council", "police"],
}
USED = "agency methodology audit audit-tool audit-return findings-report action-plan programme"


def audit(title: str, starts: str, presented: str | None = None, **more: Any) -> dict[str, Any]:
    done = [{"milestone": "presented", "actual": presented}] if presented else []
    return {
        "title": title,
        "kind": "multi-agency",
        "theme": "Why.",
        "origin": {"kind": "data", "reason": "Figures."},
        "starts": starts,
        "methodology": "four",
        "milestones": [{"milestone": "start", "actual": starts}, *done],
        "voice": {"sought": True},
        **more,
    }


def world(schemas: dict[str, Schema], records: dict[str, Any], **partnership: Any) -> Register:
    used = [{"type": type, "tracked_from": "2025-04-01"} for type in USED.split()]
    board = {**PARTNERSHIP, "types_in_use": used, "targets": [{"kind": "multi-agency", "each_year": 3}], **partnership}
    return small(schemas, {"partnership/board": board, "methodology/four": METHODOLOGY, **records})


def audits_of(known: Register, day: date) -> tuple[AuditStanding, ...]:
    found = assess(known, day)
    return standings(known, found.windows, found.participation, found.actions, day)


def stand(register: Register, day: date) -> dict[str, AuditStanding]:
    return {one.audit.id: one for one in audits_of(register.at(day), day)}


def plan(register: Register, day: date) -> YearPlan:
    known = register.at(day)
    return year_plans(known, audits_of(known, day), day)[0]


def test_an_audit_is_planned_running_overrun_and_finished_in_turn(schemas: dict[str, Schema]) -> None:
    register = world(schemas, {"audit/falls": audit("Falls", "2026-05-04", "2026-06-10")})
    days = [date(2026, 5, 1), date(2026, 5, 4), date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 10)]
    assert [stand(register, day)["falls"].state for day in days] == [
        "planned", "running", "running", "overrun", "finished",
    ]  # fmt: skip


def test_a_missing_return_is_told_from_an_exemption(schemas: dict[str, Schema]) -> None:
    exempt = [{"agency": "police", "reason": "No case."}]
    one = stand(world(schemas, {"audit/falls": audit("Falls", "2026-05-04", exemptions=exempt)}), date(2026, 5, 18))[
        "falls"
    ]
    assert (one.asked, one.returned, [part.agency for part in one.missing]) == (1, 0, ["council"])


def test_a_partnership_without_returns_misses_none(schemas: dict[str, Schema]) -> None:
    register = world(schemas, {"audit/falls": audit("Falls", "2026-05-04")}, types_in_use=[{"type": "audit"}])
    assert stand(register, date(2026, 5, 18))["falls"].missing == ()


def test_an_audit_that_overran_is_drawn_until_today_and_not_for_ever(schemas: dict[str, Schema]) -> None:
    register = world(schemas, {"audit/falls": audit("Falls", "2026-05-04")})
    for day, count in ((date(2026, 5, 5), 4), (date(2026, 6, 3), 5), (date(2036, 5, 4), 4)):
        window = stand(register, day)["falls"].window
        assert window
        assert len(weeks(window, day).starts) == count


PROGRAMME = {
    "approved_on": "2026-03-01",
    "audits": [
        {"id": "falls", "quarter": "2026-27-q1", "kind": "multi-agency", "theme": "Falls", "audit": "falls"},
        {"id": "fire", "quarter": "2026-27-q1", "kind": "multi-agency", "theme": "Fire"},
        {"id": "debt", "quarter": "2026-27-q2", "kind": "multi-agency", "theme": "Debt"},
    ],
    "changes": [
        {"date": "2026-06-01", "item": "fire", "change": "moved", "quarter": "2026-27-q3", "text": "T", "reason": "R"},
        {"date": "2026-06-01", "item": "debt", "change": "dropped", "text": "T", "reason": "R"},
    ],
}


def test_the_programme_shows_what_moved_was_dropped_and_is_outside_it(schemas: dict[str, Schema]) -> None:
    records = {
        "programme/2026-27": PROGRAMME,
        "audit/falls": audit("Falls", "2026-05-04", "2026-05-28"),
        "audit/more": audit("More", "2026-07-06"),
    }
    register = world(schemas, records)
    found = {slot.theme: (str(slot.quarter), slot.state) for slot in plan(register, date(2026, 7, 10)).slots}
    assert found == {
        "Falls": ("2026-27-q1", "finished"),
        "Fire": ("2026-27-q3", "planned"),
        "Debt": ("2026-27-q2", "dropped"),
        "More": ("2026-27-q2", "running"),
    }
    assert next(slot for slot in plan(register, date(2026, 7, 10)).slots if slot.theme == "More").first is None
    before = {slot.theme: slot.state for slot in plan(register, date(2026, 5, 20)).slots}
    assert before["Debt"] == "planned"


def test_a_shortfall_counts_what_can_no_longer_come(schemas: dict[str, Schema]) -> None:
    register = world(
        schemas, {"programme/2026-27": PROGRAMME, "audit/falls": audit("Falls", "2026-05-04", "2026-05-28")}
    )
    assert plan(register, date(2026, 5, 20)).shortfall == 0
    assert plan(register, date(2026, 6, 2)).shortfall == 1
    assert plan(register, date(2027, 4, 1)).shortfall == 2
    assert next(slot.state for slot in plan(register, date(2027, 4, 1)).slots if slot.theme == "Fire") == "not-started"


@pytest.fixture
def tool() -> AuditTool:
    questions = [{"id": "voice", "text": "Heard?", "answer": "graded", "asks_about": ["adults-voice"]}]
    return _made(AuditTool, {"id": "tool", "questions": questions})


def _made(kind: Any, value: Any) -> Any:
    import msgspec

    return msgspec.convert(value, kind)


def test_grades_add_up_over_agencies_and_leave_out_what_did_not_apply(
    tool: AuditTool, schemas: dict[str, Schema]
) -> None:
    answers = [
        {"id": "a/x", "agency": "x", "answers": [{"question": "voice", "cases": {"good": 2, "inadequate": 1}}]},
        {"id": "a/y", "agency": "y", "answers": [{"question": "voice", "cases": {"good": 1, "not-applicable": 4}}]},
    ]
    (result,) = by_question([_made(AuditReturn, one) for one in answers], [tool], small(schemas, {}).framework)
    assert (result.well, result.judged, result.share, result.agencies) == (3, 4, 75.0, ("x", "y"))
    assert about([result], "adults-voice") == (3, 4)
    assert about([result], "protected-characteristics") == (0, 0)


def test_a_theme_recurs_when_two_audits_found_it() -> None:
    def report(audit: str, kind: str, *themes: str) -> FindingsReport:
        return FindingsReport(id=audit, audit=audit, findings=(Finding(id="one", kind=kind, themes=themes),))

    area, strength = "area-for-development", "strength"
    found = recurring([report("a", strength, "engagement"), report("b", area, "engagement", "capacity")])
    assert [(theme.title, theme.areas, dict(theme.audits)) for theme in found] == [
        ("engagement", 1, {"a": {strength}, "b": {area}})
    ]


def test_an_agencys_own_audit_is_finished_when_it_returned_and_is_in_no_programme(schemas: dict[str, Schema]) -> None:
    own = audit("Own", "2026-05-04", kind="single-agency", agencies=["police"])
    back = {"received": "2026-06-01", "voice": {"sought": True}}
    register = world(schemas, {"audit/own": own, "audit-return/own/police": back, "programme/2026-27": PROGRAMME})
    assert stand(register, date(2026, 5, 31))["own"].state == "running"
    assert stand(register, date(2026, 6, 1))["own"].state == "finished"
    assert "Own" not in {slot.theme for slot in plan(register, date(2026, 6, 1)).slots}
