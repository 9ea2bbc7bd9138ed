"""The calendars that people subscribe to: whole days, names that stay, each agency its own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from conftest import ROOT
from editions import view
from icalendar import Calendar

from generator import register
from generator.feeds import calendar
from generator.schema import Schema

DAY = date(2026, 5, 20)


def calendars(schemas: dict[str, Schema], name: Any = "partnership", day: date = DAY) -> dict[str, list[Any]]:
    seen = view(register.read(ROOT / "tests" / "second", schemas), day, name)
    return {file.path: list(Calendar.from_ical(file.content).walk("VEVENT")) for file in calendar.files(seen)}


@pytest.fixture
def every(schemas: dict[str, Schema]) -> list[Any]:
    return calendars(schemas)["calendar/calendar.ics"]


def test_every_event_is_whole_days_that_end_the_day_after(every: list[Any]) -> None:
    for event in every:
        assert type(event["dtstart"].dt) is date
        assert event["dtend"].dt > event["dtstart"].dt
    audit_day = next(event for event in every if str(event["summary"]).startswith("Learning day"))
    assert audit_day["dtend"].dt - audit_day["dtstart"].dt == timedelta(days=7), "its week"


def test_no_two_events_share_a_name_and_none_changes_it(schemas: dict[str, Schema], every: list[Any]) -> None:
    names = [str(event["uid"]) for event in every]
    assert len(set(names)) == len(names)
    later = {str(event["uid"]) for event in calendars(schemas, day=date(2026, 7, 20))["calendar/calendar.ics"]}
    ahead = {str(event["uid"]) for event in every if event["dtstart"].dt >= DAY}
    assert ahead <= later


def test_an_agency_has_what_it_owes_and_no_one_elses(schemas: dict[str, Schema]) -> None:
    found = calendars(schemas)
    assert [
        str(event["summary"]) for event in found["calendar/council.ics"] if "provider asks" in str(event["summary"])
    ]
    assert not [event for event in found["calendar/constabulary.ics"] if "provider asks" in str(event["summary"])]


def test_the_public_has_no_calendar_of_what_partners_owe(schemas: dict[str, Schema]) -> None:
    assert calendars(schemas, "public") == {}
