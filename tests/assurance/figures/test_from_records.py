"""Indicators from records kept here: shares of what fell due in each quarter, by who owed it."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.indicators import figures, published
from generator.model.indicator import Indicator
from generator.register import Register

Z = Marker.NOT_APPLICABLE
DAY = date(2026, 6, 30)


def test_from_records_shares_are_of_what_fell_due(shipped: Register) -> None:
    def part(agency: str, state: Any, received: date | None) -> Part:
        return Part("audit", agency, state, date(2025, 5, 20), received, None)

    parts = (
        part("gm-police", "returned", date(2025, 5, 19)),
        part("stockport-homes", "returned-late", date(2025, 5, 21)),
        part("probation-service", "not-returned", None),
        part("nw-ambulance", "exempt", None),
        part("adult-social-care", "nil", date(2025, 5, 20)),
    )
    found = figures(shipped, parts, (), DAY)["k28"]
    assert found.whole
    by_quarter = {str(point.quarter): point for point in found.whole.points}
    spring = by_quarter["2025-26-q1"]
    assert (spring.numerator, spring.denominator, spring.value) == (2, 4, 50.0)
    assert by_quarter["2025-26-q2"].value is Z, "nothing fell due: no share, and not nought"
    assert {one.key for one in found.agencies} == {part.agency for part in parts if part.state != "exempt"}
    assert "Greater Manchester Police" in {one.title for one in found.agencies}


def test_actions_closed_by_their_original_date(shipped: Register) -> None:
    def action(id: str, owner: str, status: str, due: date, closed: date | None) -> ActionState:
        original = date(2025, 5, 20)
        return ActionState(
            "plan", id, owner, "", None, status, original, original, due, 0, closed, False, 0, closed
        )  # fmt: skip

    later = date(2025, 8, 1)
    acts = (
        action("a", "agency/gm-police", "complete", date(2025, 5, 20), date(2025, 5, 20)),
        action("b", "agency/gm-police", "complete", later, date(2025, 7, 1)),
        action("c", "group/qap", "on-track", later, None),
        action("d", "group/qap", "withdrawn", later, date(2025, 5, 1)),
    )
    found = figures(shipped, (), acts, DAY)["k29"]
    assert found.whole
    spring = found.whole.at(found.whole.points[8].quarter)
    assert spring
    assert (str(spring.quarter), spring.numerator, spring.denominator) == ("2025-26-q1", 1, 3)
    assert {one.title for one in found.agencies} == {"Greater Manchester Police", "Quality Assurance Partnership"}


def test_a_share_from_records_stays_a_share_when_published(shipped: Register) -> None:
    exact = figures(shipped, (), (), DAY)["k28"]
    indicator = shipped.get(Indicator, "k28")
    assert indicator
    found = published(exact, indicator, Policy())
    assert found.whole
    assert found.whole == exact.whole
    assert {point.value for point in found.whole.points} == {Z}
