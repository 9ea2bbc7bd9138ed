"""What is not usual: an XmR chart worked out by hand and by another hand; and how often chance alone is asked about."""

from __future__ import annotations

import random
from itertools import pairwise
from math import ceil, floor, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.assurance.figures.usual_range import Unusual, counts_before, enough, restarts, unusual
from generator.model.indicator import Indicator, Measure, Rebase

STEADY = [200, 210, 190, 205, 195, 200, 210, 190, 205, 195, 200, 210]
"""Mean 200.83; moving ranges 10 20 15 10 5 10 20 15 10 5 10, on average 11.82; limits 169.4 and 232.3."""


@pytest.mark.parametrize(
    ("count", "told"),
    [(230, False), (246, False), (248, False), (249, True), (161, False), (160, True), (0, True), (2000, True)],
)
def test_a_steady_figure_is_asked_about_beyond_limits_and_chance(count: int, told: bool) -> None:
    """Chance alone puts a count of 200 between 160.6 and 245.6; a step from 210 is unusual above 38.6."""
    assert bool(unusual(STEADY, count)) == told


def test_the_history_is_in_the_answer() -> None:
    assert unusual(STEADY, 232 + 62) == Unusual(12, 190, 210, 170, 232, "high", 1.0)
    assert unusual(STEADY, 170 - 31) == Unusual(12, 190, 210, 170, 232, "low", 0.5)


def test_a_range_without_a_whole_number_in_it_has_a_width() -> None:
    near, far = unusual([0] * 11 + [1], 9), unusual([0] * 11 + [1], 90)
    assert near
    assert far
    assert near.lower > near.upper
    assert far.beyond > near.beyond > 0


def test_history_is_what_came_before_since_the_last_restart() -> None:
    counts = [("2025-26-q3", 3), ("2025-26-q4", None), ("2026-27-q1", 1), ("2026-27-q2", 2)]
    assert counts_before(counts, "2026-27-q2", ()) == [3, None, 1]
    assert counts_before(counts, "2026-27-q2", ("2024-25-q1", "2025-26-q4", "2026-27-q3")) == [None, 1]
    assert counts_before(counts, "2026-27-q1", ("2026-27-q1",)) == []


def test_a_measure_starts_afresh_with_the_indicator_that_defines_it_and_no_other() -> None:
    own = Indicator(
        id="k02", measures=(Measure(id="enquiries"), Measure(id="closed")), rebases=(Rebase(from_quarter="2025-26-q1"),)
    )
    derived = Indicator(id="k05", numerator=("enquiries", "concerns"), rebases=(Rebase(from_quarter="2026-27-q1"),))
    other = Indicator(id="k01", measures=(Measure(id="concerns"),))
    assert restarts([own, derived, other]) == {
        "enquiries": ("2025-26-q1",), "closed": ("2025-26-q1",), "concerns": ()
    }  # fmt: skip


def test_fewer_than_twelve_points_say_nothing() -> None:
    assert unusual(STEADY[:11], 2000) is None
    assert unusual([*STEADY[:11], None], 2000) is None
    assert unusual([None, *STEADY], 2000)


def test_a_new_level_is_asked_about_once() -> None:
    raised = [400, 410, 390, 405, 395, 400, 410]
    told = [bool(unusual([*STEADY, *raised[:place]], count)) for place, count in enumerate(raised)]
    assert told == [True, *[False] * 6]


def test_a_return_to_the_usual_is_not_asked_about() -> None:
    assert unusual([*STEADY, 412], 205) is None


def test_a_steady_rise_is_not_asked_about() -> None:
    rise = [*range(1000, 2000, 50)]
    assert not any(unusual(rise[:place], count) for place, count in enumerate(rise))


@pytest.mark.parametrize(("before", "count", "told"), [(0, 2, False), (0, 3, True), (1, 6, False), (1, 7, True)])
def test_small_counts_are_left_to_chance(before: int, count: int, told: bool) -> None:
    assert bool(unusual([before] * 12, count)) == told


counts = st.integers(0, 500)


@given(st.lists(st.none() | counts, max_size=30), counts)
def test_it_agrees_with_a_chart_worked_out_another_way(before: list[int | None], count: int) -> None:
    known = [one for one in before if one is not None]
    ranges = [abs(b - a) for a, b in pairwise(before) if a is not None and b is not None]
    found = unusual(before, count)
    assert enough(before) == (len(known) >= 12)
    if len(known) < 12 or not ranges:
        assert found is None
        return
    average = sum(ranges) / len(ranges)
    kept = [one for one in ranges if not average or one < 3.267 * average]
    middle, moved = sum(known) / len(known), sum(kept) / len(kept)
    lower, upper = middle - 3 / 1.128 * moved, middle + 3 / 1.128 * moved
    step, chance = 3.267 * moved, (sqrt(count) - sqrt(middle)) ** 2
    edges = (abs(count - lower), abs(count - upper), abs(abs(count - known[-1]) - step), abs(chance - 2.25))
    assume(min(edges) > 0.01 * (1 + moved))
    far = not lower <= count <= upper and abs(count - known[-1]) > step and chance > 2.25
    assert bool(found) == far
    if found:
        assert (found.points, found.least, found.most) == (len(known), min(known), max(known))
        assert found.side == ("high" if count > upper else "low")
        assert abs(found.lower - max(0, ceil(lower))) <= 1
        assert abs(found.upper - floor(upper)) <= 1


def test_chance_alone_is_asked_about_about_once_in_a_hundred_figures() -> None:
    """Counts that vary twice as much as chance alone would have them, after three years of them."""
    drawn = random.Random(3)
    told = tried = 0
    for mean in (8, 60, 300, 900):
        for _ in range(300):
            series = [max(0, round(drawn.gauss(mean, sqrt(2 * mean)))) for _ in range(13)]
            told += bool(unusual(series[:-1], series[-1]))
            tried += 1
    assert told / tried < 0.015
