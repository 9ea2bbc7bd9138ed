"""Counts of what was notified, from the restricted store."""

from __future__ import annotations

from datetime import date

from conftest import ROOT
from small import PARTNERSHIP, small

from generator import register
from generator.assurance.obligations.notifications import notifications
from generator.schema import Schema

TRACKED = {**PARTNERSHIP, "types_in_use": [{"type": "notification", "tracked_from": "2025-04-01"}]}


def test_issues_are_counted_by_quarter_from_the_day_they_are_tracked(schemas: dict[str, Schema]) -> None:
    told = {"agency": "council", "kind": "media-interest"}
    restricted = small(
        schemas,
        {
            "notification/before": {**told, "notified": "2025-03-01"},
            "notification/one": {**told, "known": "2025-05-01", "notified": "2025-05-03", "closed": "2025-06-01"},
            "notification/two": {**told, "notified": "2025-05-20"},
            "notification/later": {**told, "notified": "2026-05-20"},
        },
    )
    found = notifications(restricted, small(schemas, {"partnership/board": TRACKED}), date(2025, 12, 1))
    assert [found.count(quarter) for quarter in found.quarters] == [2, 0, 0]
    assert (found.total, found.open, found.waited) == (2, 1, 2)


def test_where_none_are_tracked_nothing_is_counted(schemas: dict[str, Schema]) -> None:
    restricted = register.read(ROOT / "tests" / "restricted", schemas)
    assert not notifications(restricted, small(schemas, {}), date(2026, 11, 20)).quarters
