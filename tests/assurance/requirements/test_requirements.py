"""How requirements stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from small import PARTNERSHIP, returned, small

from generator.assurance.assessment import assess
from generator.assurance.requirements.judgement import Judgement, combined, weigh
from generator.assurance.requirements.standing import RequirementStanding, standings, with_departures
from generator.problem import Place, Problem
from generator.register import Register
from generator.schema import Schema

DAY = date(2025, 12, 1)
USED = ("requirement", "obligation", "group", "meeting", "kpi-return", "voice", "visit", "self-evaluation", "audit")


def world(schemas: dict[str, Schema], asked: str, records: Mapping[str, Any], **partnership: Any) -> Register:
    """A register in which the framework asks one thing, and every type of these tests has been kept since April."""
    types = [{"type": type, "tracked_from": "2025-04-01"} for type in USED] + [
        {"type": "agency"},
        {"type": "indicator"},
    ]
    requirement = {
        "title": "It is done",
        "catalogue": asked.upper(),
        "force": "will",
        "words": [{"text": "It will be done.", "section": "Introduction"}],
        "where_shown": "Here",
    }
    board = {**PARTNERSHIP, "types_in_use": types, **partnership}
    return small(schemas, {"partnership/board": board, f"requirement/{asked}": requirement, **records})


def stands(register: Register, day: date = DAY) -> RequirementStanding:
    known = register.at(day)
    (found,) = standings(known, assess(known, day))
    return found


@pytest.mark.parametrize(
    ("asked", "short", "state"),
    [(0, [], "nothing-due"), (3, [], "met"), (3, ["agency/a"], "attention"), (2, ["agency/a", "agency/b"], "not-met")],
)
def test_some_missing_wants_attention_and_all_missing_is_not_met(asked: int, short: list[str], state: str) -> None:
    judged = weigh(asked, short, "Met.", "Short.", "Nothing.")
    assert judged.state == state
    assert judged.links == tuple(short)


def test_a_requirement_is_unmet_only_if_every_ground_with_something_due_is() -> None:
    met, unmet, idle = (Judgement(state, state) for state in ("met", "not-met", "nothing-due"))
    assert combined([unmet, idle]).state == "not-met"
    assert combined([unmet, met]) == Judgement("attention", "not-met")
    assert combined([met, idle]) == Judgement("met", "met")


def test_returns_that_are_late_or_missing_are_counted_and_their_agencies_named(schemas: dict[str, Schema]) -> None:
    indicator = {
        "title": "Concerns", "code": "K01", "kind": "returned", "unit": "count", "better": "neutral",
        "definition": "Concerns.", "what_it_tells": "How many.",
        "measures": [{"id": "concerns", "title": "Concerns", "counts": "people"}], "numerator": ["concerns"],
        "owed_by": [{"agency": one, "frequency": "quarterly", "geography": "area"} for one in ("council", "police")],
    }  # fmt: skip
    records = {
        "indicator/k01": indicator,
        "kpi-return/council/2025-26-q1": returned("2025-07-20", concerns=30),
        "kpi-return/council/2025-26-q2": returned("2025-11-20", concerns=30),
        "kpi-return/police/2025-26-q1": returned("2025-07-20", concerns=30),
    }
    found = stands(world(schemas, "r11", records))
    assert found.state == "attention"
    assert found.sentence == "Of 4 returns due in the last twelve months, 1 did not come and 1 came late."
    assert found.links == ("agency/police", "agency/council")


def meeting(day: str, *absent: str) -> dict[str, Any]:
    attendance = [{"agency": one, "present": one not in absent} for one in ("council", "police")]
    agenda = [{"id": "forward-plan", "title": "Forward plan", "kind": "forward-plan"}]
    return {"agenda": agenda, "minutes": {"held": day, "attendance": attendance}}


def test_absence_twice_running_is_told_and_once_is_not(schemas: dict[str, Schema]) -> None:
    group = {"title": "Group", "purpose": "To look.", "owns_framework": True, "order": 1}
    days = ("2025-05-01", "2025-07-03", "2025-09-04")
    twice = {f"meeting/qap/{day}": meeting(day, *(["police"] if day > "2025-06" else [])) for day in days}
    found = stands(world(schemas, "r12", {"group/qap": group, **twice}))
    assert (found.state, found.links) == ("attention", ("agency/police",))
    once = {f"meeting/qap/{day}": meeting(day, *(["police"] if day < "2025-08" else [])) for day in days}
    assert stands(world(schemas, "r12", {"group/qap": group, **once})).state == "met"


def test_a_plan_that_ended_asks_for_a_review_of_the_framework(schemas: dict[str, Schema]) -> None:
    plan = {"title": "Plan 2022-25", "starts": "2022-04-01", "ends": "2025-10-31"}
    register = world(schemas, "r06", {}, business_plan=plan)
    assert stands(register, date(2025, 10, 1)).state == "nothing-due"
    assert stands(register).state == "not-met"


def test_one_author_alone_wants_attention(schemas: dict[str, Schema]) -> None:
    area = {"id": "a", "area": "Members", "judgement": "Good.", "evidence": "Seen."}
    evaluation = {"date": "2025-10-01", "authors": ["business-unit"], "areas": [area]}
    found = stands(world(schemas, "r22", {"self-evaluation/2025-26": evaluation}))
    assert (found.state, found.links) == ("attention", ("self-evaluation/2025-26",))


def test_nothing_is_due_where_no_record_comes_under_a_requirement(schemas: dict[str, Schema]) -> None:
    assert stands(world(schemas, "r28", {})).state == "nothing-due"


def test_a_departure_without_a_reason_lowers_what_its_rule_upholds_for_a_year(schemas: dict[str, Schema]) -> None:
    visit = {
        "title": "Visit",
        "visitor": "council",
        "host": "police",
        "planned": "2025-05-02",
        "account": {"visited": "2025-05-02"},
    }
    register = world(schemas, "r28", {"visit/one": visit})
    before = (RequirementStanding("r28", "met", "All well."),)
    place = Place("records/visit/one.yaml")
    bare = Problem(place, "visit-is-made", "D", "it was not", "Say why.")
    explained = Problem(place, "visit-is-made", "D", "it was not", "Say why.", reason="Snow.")
    upholds = {"visit-is-made": ("R28",)}
    (after,) = with_departures(before, register, DAY, [bare], upholds)
    assert (after.state, after.links) == ("attention", ("visit/one",))
    (told,) = with_departures(before, register, DAY, [explained], upholds)
    assert (told.state, told.links) == ("met", ())
    assert told.sentence == "All well. The reason for 1 departure is recorded."
    (both,) = with_departures(before, register, DAY, [bare, explained], upholds)
    assert both.sentence == (
        "1 departure in the last twelve months without a recorded reason. The reason for 1 other is recorded."
    )
    assert with_departures(before, register, date(2027, 1, 1), [bare], upholds) == before


METHODOLOGY = {
    "title": "Methodology", "window_weeks": 12, "dimensions": [], "tool_must_ask": [], "agencies": ["council"],
    "milestones": [
        {"id": "notice", "role": "notice", "title": "Notice", "week": 1, "before_start": True, "words": "Notified."}
    ],
    "information_pack": {"week": 1, "words": "At the start."},
}  # fmt: skip
AUDIT = {
    "title": "Falls", "kind": "multi-agency", "theme": "Falls.", "origin": {"kind": "data", "reason": "Figures."},
    "starts": "2025-09-01", "methodology": "2024", "voice": {"sought": True, "how": "Asked."}, "recorded": "2025-08-01",
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "day", "recorded", "state"),
    [
        ("r46", date(2025, 9, 7), {}, "nothing-due"),
        ("r46", date(2025, 9, 8), {}, "not-met"),
        ("r46", date(2025, 9, 8), {"information_pack": "2025-09-02"}, "met"),
        ("r47", date(2025, 8, 31), {}, "nothing-due"),
        ("r47", date(2025, 9, 1), {}, "not-met"),
        ("r47", date(2025, 9, 1), {"milestones": [{"milestone": "notice", "actual": "2025-08-20"}]}, "met"),
    ],
)
def test_a_pack_or_notice_that_is_not_on_record_is_a_shortfall_once_its_time_has_passed(
    asked: str, day: date, recorded: dict[str, Any], state: str, schemas: dict[str, Schema]
) -> None:
    records = {"methodology/2024": METHODOLOGY, "audit/falls": {**AUDIT, **recorded}}
    found = stands(world(schemas, asked, records), day)
    assert found.state == state
    assert found.links == (("audit/falls",) if state == "not-met" else ())


def test_a_methodology_that_asks_for_no_notice_and_no_pack_owes_none(schemas: dict[str, Schema]) -> None:
    start = {"id": "start", "title": "Start", "week": 1, "words": "It starts."}
    bare = {**METHODOLOGY, "milestones": [start]}
    del bare["information_pack"]
    for asked in ("r46", "r47"):
        register = world(schemas, asked, {"methodology/2024": bare, "audit/falls": AUDIT})
        assert stands(register).state == "nothing-due"


def test_what_nothing_stands_against_is_named_by_its_type(schemas: dict[str, Schema]) -> None:
    """R34: by the values of a return, which the framework's list of values does not hide."""
    indicator = {
        "title": "Concerns", "code": "K01", "kind": "returned", "unit": "count", "better": "neutral",
        "definition": "Concerns.", "what_it_tells": "How many.",
        "measures": [{"id": "concerns", "title": "Concerns", "counts": "people"}], "numerator": ["concerns"],
        "owed_by": [],
    }  # fmt: skip
    records = {"indicator/k01": indicator, "kpi-return/council/2025-26-q1": returned("2025-07-20", concerns=30)}
    found = stands(world(schemas, "r34", records))
    assert found.sentence == "No departure without a recorded reason in 1 KPI return of the last twelve months."


def test_what_is_still_owed_is_said_in_plain_words(schemas: dict[str, Schema]) -> None:
    obligation = {
        "title": "Visits", "category": "audit-activity", "cadence": "quarterly", "order": 1, "owed_by": "Group",
        "requirements": ["r28"], "discharged_by": {"type": "visit", "period": "dated", "dated": "account.visited"},
    }  # fmt: skip
    visit = {"title": "Visit", "visitor": "council", "host": "police", "planned": "2025-05-02"}
    records = {"obligation/visits": obligation, "visit/one": {**visit, "account": {"visited": "2025-05-02"}}}
    owed = "Visits: 1 of the 2 due in the 2 quarters up to Q2 (July to September 2025) is still owed."
    assert stands(world(schemas, "r28", records)).sentence == owed
    assert stands(world(schemas, "r28", records), date(2025, 9, 1)).sentence.endswith(
        "Visits: done for Q1 (April to June 2025)."
    )
    alone = stands(world(schemas, "r28", {"obligation/visits": obligation}), date(2025, 9, 1))
    assert alone.sentence.endswith("Visits: what was due for Q1 (April to June 2025) is still owed.")


def test_partners_get_no_link_to_what_they_do_not_see() -> None:
    found = RequirementStanding("r09", "attention", "Nothing is said.", ("audit/one", "agency/council"))
    assert found.redacted({("agency", "council")}).links == ("agency/council",)


def test_every_requirement_of_the_framework_is_judged(shipped: Register) -> None:
    day = date(2026, 11, 20)
    known = shipped.at(day)
    found = standings(known, assess(known, day))
    assert len(found) == 48
    assert all(one.sentence.endswith(".") for one in found)
    assert {one.requirement: one.state for one in found}["r15"] == "attention", "one agency has not signed"
