"""How requirements stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from small import PARTNERSHIP, returned, small

from generator.assurance.assessment import assess
from generator.assurance.judgement import Judgement, together, weigh
from generator.assurance.requirements import RequirementStanding, lowered, standings
from generator.problem import Place, Problem
from generator.register import Register
from generator.schema import Schema

DAY = date(2025, 12, 1)
USED = ("requirement", "obligation", "group", "meeting", "kpi-return", "voice", "visit", "self-evaluation")


def world(schemas: dict[str, Schema], asked: str, records: Mapping[str, Any], **partnership: Any) -> Register:
    """A register in which the framework asks one thing, and every type of these tests has been kept since April."""
    types = [{"type": type, "tracked_from": "2025-04-01"} for type in USED] + [
        {"type": "agency"},
        {"type": "indicator"},
    ]
    requirement = {
        "title": "It is done",
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
    assert together([unmet, idle]).state == "not-met"
    assert together([unmet, met]) == Judgement("attention", "not-met")
    assert together([met, idle]) == Judgement("met", "met")


def test_returns_that_are_late_or_missing_are_counted_and_their_agencies_named(schemas: dict[str, Schema]) -> None:
    indicator = {
        "title": "Concerns", "code": "K01", "kind": "returned", "unit": "count", "better": "neutral",
        "definition": "Concerns.", "what_it_tells": "How many.",
        "measures": [{"id": "concerns", "title": "Concerns", "counts": "people"}], "numerator": ["concerns"],
        "owed_by": [{"agency": one, "frequency": "quarterly", "geography": "borough"} for one in ("council", "police")],
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
    (after,) = lowered(before, register, DAY, [bare], upholds)
    assert (after.state, after.links) == ("attention", ("visit/one",))
    assert lowered(before, register, DAY, [explained], upholds) == before
    assert lowered(before, register, date(2027, 1, 1), [bare], upholds) == before


def test_partners_get_no_link_to_what_they_do_not_see() -> None:
    found = RequirementStanding("r09", "attention", "Nothing is said.", ("audit/one", "agency/council"))
    assert found.seen({("agency", "council")}).links == ("agency/council",)


def test_every_requirement_of_the_framework_is_judged(shipped: Register) -> None:
    day = date(2026, 11, 20)
    known = shipped.at(day)
    found = standings(known, assess(known, day))
    assert len(found) == 48
    assert all(one.sentence.endswith(".") for one in found)
    assert {one.requirement: one.state for one in found}["r15"] == "attention", "one agency has not signed"
