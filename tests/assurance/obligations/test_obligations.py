"""How obligations stand: the present period, what was missed before it, and who has still to do it."""

from __future__ import annotations

from datetime import date
from typing import Any

from small import PARTNERSHIP, small

from generator.assurance.obligations.duties import duties
from generator.assurance.obligations.standing import ObligationStanding, standings
from generator.schema import Schema

TYPES = [{"type": "obligation"}, {"type": "group"}, {"type": "meeting", "tracked_from": "2025-04-01"}]
OBLIGATION: dict[str, Any] = {
    "title": "Scrutiny of the figures",
    "category": "audit-activity",
    "cadence": "quarterly",
    "order": 1,
    "owed_by": "The group",
    "due": {"days": 0, "reason": "It is done within the quarter."},
    "discharged_by": {
        "type": "meeting",
        "where": {"agenda.kind": ["dashboard"]},
        "period": "dated",
        "dated": "minutes.held",
    },
}


def meeting(held: str) -> dict[str, Any]:
    return {"agenda": [{"id": "figures", "title": "Figures", "kind": "dashboard"}], "minutes": {"held": held}}


def stood(schemas: dict[str, Schema], day: date, *held: str, **changes: Any) -> ObligationStanding:
    records: dict[str, Any] = {
        "partnership/board": {**PARTNERSHIP, "types_in_use": [*PARTNERSHIP["types_in_use"], *TYPES]},
        "obligation/scrutiny": {**OBLIGATION, **changes},
        **{f"meeting/qap/{one}": meeting(one) for one in held},
    }
    register = small(schemas, records).at(day)
    (found,) = standings(duties(register, day), day)
    return found


def test_the_period_in_hand_is_the_one_whose_due_date_comes_next(schemas: dict[str, Schema]) -> None:
    found = stood(schemas, date(2025, 7, 10), "2025-05-08")
    assert (found.period.label, found.state) == ("Q2 (July to September 2025)", "owed")
    assert found.missed is None, "the first quarter was met"
    later = {"due": {"days": 75, "reason": "Agreed at the next meeting."}}
    found = stood(schemas, date(2025, 7, 10), **later)
    assert (found.period.label, found.due) == ("Q1 (April to June 2025)", date(2025, 9, 13))


def test_what_the_period_before_missed_is_told_until_it_is_met(schemas: dict[str, Schema]) -> None:
    found = stood(schemas, date(2025, 7, 10), "2025-07-03")
    assert found.state == "met"
    assert found.missed is not None
    assert found.missed.period.label == "Q1 (April to June 2025)"


def test_each_agency_owes_its_own_and_those_who_have_not_done_it_are_named(schemas: dict[str, Schema]) -> None:
    each = {
        "owed_by": "each-agency",
        "agencies": ["council", "police"],
        "discharged_by": {"type": "kpi-return", "period": "quarter", "dated": "received"},
        "due": {"days": 30, "reason": "In arrears."},
    }
    found = stood(schemas, date(2025, 7, 10), **each)
    assert (found.met, found.owed, found.outstanding) == (0, 2, ("council", "police"))
    assert found.records == ()
