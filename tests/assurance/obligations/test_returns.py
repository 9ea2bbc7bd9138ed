"""Which KPI returns are owed, late, outstanding or not yet due, and what they leave out."""

from __future__ import annotations

from datetime import date
from typing import Any

from small import INDICATOR, measures, owed, returned, small

from generator.assurance.obligations.returns import Return, returns
from generator.schema import Schema

CONCERNS: dict[str, Any] = {
    **INDICATOR,
    "unit": "count",
    "better": "neutral",
    "measures": measures("people", concerns="Concerns", answered="Answered"),
    "numerator": ["concerns"],
    "owed_by": [*owed("council"), *owed("police", frequency="half-yearly"), *owed("trust", frequency="not-collected")],
}


def found(schemas: dict[str, Schema], day: date, **made: dict[str, Any]) -> dict[tuple[str, str], Return]:
    records = {f"kpi-return/{name.replace('__', '/').replace('_', '-')}": value for name, value in made.items()}
    register = small(schemas, {"indicator/k01": CONCERNS, **records}).at(day)
    return {(one.agency, str(one.quarter)): one for one in returns(register, day)}


def test_late_outstanding_and_not_yet_due_follow_the_day_received(schemas: dict[str, Schema]) -> None:
    made = {"council__2025_26_q1": returned("2025-07-31", concerns=1, answered=1)}
    assert found(schemas, date(2025, 7, 30), **made)["council", "2025-26-q1"].state == "not-yet-due"
    late = found(schemas, date(2025, 7, 31), **made)["council", "2025-26-q1"]
    assert (late.state, late.due, late.received) == ("received-late", date(2025, 7, 30), date(2025, 7, 31))
    assert found(schemas, date(2025, 7, 31))["council", "2025-26-q1"].state == "outstanding"
    in_time = {"council__2025_26_q1": returned("2025-07-30", concerns=1, answered=1)}
    assert found(schemas, date(2025, 12, 1), **in_time)["council", "2025-26-q1"].state == "received"


def test_half_yearly_is_owed_with_the_second_and_fourth_quarter_and_not_collected_never(
    schemas: dict[str, Schema],
) -> None:
    owing = found(schemas, date(2026, 4, 2))
    assert [quarter for agency, quarter in owing if agency == "police"] == ["2025-26-q2", "2025-26-q4"]
    assert not [quarter for agency, quarter in owing if agency == "trust"]


def test_nothing_is_owed_before_tracking_began_nor_for_a_quarter_that_runs(schemas: dict[str, Schema]) -> None:
    assert min(quarter for _, quarter in found(schemas, date(2025, 12, 31))) == "2025-26-q1"
    assert ("council", "2025-26-q3") not in found(schemas, date(2025, 12, 31))
    assert ("council", "2025-26-q3") in found(schemas, date(2026, 1, 1))


def test_an_indicator_is_missing_where_a_measure_has_neither_count_nor_reason(schemas: dict[str, Schema]) -> None:
    def missing(**counts: Any) -> tuple[str, ...]:
        made = {"council__2025_26_q1": returned(**counts)}
        return found(schemas, date(2025, 9, 1), **made)["council", "2025-26-q1"].missing

    assert missing(concerns=1) == ("k01",)
    assert missing(concerns=1, answered={"absent": "not-available", "reason": "No system."}) == ()


def test_a_return_is_provisional_until_the_day_it_was_confirmed(schemas: dict[str, Schema]) -> None:
    made = {"council__2025_26_q1": {**returned(concerns=1, answered=1), "confirmed": "2025-08-14"}}
    assert found(schemas, date(2025, 8, 13), **made)["council", "2025-26-q1"].confirmed is None
    assert found(schemas, date(2025, 8, 14), **made)["council", "2025-26-q1"].confirmed == date(2025, 8, 14)
