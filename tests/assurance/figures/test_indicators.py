"""An indicator's series: what adds up, what is left out, how it is marked, and what may be published of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import CONCERNS, INDICATOR, measures, owed, returned, small

from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.indicators import Figures, figures, published
from generator.model.indicator import Indicator
from generator.register import Register
from generator.schema import Schema

C, X, Z = Marker.CONFIDENTIAL, Marker.NOT_AVAILABLE, Marker.NOT_APPLICABLE
P, R, E = Marker.PROVISIONAL, Marker.REVISED, Marker.ESTIMATED
DAY = date(2026, 6, 30)

ASKED = {
    **INDICATOR,
    "measures": measures("people", concluded="Concluded", asked="Asked"),
    "numerator": ["asked"],
    "denominator": ["concluded"],
    "owed_by": owed("council"),
}
BY_TYPE = {
    "id": "type",
    "title": "Type",
    "of": ["concerns"],
    "exclusive": True,
    "categories": [{"id": id, "title": id.title()} for id in ("neglect", "money", "slavery", "hate")],
}


def worked_out(register: Register, day: date = DAY, id: str = "k01") -> Figures:
    return figures(register.at(day), (), (), day)[id]


def values(found: Figures) -> list[Any]:
    assert found.whole
    return [point.value for point in found.whole.points]


def public(register: Register, day: date = DAY, policy: Policy | None = None) -> Figures:
    indicator = register.get(Indicator, "k01")
    assert indicator
    return published(worked_out(register, day), indicator, policy or Policy())


def test_a_percentage_is_one_sum_over_another(schemas: dict[str, Schema]) -> None:
    register = small(
        schemas, {"indicator/k01": ASKED, "kpi-return/council/2025-26-q1": returned(concluded=221, asked=183)}
    )
    found = worked_out(register, date(2025, 8, 31))
    assert found.whole
    point = found.whole.points[0]
    assert (point.numerator, point.denominator, point.value, point.marks) == (183, 221, 82.8, frozenset())
    assert found.agencies == (), "one agency alone is the area's figure"


def test_zero_missing_withheld_and_not_applicable_stay_apart(schemas: dict[str, Schema]) -> None:
    said = {"not-available": X, "withheld": C, "not-applicable": Z}
    quarters = {
        f"kpi-return/council/2025-26-q{number}": returned(concerns={"absent": why, "reason": "So."})
        for number, why in enumerate(said, start=1)
    }
    quarters["kpi-return/council/2025-26-q4"] = returned("2026-04-20", concerns=0)
    register = small(schemas, {"indicator/k01": {**CONCERNS, "owed_by": owed("council")}, **quarters})
    assert values(worked_out(register)) == [X, C, Z, 0]


def test_a_quarter_not_yet_due_has_no_point_until_something_came(schemas: dict[str, Schema]) -> None:
    first = {"indicator/k01": CONCERNS, "kpi-return/council/2025-26-q1": returned("2025-07-10", concerns=8)}
    register = small(schemas, first)
    assert values(worked_out(register, date(2025, 7, 5))) == []
    assert values(worked_out(register, date(2025, 7, 12))) == [8]
    assert values(worked_out(register, date(2025, 10, 15))) == [8], "due on 30 October"
    assert values(worked_out(register, date(2025, 10, 31))) == [8, X]


def test_a_missing_agency_is_left_out_and_the_sum_says_so(schemas: dict[str, Schema]) -> None:
    register = small(
        schemas,
        {
            "indicator/k01": CONCERNS,
            "kpi-return/council/2025-26-q1": returned(concerns=80),
            "kpi-return/trust/2025-26-q1": returned(concerns=20),
            "kpi-return/council/2025-26-q2": returned("2025-10-20", concerns=85),
        },
    )
    found = worked_out(register, date(2025, 11, 30))
    assert found.whole
    assert [(point.value, set(point.marks)) for point in found.whole.points] == [(100, set()), (85, {E})]
    assert [(one.title, one.values) for one in found.agencies] == [("Council", (80, 85)), ("Trust", (20, None))]


def test_an_agency_to_which_it_cannot_apply_does_not_make_the_sum_an_estimate(schemas: dict[str, Schema]) -> None:
    nothing = returned(concerns={"absent": "not-applicable", "reason": "Takes no concerns."})
    records = {"kpi-return/council/2025-26-q1": returned(concerns=80), "kpi-return/trust/2025-26-q1": nothing}
    found = worked_out(small(schemas, {"indicator/k01": CONCERNS, **records}), date(2025, 8, 31))
    assert found.whole
    assert (found.whole.points[0].value, found.whole.points[0].marks) == (80, frozenset())


def test_a_percentage_counts_the_same_agencies_above_and_below(schemas: dict[str, Schema]) -> None:
    half = returned(concluded=100, asked={"absent": "not-available", "reason": "System change."})
    both = returned(concluded=100, asked=90)
    indicator = {**ASKED, "owed_by": owed("council", "trust")}
    register = small(
        schemas,
        {
            "indicator/k01": indicator,
            "kpi-return/council/2025-26-q1": both,
            "kpi-return/trust/2025-26-q1": half,
        },
    )
    found = worked_out(register, date(2025, 8, 31))
    assert found.whole
    assert (found.whole.points[0].denominator, found.whole.points[0].value) == (100, 90.0), "not 90 of 200"
    assert found.whole.points[0].marks == {E}


def test_a_sum_of_measures_needs_them_all(schemas: dict[str, Schema]) -> None:
    indicator = {
        **INDICATOR,
        "measures": measures("people", remained="Remained", reduced="Reduced", removed="Removed"),
        "numerator": ["reduced", "removed"],
        "denominator": ["remained", "reduced", "removed"],
        "parts": {"measures": ["remained", "reduced", "removed"]},
        "owed_by": owed("council"),
    }
    register = small(
        schemas, {"indicator/k01": indicator, "kpi-return/council/2025-26-q1": returned(remained=10, reduced=50)}
    )
    found = worked_out(register, date(2025, 8, 31))
    assert values(found) == [X], "50 of 60 would be wrong"
    assert [part.values for part in found.parts] == [(10,), (50,), (None,)]


def test_organisation_wide_figures_are_shown_and_never_added(schemas: dict[str, Schema]) -> None:
    owing = [*owed("council"), *owed("trust", geography="organisation-wide")]
    register = small(
        schemas,
        {
            "indicator/k01": {**CONCERNS, "owed_by": owing},
            "kpi-return/council/2025-26-q1": returned(concerns=80),
            "kpi-return/trust/2025-26-q1": returned(concerns=5000),
        },
    )
    found = worked_out(register, date(2025, 8, 31))
    assert values(found) == [80]
    assert [one.values for one in found.agencies] == [(80,), (5000,)]
    assert found.apart == 1


def test_half_yearly_agencies_are_owed_twice_a_year_and_stand_apart(schemas: dict[str, Schema]) -> None:
    owing = [*owed("council"), *owed("police", frequency="half-yearly")]
    records = {f"kpi-return/council/2025-26-q{number}": returned(concerns=80) for number in range(1, 5)}
    records |= {f"kpi-return/police/2025-26-q{number}": returned(concerns=9) for number in (2, 4)}
    register = small(schemas, {"indicator/k01": {**CONCERNS, "owed_by": owing}, **records})
    found = worked_out(register, date(2026, 6, 1))
    assert values(found) == [80] * 4, "two of the quarters would else be higher than the others"
    assert [str(point.quarter) for point in found.agencies[1].points] == ["2025-26-q2", "2025-26-q4"]
    only = small(schemas, {"indicator/k01": {**CONCERNS, "owed_by": owing[1:]}, **records})
    assert values(worked_out(only, date(2026, 6, 1))) == [9, 9]


def test_provisional_until_confirmed_and_revised_once_restated(schemas: dict[str, Schema]) -> None:
    again = {"date": "2025-10-20", "quarter": "2025-26-q1", "kind": "refresh", "values": {"concerns": {"count": 84}}}
    second = {**returned("2025-10-20", confirmed=False, concerns=90), "restatements": [again]}
    records = {
        "indicator/k01": {**CONCERNS, "owed_by": owed("council")},
        "kpi-return/council/2025-26-q1": {**returned("2025-07-20", concerns=80), "confirmed": "2025-08-14"},
        "kpi-return/council/2025-26-q2": second,
    }
    register = small(schemas, records)

    def seen(day: date) -> list[tuple[Any, set[Marker]]]:
        found = worked_out(register, day)
        assert found.whole
        return [(point.value, set(point.marks)) for point in found.whole.points]

    assert seen(date(2025, 7, 31)) == [(80, {P})]
    assert seen(date(2025, 8, 31)) == [(80, set())]
    assert seen(date(2025, 10, 25)) == [(84, {R}), (90, {P})]


def test_the_last_restatement_counts_and_one_that_changes_nothing_marks_nothing(schemas: dict[str, Schema]) -> None:
    def again(day: str, count: int) -> dict[str, Any]:
        return {"date": day, "quarter": "2025-26-q1", "kind": "refresh", "values": {"concerns": {"count": count}}}

    records = {
        "indicator/k01": {**CONCERNS, "owed_by": owed("council"), "breakdowns": [BY_TYPE]},
        "kpi-return/council/2025-26-q1": returned(concerns={"count": 80, "by": {"type": {"neglect": 60, "money": 20}}}),
        "kpi-return/council/2025-26-q2": {
            **returned("2025-10-20", concerns=90),
            "restatements": [again("2025-10-20", 80)],
        },
        "kpi-return/council/2025-26-q3": {
            **returned("2026-01-20", concerns=91),
            "restatements": [again("2026-01-20", 85), again("2026-01-25", 86)],
        },
    }
    register = small(schemas, records)
    before, after = (worked_out(register, day) for day in (date(2025, 11, 30), date(2026, 2, 28)))
    assert before.whole
    assert after.whole
    assert (before.whole.points[0].value, before.whole.points[0].marks) == (80, frozenset())
    assert before.breakdowns["type"][0].points[0].value == 60, "the split stands while its sum does"
    assert (after.whole.points[0].value, after.whole.points[0].marks) == (86, {R})
    assert after.breakdowns["type"][0].points[0].value is X, "60 and 20 no longer add up"


def test_a_breakdown_of_nothing_is_nothing_in_each_category(schemas: dict[str, Schema]) -> None:
    indicator = {**CONCERNS, "owed_by": owed("council"), "breakdowns": [BY_TYPE]}
    register = small(schemas, {"indicator/k01": indicator, "kpi-return/council/2025-26-q1": returned(concerns=0)})
    found = worked_out(register, date(2025, 8, 31))
    assert [one.points[0].value for one in found.breakdowns["type"]] == [0, 0, 0, 0]


@pytest.mark.parametrize(("concluded", "asked", "value"), [(221, 183, 84.1), (221, 3, C), (3, 3, C), (0, 0, C)])
def test_published_percentages_come_from_published_counts(
    schemas: dict[str, Schema], concluded: int, asked: int, value: Any
) -> None:
    made = returned(concluded=concluded, asked=asked)
    found = public(small(schemas, {"indicator/k01": ASKED, "kpi-return/council/2025-26-q1": made}), date(2025, 8, 31))
    assert values(found) == [value]


def test_nothing_exact_about_people_is_published_and_no_agency(schemas: dict[str, Schema]) -> None:
    split = {"neglect": 62, "money": 13, "slavery": 3, "hate": 3}
    records = {
        "indicator/k01": {**CONCERNS, "breakdowns": [BY_TYPE]},
        "kpi-return/council/2025-26-q1": returned(concerns={"count": 81, "by": {"type": split}}),
        "kpi-return/trust/2025-26-q1": returned(concerns={"count": 7, "by": {"type": {**split, "neglect": 1}}}),
    }
    found = public(small(schemas, records), date(2025, 8, 31))
    numbers = {
        number
        for series in found.every()
        for point in series.points
        for number in (point.numerator, point.denominator, point.value)
        if isinstance(number, int | float)
    }
    assert numbers
    assert all(number % 5 == 0 for number in numbers)
    assert found.agencies == ()


def test_events_and_process_are_published_exactly(schemas: dict[str, Schema]) -> None:
    indicator = {**ASKED, "measures": measures("process", concluded="Due", asked="Done")}
    register = small(
        schemas, {"indicator/k01": indicator, "kpi-return/council/2025-26-q1": returned(concluded=3, asked=1)}
    )
    assert values(public(register, date(2025, 8, 31))) == [33.3]
