"""Categories are put together where no reader can pin a withheld one: every table that fits is tried."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from small import owed, returned, small
from test_indicators import BY_TYPE, CONCERNS, C, public

from generator.assurance.figures.disclosure import Marker, Policy, count
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.merged_categories import discloses_nothing
from generator.schema import Schema

POLICY = Policy()


def preimage(number: int | Marker) -> list[int]:
    return [exact for exact in range(40) if count(exact, POLICY) == number]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 4), min_size=2, max_size=4), st.lists(st.integers(0, 12), max_size=2))
def test_it_is_safe_exactly_where_each_withheld_cell_can_take_several_values(
    hidden: list[int], others: list[int]
) -> None:
    merged, total = count(sum(hidden), POLICY), count(sum(hidden) + sum(others), POLICY)
    if isinstance(merged, Marker) or isinstance(total, Marker):
        return
    shown = [count(one, POLICY) for one in others]
    tables = [
        table
        for table in product(*([range(5)] * len(hidden)), *(preimage(one) for one in shown))
        if count(sum(table[: len(hidden)]), POLICY) == merged and count(sum(table), POLICY) == total
    ]
    withheld = [at for at, one in enumerate([*hidden, *others]) if one < 5]
    several = all(len({table[at] for table in tables}) > 1 for at in withheld)
    assert discloses_nothing(len(hidden), merged, shown, total, POLICY) == several


def test_without_a_total_only_the_sum_is_known() -> None:
    assert discloses_nothing(2, 5, [], None, POLICY)
    assert not discloses_nothing(2, 10, [], None, POLICY), "8 to 12 of two cells up to 4: both are 4"
    assert discloses_nothing(3, 10, [], None, POLICY)


def split(schemas: dict[str, Schema], *quarters: dict[str, int], indicator: dict[str, Any] | None = None) -> Figures:
    records: dict[str, Any] = {
        f"kpi-return/council/2025-26-q{at}": returned(concerns={"count": sum(by.values()), "by": {"type": by}})
        for at, by in enumerate(quarters, start=1)
    }
    made = {**CONCERNS, "owed_by": owed("council"), "breakdowns": [BY_TYPE], **(indicator or {})}
    return public(small(schemas, {"indicator/k01": made, **records}))


def test_categories_withheld_in_every_quarter_are_put_together(schemas: dict[str, Schema]) -> None:
    by = {"neglect": 62, "money": 3, "slavery": 2, "hate": 2}
    found = split(schemas, by, by, by, by).breakdowns["type"]
    assert [one.title for one in found] == ["Neglect", "All others, put together"]
    assert found[-1].merged == ("Money", "Slavery", "Hate")
    assert [point.value for point in found[-1].points] == [5] * 4


def test_they_are_not_where_their_sum_would_give_one_of_them_away(schemas: dict[str, Schema]) -> None:
    # Two cells of at most 4 whose sum is published as 10, that is 8 to 12, are 4 and 4.
    by = {"neglect": 62, "money": 30, "slavery": 4, "hate": 4}
    found = split(schemas, by, by, by, by).breakdowns["type"]
    assert [one.title for one in found] == ["Neglect", "Money", "Slavery", "Hate"]
    assert all(point.value is C for one in found[2:] for point in one.points)


def test_a_category_that_is_shown_once_is_not_merged(schemas: dict[str, Schema]) -> None:
    small_one = {"neglect": 62, "money": 30, "slavery": 3, "hate": 4}
    found = split(schemas, small_one, {**small_one, "hate": 9}).breakdowns["type"]
    assert [one.title for one in found] == ["Neglect", "Money", "Slavery", "Hate"]


def test_categories_that_overlap_are_not_merged(schemas: dict[str, Schema]) -> None:
    by = {"neglect": 62, "money": 3, "slavery": 2, "hate": 2}
    found = split(schemas, by, indicator={"breakdowns": [{**BY_TYPE, "exclusive": False}]}).breakdowns["type"]
    assert len(found) == 4
