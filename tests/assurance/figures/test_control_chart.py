"""XmR charts against figures worked by hand, and what must hold of any series."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assurance.figures.control_chart import Assurance, Better, Verdict, XmR, xmr

STEADY = [20, 22, 19, 21, 23, 20, 18, 21, 22, 20, 19, 23]
SPIKE = [10, 11, 10, 11, 10, 30, 10, 11, 10, 11, 10, 11]


def rules(chart: XmR) -> list[str | None]:
    return [f"{point.rule} {point.side}" if point.rule else None for point in chart.points]


def test_a_steady_process_has_limits_and_no_special_cause() -> None:
    # Sum 248, so mean 248/12 = 20.6667. Moving ranges 2+3+2+2+3+2+3+1+2+1+4 = 25, average 25/11 = 2.2727.
    # Limits 20.6667 ± 2.66 × 2.2727 = 20.6667 ± 6.0455.
    chart = xmr(STEADY, better="up")
    assert [point.moving_range for point in chart.points] == [None, 2, 3, 2, 2, 3, 2, 3, 1, 2, 1, 4]
    assert chart.latest.mean == pytest.approx(20.6667, abs=1e-4)
    assert chart.latest.average_moving_range == pytest.approx(2.2727, abs=1e-4)
    assert chart.latest.lower == pytest.approx(14.6212, abs=1e-4)
    assert chart.latest.upper == pytest.approx(26.7121, abs=1e-4)
    assert (chart.latest.first, chart.latest.end, chart.latest.count) == (0, 12, 12)
    assert rules(chart) == [None] * 12


def test_large_moving_ranges_are_screened_out_of_the_limits() -> None:
    # Moving ranges 1×4, 20, 20, 1×5 = 49, average 49/11 = 4.4545; 3.267 × 4.4545 = 14.55, so both 20s go: average 1.
    # Mean 145/12 = 12.0833; limits ± 2.66 = 9.4233 to 14.7433; outer third below 12.0833 - 1.7733 = 10.31:
    # each 10 lies in it, with a neighbour two along and an 11 between, all below the mean.
    chart = xmr(SPIKE, better="down")
    assert chart.latest.average_moving_range == 1
    assert chart.latest.lower == pytest.approx(9.4233, abs=1e-4)
    assert chart.latest.upper == pytest.approx(14.7433, abs=1e-4)
    assert [place for place, point in enumerate(chart.points) if point.screened] == [5, 6]
    low, high = "two-of-three low", "outside-limits high"
    assert rules(chart) == [low, None, low, None, low, high, low, None, low, None, low, None]
    assert (chart.points[0].verdict, chart.points[5].verdict) == ("improvement", "concern")


def test_without_screening_every_moving_range_counts() -> None:
    # 12.0833 ± 2.66 × 4.4545 = 12.0833 ± 11.8491; the outer third begins 7.8994 from the mean.
    chart = xmr(SPIKE, better="down", screen=False)
    assert chart.latest.upper == pytest.approx(23.9324, abs=1e-4)
    assert not any(point.screened for point in chart.points)
    assert [place for place, rule in enumerate(rules(chart)) if rule] == [5]


def test_outside_the_limits_comes_before_a_trend() -> None:
    # 1 to 7: mean 4, moving ranges all 1, limits 1.34 to 6.66.
    chart = xmr([1, 2, 3, 4, 5, 6, 7], better="up")
    assert rules(chart) == ["outside-limits low", *["trend high"] * 5, "outside-limits high"]
    assert [point.verdict for point in chart.points] == ["concern", *["improvement"] * 6]


def test_a_trend_needs_six_steps_the_same_way() -> None:
    assert all("trend" not in str(rule) for rule in rules(xmr([1, 2, 3, 3, 4, 5, 6], better="up")))
    assert all("trend" not in str(rule) for rule in rules(xmr([1, 2, 3, 4, 5, 6], better="up")))


def test_a_turning_point_belongs_to_the_later_trend() -> None:
    # Sum 556, mean 37.07. Moving ranges 30 + 12 × 1 + 100 = 142, average 142/14 = 10.143.
    # Limits 37.07 ± 26.98 = 10.09 to 64.05: only the first and last point are outside.
    chart = xmr([0, 30, 31, 32, 33, 34, 35, 36, 35, 34, 33, 32, 31, 30, 130], better="up", screen=False)
    low, high = "outside-limits low", "outside-limits high"
    assert rules(chart) == [low, *["trend high"] * 6, *["trend low"] * 7, high]


def test_a_point_has_the_direction_of_its_own_trend() -> None:
    # Two falls of seven with one step up between them. Sum 588, mean 42. Moving ranges 12 × 1 + 6 = 18,
    # average 18/13 = 1.3846; limits 42 ± 3.683 = 38.32 to 45.68.
    values = [45, 44, 43, 42, 41, 40, 39, 45, 44, 43, 42, 41, 40, 39]
    assert rules(xmr(values, better="down", screen=False)) == ["trend low"] * 14


def test_two_of_three_marks_the_two_and_not_the_third() -> None:
    # Sum 132, mean 11. Moving ranges 7 × 2 + 3 × 3.5 + 14.5 = 39, average 3.5455; 14.5 ≥ 11.58 goes: 24.5/10 = 2.45.
    # Limits 11 ± 6.517 = 4.483 to 17.517; outer third above 11 + 4.3447 = 15.3447.
    chart = xmr([10, 12, 10, 12, 10, 12, 10, 12, 15.5, 12, 15.5, 1], better="up")
    assert rules(chart) == [*[None] * 8, "two-of-three high", None, "two-of-three high", "outside-limits low"]


def test_two_of_three_needs_all_three_on_one_side() -> None:
    # Sum 132, mean 11. Moving ranges 14 + 5 + 7 + 7 + 17 = 50, average 4.5455; 17 ≥ 14.85 goes: 33/10 = 3.3.
    # Limits 11 ± 8.778 = 2.222 to 19.778; outer third above 16.852: both 17s, but the 10 between is below the mean.
    chart = xmr([10, 12, 10, 12, 10, 12, 10, 12, 17, 10, 17, 0], better="up")
    assert rules(chart) == [*[None] * 11, "outside-limits low"]


def test_a_point_outside_the_limits_is_not_one_of_two() -> None:
    # Sum 152, mean 10.857. Moving ranges 11 × 2 + 4 + 2 = 28, average 28/13 = 2.1538, none of 7.04 or more.
    # Limits 10.857 ± 5.729 = 5.128 to 16.586; outer third above 14.677: the 15 lies there, the 17 beyond.
    chart = xmr([9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 15, 17], better="up")
    assert rules(chart) == [*[None] * 13, "outside-limits high"]


def test_seven_on_one_side_make_a_run() -> None:
    # Mean 140/14 = 10. Moving ranges 12 × 1 + 4 = 16, average 1.2308; 4 < 4.021 stays. Limits 10 ± 3.274;
    # outer third from 10 ± 2.183, beyond every point.
    values = [8, 9, 8, 9, 8, 9, 8, 12, 11, 12, 11, 12, 11, 12]
    assert rules(xmr(values, better="up")) == [*["run low"] * 7, *["run high"] * 7]
    assert "run" not in str(rules(xmr([*values[:6], *values[8:]], better="up")))


@pytest.mark.parametrize(
    ("better", "low", "high"),
    [("up", "concern", "improvement"), ("down", "improvement", "concern"), ("neutral", "neutral-low", "neutral-high")],
)
def test_the_direction_decides_what_a_special_cause_means(better: Better, low: Verdict, high: Verdict) -> None:
    chart = xmr([1, 2, 3, 4, 5, 6, 7], better=better)
    assert (chart.points[0].verdict, chart.points[6].verdict) == (low, high)


@pytest.mark.parametrize(
    ("better", "target", "expected"),
    [
        ("up", 14, "pass"),
        ("up", 20, "hit-and-miss"),
        ("up", 30, "fail"),
        ("down", 14, "fail"),
        ("down", 20, "hit-and-miss"),
        ("down", 30, "pass"),
        ("neutral", 14, None),
        ("up", None, None),
    ],
)
def test_assurance_compares_the_target_with_the_limits(
    better: Better, target: float | None, expected: Assurance | None
) -> None:
    # The limits of STEADY are 14.62 to 26.71.
    assert xmr(STEADY, better=better, target=target).assurance == expected


def test_a_rebase_begins_new_limits_ranges_and_runs() -> None:
    chart = xmr([8, 9, 8, 9, 18, 19, 18, 19], better="up", rebase_at=[4], target=17)
    # 8.5 and 18.5, average moving range 1 in each: limits 18.5 ± 2.66 = 15.84 to 21.16 are in force.
    assert [(segment.first, segment.end, segment.mean) for segment in chart.segments] == [(0, 4, 8.5), (4, 8, 18.5)]
    assert chart.points[4].moving_range is None
    assert chart.assurance == "hit-and-miss"
    assert xmr([8, 9, 8, 9, 18, 19, 18, 19], better="up", rebase_at=[4], target=15).assurance == "pass"
    assert rules(chart) == [None] * 8


def test_rebases_outside_the_values_begin_no_segment() -> None:
    assert len(xmr(STEADY, better="up", rebase_at=[-3, 0, 12, 40]).segments) == 1
    assert [segment.first for segment in xmr(STEADY, better="up", rebase_at=[8, 4, 4]).segments] == [0, 4, 8]


def test_a_gap_has_no_moving_range_and_breaks_a_signal() -> None:
    chart = xmr([1, 2, 3, None, 4, 5, 6, 7], better="up")
    assert [point.moving_range for point in chart.points] == [None, 1, 1, None, None, 1, 1, 1]
    assert chart.latest.mean == 4
    assert chart.latest.count == 7
    assert (chart.points[3].value, chart.points[3].rule) == (None, None)
    assert "trend" not in str(rules(chart))


@pytest.mark.parametrize("values", [[], [None], [None, None]])
def test_no_values_have_neither_mean_nor_limits(values: list[float | None]) -> None:
    chart = xmr(values, better="up", target=1)
    assert len(chart.points) == len(values)
    assert (chart.latest.mean, chart.latest.lower, chart.latest.upper, chart.assurance) == (None, None, None, None)


def test_one_value_has_a_mean_and_no_limits() -> None:
    chart = xmr([7], better="up", target=1)
    assert (chart.latest.mean, chart.latest.lower, chart.latest.upper, chart.assurance) == (7, None, None, None)


@pytest.mark.parametrize("value", [0.1, 0, 1 / 3, 82.4])
def test_a_constant_process_stays_within_its_limits(value: float) -> None:
    chart = xmr([value] * 13, better="up", target=value)
    assert (chart.latest.lower, chart.latest.mean, chart.latest.upper) == (value, value, value)
    assert rules(chart) == [None] * 13
    assert chart.assurance == "hit-and-miss"


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="None stands for a gap"):
        xmr([1, value], better="up")
    with pytest.raises(ValueError, match="finite"):
        xmr([1, 2], better="up", target=value)


series = st.lists(st.none() | st.integers(-1000, 1000).map(float), max_size=40)


@given(series, st.booleans())
def test_any_series_has_a_point_for_each_value(values: list[float | None], screen: bool) -> None:
    chart = xmr(values, better="up", screen=screen)
    assert [point.value for point in chart.points] == values
    assert all((point.rule is None) == (point.side is None) == (point.verdict is None) for point in chart.points)
    assert all(point.rule is None for point in chart.points if point.value is None)
    assert chart.latest.count == sum(value is not None for value in values)


@given(series)
def test_turning_the_chart_upside_down_turns_sides_and_keeps_verdicts(values: list[float | None]) -> None:
    turned = xmr([None if value is None else -value for value in values], better="down")
    other = {"high": "low", "low": "high", None: None}
    for one, two in zip(xmr(values, better="up").points, turned.points, strict=True):
        assert (one.rule, one.verdict, one.side) == (two.rule, two.verdict, other[two.side])


@given(series, series)
def test_segments_do_not_know_one_another(before: list[float | None], after: list[float | None]) -> None:
    chart = xmr([*before, *after], better="up", rebase_at=[len(before)])
    assert chart.points == (*xmr(before, better="up").points, *xmr(after, better="up").points)
