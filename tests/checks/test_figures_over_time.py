"""Figures held against an agency's earlier ones: unusual, copied forward, absent year after year."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small import INDICATOR, measures, owed, returned, small

from generator import checks
from generator.periods import Quarter
from generator.schema import Schema

USUAL, COPIED, ABSENT = (
    "figure-within-its-usual-range", "figures-are-of-their-own-quarter", "figure-is-given-within-a-year"
)  # fmt: skip
STEADY = [200, 210, 190, 205, 195, 201, 211, 191, 206, 196, 202, 212]
NONE = {"absent": "not-available", "reason": "The system was down."}
CONCERNS: dict[str, Any] = {
    **INDICATOR,
    "unit": "count",
    "measures": [
        *measures("people", concerns="Concerns", in_time="Decided in time"),
        {"id": "staff", "title": "Staff", "counts": "process", "adds_up": False},
    ],
    "numerator": ["concerns"],
    "owed_by": owed("council"),
}
CONCERNS["measures"][1]["within"] = "concerns"


def told(
    schemas: dict[str, Schema],
    *quarters: dict[str, Any] | None,
    indicator: dict[str, Any] | None = None,
    extra: dict[str, Any] | None = None,
    others: dict[str, Any] | None = None,
) -> list[tuple[str, str, str]]:
    """Rule, quarter and route of what is told of returns with these figures, from spring 2020 on; None is no return."""
    records: dict[str, Any] = {"indicator/k01": {**CONCERNS, **(indicator or {})}, **(others or {})}
    for at, counts in enumerate(quarters):
        quarter = Quarter(2020, 1).plus(at)
        if counts is not None:
            received = quarter.next.start.replace(day=20).isoformat()
            records[f"kpi-return/council/{quarter}"] = returned(received, **json.loads(json.dumps(counts)))
    last = max(name for name in records if name.startswith("kpi"))
    records[last] |= extra or {}
    problems = checks.run(small(schemas, records))
    return [
        (one.rule, one.place.file.split("/")[-1].removesuffix(".yaml"), ".".join(map(str, one.place.route)))
        for one in problems
    ]


def after_steady(schemas: dict[str, Schema], *counts: int, **more: Any) -> list[tuple[str, str, str]]:
    return told(schemas, *({"concerns": count} for count in (*STEADY, *counts)), **more)


def test_an_unusual_figure_is_told_once_and_its_new_level_is_not(schemas: dict[str, Schema]) -> None:
    assert after_steady(schemas, 245) == []
    found = after_steady(schemas, 412, 405, 415, 200)
    assert found == [(USUAL, "2023-24-q1", "values.concerns.count")]


def test_a_figure_that_others_contradict_is_told_as_that(schemas: dict[str, Schema]) -> None:
    wrong = {"concerns": 20, "in-time": 150}
    found = told(schemas, *({"concerns": count} for count in STEADY), wrong)
    assert [rule for rule, _, _ in found] == ["part-within-its-whole"]


def test_a_part_is_not_told_beside_its_whole(schemas: dict[str, Schema]) -> None:
    steady = [{"concerns": count, "in-time": count - 20} for count in STEADY]
    surge = told(schemas, *steady, {"concerns": 412, "in-time": 390})
    assert [route for _, _, route in surge] == ["values.concerns.count"]
    slump = told(schemas, *steady, {"concerns": 412, "in-time": 20})
    assert [route for _, _, route in slump] == ["values.concerns.count", "values.in-time.count"]


def test_history_starts_afresh_where_the_indicator_says_so(schemas: dict[str, Schema]) -> None:
    def rebased(quarter: str) -> dict[str, Any]:
        return {"rebases": [{"from_quarter": quarter, "reason": "A new referral route."}]}

    assert after_steady(schemas, 412, indicator=rebased("2023-24-q1")) == []
    assert after_steady(schemas, 412, indicator=rebased("2020-21-q2")) == [], "eleven are left"
    assert len(after_steady(schemas, 412, indicator=rebased("2020-21-q1"))) == 1
    assert len(after_steady(schemas, 412, indicator=rebased("2023-24-q2"))) == 1


def test_an_indicator_that_counts_with_the_measure_of_another_does_not_start_its_history_afresh(
    schemas: dict[str, Schema],
) -> None:
    share = {**INDICATOR, "title": "Share", "code": "K05", "kind": "derived", "measures": [], "numerator": ["concerns"]}
    share |= {"rebases": [{"from_quarter": "2023-24-q1", "reason": "A new target."}]}
    assert len(after_steady(schemas, 412, others={"indicator/k05": share})) == 1


def test_a_figure_given_anew_is_the_one_that_is_asked_about(schemas: dict[str, Schema]) -> None:
    def again(count: int) -> dict[str, Any]:
        values = {"concerns": {"count": count}}
        return {"restatements": [{"date": "2023-10-20", "quarter": "2023-24-q1", "kind": "refresh", "values": values}]}

    assert after_steady(schemas, 412, 205, extra=again(208)) == []
    found = after_steady(schemas, 208, 205, extra=again(412))
    assert found == [(USUAL, "2023-24-q2", "restatements.0.values.concerns.count")]


@pytest.mark.parametrize("field", ["values.concerns", "values", ""])
def test_the_reason_stands_under_exceptions_as_the_remedy_says(schemas: dict[str, Schema], field: str) -> None:
    reason = {"rule": USUAL, "reason": "A new referral route opened in July."} | ({"field": field} if field else {})
    assert after_steady(schemas, 412, extra={"exceptions": [reason]}) == []


def test_an_exception_for_another_figure_is_none(schemas: dict[str, Schema]) -> None:
    reason = {"rule": USUAL, "field": "values.staff", "reason": "A new referral route opened in July."}
    assert len(after_steady(schemas, 412, extra={"exceptions": [reason]})) == 1


COUNTS: dict[str, Any] = {f"c{at}": 40 + at for at in range(10)}
OTHERS = measures("people", **{name: name for name in COUNTS})


@pytest.mark.parametrize(
    ("first", "second", "copied"),
    [
        (COUNTS, COUNTS, True),
        (COUNTS, {**COUNTS, "c0": 41}, True),
        (COUNTS, {**COUNTS, "c0": 41, "c1": 42}, False),
        ({**COUNTS, "staff": 90}, {**COUNTS, "c0": 41, "staff": 91}, True),
        (dict(list(COUNTS.items())[:4]), dict(list(COUNTS.items())[:4]), True),
        (dict(list(COUNTS.items())[:3]), dict(list(COUNTS.items())[:3]), False),
        ({**dict.fromkeys(COUNTS, 4), "staff": 90}, {**dict.fromkeys(COUNTS, 4), "staff": 90}, False),
        (dict.fromkeys(COUNTS, 5), dict.fromkeys(COUNTS, 5), True),
        (dict.fromkeys(COUNTS, 0), dict.fromkeys(COUNTS, 0), False),
        (COUNTS, dict.fromkeys(COUNTS, NONE), False),
    ],
)
def test_a_return_is_copied_where_nearly_all_counts_that_tell_are_the_same(
    schemas: dict[str, Schema], first: dict[str, Any], second: dict[str, Any], copied: bool
) -> None:
    indicator = {"measures": [*CONCERNS["measures"], *OTHERS]}
    assert told(schemas, first, second, indicator=indicator) == [(COPIED, "2020-21-q2", "values")] * copied
    assert told(schemas, first, None, second, indicator=indicator) == [(COPIED, "2020-21-q3", "values")] * copied


def test_breakdowns_tell_of_copying_too(schemas: dict[str, Schema]) -> None:
    ages = [{"id": id, "title": id} for id in ("young", "old", "older")]
    split = {"id": "age", "title": "Age", "of": ["concerns"], "exclusive": True, "categories": ages}
    figure = {"concerns": {"count": 60, "by": {"age": {"young": 10, "old": 20, "older": 30}}}}
    assert told(schemas, figure, figure, indicator={"breakdowns": [split]}) == [(COPIED, "2020-21-q2", "values")]


def test_an_absence_is_asked_about_in_the_fourth_return_running_and_the_eighth(schemas: dict[str, Schema]) -> None:
    found = told(schemas, *[{"concerns": NONE, "staff": 9}] * 9)
    where = "values.concerns.absent"
    assert found == [(ABSENT, "2020-21-q4", where), (ABSENT, "2021-22-q4", where)]


def test_a_figure_between_ends_an_absence(schemas: dict[str, Schema]) -> None:
    absent = {"concerns": NONE}
    assert told(schemas, absent, absent, absent, {"concerns": 200}, absent, absent, absent) == []
    assert told(schemas, absent, absent, None, absent) == []
    assert len(told(schemas, absent, absent, None, absent, absent)) == 1


def test_an_absence_made_good_later_is_none(schemas: dict[str, Schema]) -> None:
    values = {"concerns": {"count": 200}}
    again = [{"date": "2021-04-20", "quarter": "2020-21-q2", "kind": "refresh", "values": values}]
    assert told(schemas, *[{"concerns": NONE}] * 4, extra={"restatements": again}) == []


def test_a_return_without_any_figure_is_told_once(schemas: dict[str, Schema]) -> None:
    assert len(told(schemas, *[{"concerns": NONE, "in-time": NONE, "staff": NONE}] * 4)) == 1
