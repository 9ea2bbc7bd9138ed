"""Figures that contradict each other: every way a part can exceed its whole, and one problem for one mistake."""

from __future__ import annotations

from typing import Any

import pytest
from small import INDICATOR, measures, owed, returned, small

from generator import checks
from generator.problem import Problem
from generator.schema import Schema


def split(id: str, exclusive: bool, *of: str) -> dict[str, Any]:
    categories = [{"id": "young", "title": "Young"}, {"id": "old", "title": "Old"}]
    return {"id": id, "title": id.title(), "exclusive": exclusive, "of": [*of], "categories": categories}


ASKED: dict[str, Any] = {
    **INDICATOR,
    "measures": measures("people", concluded="Concluded", asked="Asked", supported="Supported", unasked="Not asked"),
    "numerator": ["asked"],
    "denominator": ["concluded"],
    "parts": {"measures": ["asked", "unasked"], "whole": ["concluded"]},
    "breakdowns": [split("age", True, "concluded", "asked"), split("theme", False, "concluded")],
    "owed_by": owed("council"),
}
for part, whole in (("asked", "concluded"), ("supported", "asked"), ("unasked", "concluded")):
    next(one for one in ASKED["measures"] if one["id"] == part)["within"] = whole
SAFER: dict[str, Any] = {
    **INDICATOR,
    "title": "Safer",
    "code": "K02",
    "measures": measures("people", safer="Safer", no_safer="No safer"),
    "numerator": ["safer", "no-safer"],
    "denominator": ["concluded"],
    "owed_by": owed("council"),
}


def found(schemas: dict[str, Schema], *again: dict[str, Any], kind: str = "returned", **counts: Any) -> list[Problem]:
    """What is told of one return with these figures, and of restatements of it in the next."""
    first, second = returned(**counts), returned("2025-10-20")
    second["values"] = {"concluded": {"absent": "not-available", "reason": "The system was down."}}
    second["restatements"] = [
        {"date": "2025-10-20", "quarter": "2025-26-q1", "kind": "refresh", "values": values} for values in again
    ]
    records = {"indicator/k01": ASKED, "indicator/k02": {**SAFER, "kind": kind}}
    made = {"kpi-return/council/2025-26-q1": first, "kpi-return/council/2025-26-q2": second}
    return checks.run(small(schemas, {**records, **made}))


def by(count: int, **ages: int) -> dict[str, Any]:
    return {"count": count, "by": {"age": ages}}


EDGES: list[tuple[dict[str, Any], bool]] = [
    ({"concluded": 10, "asked": 10}, False),
    ({"concluded": 10, "asked": 11}, True),
    ({"asked": 11}, False),
    ({"concluded": 10, "supported": 10}, False),
    ({"concluded": 10, "supported": 11}, True),
    ({"concluded": 10, "asked": {"absent": "withheld", "reason": "Few."}, "supported": 11}, True),
    ({"concluded": by(10, young=4, old=6), "asked": by(5, young=4, old=1)}, False),
    ({"concluded": by(10, young=4, old=6), "asked": by(5, young=5, old=0)}, True),
    ({"concluded": by(10, old=6), "asked": by(5, young=5, old=0)}, False),
    ({"concluded": 10, "safer": 6, "no-safer": 4}, False),
    ({"concluded": 10, "safer": 6, "no-safer": 5}, True),
    ({"concluded": 10, "safer": 11}, True),
    ({"concluded": 10, "safer": 1, "no-safer": 1}, False),
    ({"concluded": 10, "asked": 6, "unasked": 3}, True),
    ({"concluded": 10, "asked": {"count": 6, "estimated": True}, "unasked": 2}, False),
    ({"concluded": 10, "asked": {"count": 6, "estimated": True}, "unasked": 1}, True),
    ({"concluded": by(10, young=4, old=5)}, True),
    ({"concluded": by(10, young=4)}, False),
    ({"concluded": by(10, young=11)}, True),
    ({"concluded": {**by(10, young=4, old=5), "estimated": True}}, False),
    ({"concluded": {**by(10, young=4, old=4), "estimated": True}}, True),
    ({"concluded": {"count": 10, "by": {"theme": {"young": 10, "old": 10}}}}, False),
    ({"concluded": {"count": 10, "by": {"theme": {"young": 11, "old": 1}}}}, True),
    ({"concluded": by(0, young=0, old=0)}, False),
]


@pytest.mark.parametrize(("counts", "told"), EDGES)
def test_a_sum_holds_up_to_its_edge(schemas: dict[str, Schema], counts: dict[str, Any], told: bool) -> None:
    problems = found(schemas, **counts)
    assert len(problems) == told
    assert all(one.level == "E" and one.rule in ("part-within-its-whole", "breakdown-adds-up") for one in problems)


def test_what_is_derived_may_be_more_than_a_hundred_per_cent(schemas: dict[str, Schema]) -> None:
    """Enquiries started in one quarter may follow concerns of the one before."""
    assert found(schemas, kind="derived", **{"concluded": 10, "safer": 6, "no-safer": 5}) == []


def test_a_share_whose_whole_is_not_named_is_within_nothing(schemas: dict[str, Schema]) -> None:
    shares = {"indicator/k01": ASKED, "indicator/k02": {**SAFER, "denominator": []}}
    made = {"kpi-return/council/2025-26-q1": returned(safer=6, **{"no-safer": 5})}
    assert checks.run(small(schemas, {**shares, **made})) == []


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ([{"asked": {"count": 10}}], []),
        ([{"asked": {"count": 11}}], ["restatements.0.values.asked.count"]),
        ([{"concluded": {"count": 5}}], ["restatements.0.values.concluded.count"]),
        ([{"asked": {"count": 11}}, {"concluded": {"count": 11}}], []),
        ([{"asked": {"count": 11}, "concluded": {"count": 11}}], []),
        ([{"concluded": {"count": 10}}], []),
        ([{"concluded": {"count": 10}}, {"asked": by(6, young=5)}], ["restatements.1.values.asked.by.age.young"]),
        ([{"concluded": {"count": 12}}, {"asked": by(6, young=5)}], []),
    ],
)
def test_a_restatement_is_held_against_what_stands(
    schemas: dict[str, Schema], again: list[dict[str, Any]], told: list[str]
) -> None:
    problems = found(schemas, *again, concluded=by(10, young=4, old=6), asked=6)
    assert [".".join(map(str, one.place.route)) for one in problems] == told


def test_one_wrong_number_is_told_once_with_what_would_fix_it(schemas: dict[str, Schema]) -> None:
    both = {"age": {"young": 90, "old": 130}, "theme": {"young": 150, "old": 120}}
    [problem] = found(schemas, concluded={"count": 22, "by": both}, asked=180, unasked=40, safer=100)
    assert problem.place.route == ("values", "concluded", "count")
    assert problem.remedy.endswith("220 agrees with all of them.")


def test_two_wrong_numbers_are_told_apart(schemas: dict[str, Schema]) -> None:
    """No single count could be 210 by age and 250 or more by theme."""
    both = {"age": {"young": 90, "old": 120}, "theme": {"young": 250, "old": 120}}
    problems = found(schemas, concluded={"count": 220, "by": both})
    assert [one.place.route[2:4] for one in problems] == [("by", "age"), ("by", "theme")]


def test_a_category_too_many_sums_disagree_with_is_told_where_it_stands(schemas: dict[str, Schema]) -> None:
    [problem] = found(schemas, concluded=by(10, young=4, old=6), asked=by(5, young=40, old=1))
    assert problem.place.route == ("values", "asked", "by", "age", "young")
