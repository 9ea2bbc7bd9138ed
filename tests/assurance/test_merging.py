"""A merged figure never pins a withheld one: compared with trying every table that a reader could think of."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assurance.disclosure import Marker, Policy, count
from generator.assurance.merging import tells_nothing

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
    assert tells_nothing(len(hidden), merged, shown, total, POLICY) == several


def test_without_a_total_only_the_sum_is_known() -> None:
    assert tells_nothing(2, 5, [], None, POLICY)
    assert not tells_nothing(2, 10, [], None, POLICY), "8 to 12 of two cells up to 4: both are 4"
    assert tells_nothing(3, 10, [], None, POLICY)
