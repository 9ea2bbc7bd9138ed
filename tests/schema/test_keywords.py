"""What is no date, or no count, is told as that, and not compared besides."""

from __future__ import annotations

import pytest

from generator import schema
from generator.schema import Schema
from generator.schema.load import PathPattern

DATE = {"type": "string", "format": "date", "pattern": "^(19|20)[0-9]{2}-", "description": "A day."}
COUNT = {"type": "integer", "minimum": 0, "maximum": 100, "description": "How many."}
TREE = {
    "title": "Thing",
    "type": "object",
    "x-not-before": {"ends": "starts"},
    "x-at-most": {"trained": "eligible"},
    "properties": {
        "eligible": COUNT,
        "trained": COUNT,
        "starts": DATE,
        "ends": DATE,
        "steps": {"type": "array", "x-in-order": "date", "items": {"properties": {"date": DATE}}},
    },
}
THING = Schema("thing", TREE, PathPattern.of("{id}"))


def told(value: object) -> list[tuple[str | int, ...]]:
    return [one.place.route for one in schema.problems(THING, "thing.yaml", value)]


@pytest.mark.parametrize("day", ["2026-02-30", "2026-00-10", "1026-03-01"])
def test_what_is_no_day_is_not_also_in_the_wrong_order(day: str) -> None:
    assert told({"starts": "2026-03-01", "ends": day}) == [("ends",)]
    assert told({"starts": day, "ends": "2020-01-01"}) == [("starts",)]
    assert told({"steps": [{"date": "2027-01-01"}, {"date": day}, {"date": "2027-01-01"}]}) == [("steps", 1, "date")]
    assert told({"steps": [{"date": day}, {"date": "1950-01-01"}]}) == [("steps", 0, "date")]


def test_what_is_no_count_is_not_also_too_many() -> None:
    assert told({"eligible": -1, "trained": 5}) == [("eligible",)]
    assert told({"eligible": 5, "trained": 101}) == [("trained",)]
    assert told({"eligible": 5, "trained": 6}) == [("trained",)]


def test_days_are_still_compared() -> None:
    assert told({"starts": "2026-03-02", "ends": "2026-03-01"}) == [("ends",)]
    assert told({"steps": [{"date": "2026-03-02"}, {"date": "2026-03-01"}]}) == [("steps", 1, "date")]
