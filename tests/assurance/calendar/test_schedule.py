"""What falls on which day: what is to come, what is late, and whose it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from conftest import ROOT
from small import PARTNERSHIP, small

from generator import register
from generator.assurance.assessment import assess
from generator.assurance.calendar.schedule import Event, of_agency, overdue, schedule
from generator.register import Register
from generator.schema import Schema

EVER = (date.min, date(2027, 12, 31))


@pytest.fixture(scope="module")
def second(schemas: dict[str, Schema]) -> Register:
    return register.read(ROOT / "tests" / "second", schemas)


def events(register: Register, day: date, *span: date) -> dict[str, Event]:
    known = register.at(day)
    return {event.uid: event for event in schedule(known, assess(known, day), *(span or EVER))}


def test_periods_and_quarters_to_come_are_due_and_nothing_more(second: Register) -> None:
    found = events(second, date(2026, 5, 20))
    audit = found["obligation/themed-audit/2027-01-01"]
    assert (audit.day, audit.state, audit.done) == (date(2027, 12, 31), "due", None)
    returns = found["kpi-return/2027-q1"]
    assert (returns.day, returns.state) == (date(2027, 5, 15), "due")
    assert set(returns.agencies) == set(returns.outstanding)


def test_an_event_has_one_name_whatever_is_moved(second: Register) -> None:
    before, after = events(second, date(2026, 5, 20)), events(second, date(2026, 7, 20))
    assert before.keys() <= after.keys() | before.keys()
    action = "action-plan/2026-falls#a1"
    assert (before[action].state, after[action].state) == ("due", "overdue")
    assert before[action].owner == "agency/council"


def test_an_agency_is_done_when_it_has_done_its_part(second: Register) -> None:
    found = events(second, date(2026, 5, 10))
    quarter: Any = found["kpi-return/2026-q1"]
    assert quarter.state == "due"
    assert {event.state for event in of_agency([quarter], "council")} == {"due"}
    done = quarter.of("somebody-who-returned")
    assert done.state == "done"


def test_a_meeting_in_the_past_is_not_overdue_and_an_old_obligation_no_longer_counts() -> None:
    def event(kind: Any, day: date) -> Event:
        return Event(f"{kind}/{day}", kind, day, day, "", "", "overdue")

    day = date(2026, 5, 20)
    late = [event("obligation", date(2026, 3, 31)), event("action", date(2024, 1, 1))]
    old = [event("obligation", date(2025, 3, 31)), event("meeting", date(2026, 5, 1))]
    assert overdue([*late, *old], day) == tuple(late)


def test_a_meeting_is_called_after_its_group_with_one_article(schemas: dict[str, Schema]) -> None:
    titles = {"pip": "Practice Improvement Partnership", "alliance": "The Prevention Alliance"}
    records: dict[str, Any] = {f"group/{id}": {"title": title, "purpose": "To meet."} for id, title in titles.items()}
    records["partnership/board"] = {**PARTNERSHIP, "types_in_use": [{"type": "group"}, {"type": "meeting"}]}
    agenda = [{"id": "a", "title": "Figures", "kind": "other"}]
    records |= {f"meeting/{id}/2026-07-02": {"agenda": agenda} for id in titles}
    found = events(small(schemas, records), date(2026, 5, 20))
    assert [found[f"meeting/{id}/2026-07-02"].said for id in titles] == [
        "Meeting of the Practice Improvement Partnership",
        "Meeting of the Prevention Alliance",
    ]
