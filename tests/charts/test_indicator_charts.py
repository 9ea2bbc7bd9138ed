"""The charts of an indicator: what is drawn, what is left out, and that picture, words and table say the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.series import Point, Series
from generator.assurance.figures.standing import IndicatorStanding, standing
from generator.charts import Chart
from generator.charts.breakdown import breakdown
from generator.charts.control import control
from generator.charts.funnel import funnel
from generator.charts.small_multiples import small_multiples
from generator.charts.trend import trend
from generator.model.indicator import Comparator, Indicator, Target
from generator.periods import Quarter

FIRST = Quarter(2023, 1)
C, X = Marker.CONFIDENTIAL, Marker.NOT_AVAILABLE


def series(*values: Any, title: str = "Asked", key: str = "") -> Series:
    points = tuple(
        Point(FIRST.plus(at), value if isinstance(value, Marker) else 1, 2, value) for at, value in enumerate(values)
    )
    return Series("k01", title, points, key, "type" if key else "")


def stands(*values: Any, **fields: Any) -> IndicatorStanding:
    return standing(
        Indicator(id="k01", title="Asked", **{"unit": "percent", "better": "up", **fields}), series(*values)
    )


def data(chart: Chart, name: str) -> list[dict[str, Any]]:
    return list(chart.specification["datasets"].get(name, ()))


def axis(chart: Chart) -> dict[str, Any]:
    layers = [one["encoding"]["y"] for one in chart.specification["layer"] if "axis" in one["encoding"].get("y", {})]
    return dict(next(one for one in layers if one["axis"]))


def test_a_trend_of_percentages_far_above_nought_says_where_its_axis_starts() -> None:
    high = trend(stands(84.0, 86.0, 87.5))
    assert (axis(high)["scale"]["domain"], axis(high)["axis"]["title"]) == ([70, 100], "Per cent (axis from 70)")
    low = trend(stands(28.7, 31.2))
    assert (axis(low)["scale"]["domain"], axis(low)["axis"]["title"]) == ([0, 40], "Per cent")
    counts = trend(stands(742, 858, unit="count"))
    assert axis(counts)["scale"]["domain"] == [0, 1000]
    assert axis(trend(stands(0, 0, unit="count")))["scale"]["domain"] == [0, 1]


def test_a_target_and_a_comparator_are_lines_with_their_names() -> None:
    england = Comparator(value=30.5, period="2024-25", geography="England")
    older = Comparator(value=31.2, period="2023-24", geography="England")
    chart = trend(stands(28.0, 29.0, comparators=(england, older), target=Target(value=40, from_quarter="2023-24-q1")))
    assert [(one["label"], one["target"]) for one in data(chart, "levels")] == [
        ("Target: 40%", True),
        ("England 2024-25: 30.5%", False),
    ]
    assert "Target: 40%. England 2024-25: 30.5%." in chart.sentence


def test_a_level_is_named_where_the_line_does_not_cross_its_name() -> None:
    values = (88.9, 100, 100, 100, 88.9, 77.8, 100, 100, 77.8, 100, 83.3, 100, 100, 88.9)
    (level,) = data(trend(stands(*values, target=Target(value=90, from_quarter="2023-24-q1"))), "levels")
    assert (level["at"], level["below"]) == ("Q2 2023-24", True)


def test_the_count_of_a_country_is_no_line_and_neutral_has_no_target() -> None:
    england = Comparator(value=640240, period="2024-25", geography="England")
    assert not data(trend(stands(815, 830, unit="count", comparators=(england,))), "levels")
    target = Target(value=40, from_quarter="2023-24-q1")
    assert not data(trend(stands(28.0, 29.0, better="neutral", target=target)), "levels")


def test_a_quarter_without_a_number_is_a_gap_with_its_marker() -> None:
    chart = trend(stands(70.0, C, 72.0, X))
    assert [(one["value"], one["marker"]) for one in data(chart, "points")] == [
        (70.0, None), (None, "[c]"), (72.0, None), (None, "[x]"),
    ]  # fmt: skip
    assert chart.sentence.startswith("Asked: 72% in Q3 2023-24, up from 70% in Q1 2023-24.")
    assert chart.sentence.endswith("2 quarters have no number.")
    assert chart.csv.splitlines()[2].split(",")[1] == "[c]"


def test_fewer_than_twelve_numbers_have_a_median_and_no_limits() -> None:
    chart = control(stands(*[70.0, 80.0] * 5, 90.0))
    assert all(one["upper"] is None and one["mark"] == "Ordinary variation" for one in data(chart, "quarters"))
    assert data(chart, "names") == [{"quarter": "Q3 2025-26", "at": 80.0, "name": "Median 80"}]
    assert "11 quarters are too few for limits and a verdict, which need 12" in chart.sentence
    assert not {"lower", "upper"} & {key for key, _ in chart.columns}


def test_a_limit_that_cannot_be_reached_is_not_drawn() -> None:
    chart = control(stands(*[95.0, 99.0] * 6))
    assert {one["upper"] for one in data(chart, "quarters")} == {None}
    assert {one["lower"] for one in data(chart, "quarters")} == {86.4}
    assert not any(one["encoding"]["y"]["field"] == "upper" for one in chart.specification["layer"])


def test_special_causes_differ_in_shape_and_are_named() -> None:
    chart = control(stands(*[60.0, 64.0] * 6, 80.0))
    last = data(chart, "quarters")[-1]
    assert (last["mark"], last["why"]) == ("Improvement", "outside the limits")
    shape = next(one["encoding"]["shape"] for one in chart.specification["layer"] if "shape" in one["encoding"])
    assert shape["scale"] == {"domain": ["Ordinary variation", "Improvement"], "range": ["circle", "triangle-up"]}


def test_bars_start_at_nought_and_a_withheld_one_has_its_marker() -> None:
    lines = [series(30.0, title="Neglect", key="neglect"), series(C, title="Slavery", key="slavery")]
    england = Comparator(value=32, geography="England", category="neglect")
    indicator = Indicator(id="k09", title="Type", unit="percent", comparators=(england,))
    chart = breakdown(indicator, "by-type", "Type", lines, FIRST)
    assert [(one["label"], one["value"], one["shown"]) for one in data(chart, "bars")] == [
        ("Neglect (England: 32%)", 30.0, "30%"),
        ("Slavery", 0.0, "[c]"),
    ]
    scales = [layer["encoding"]["x"]["scale"]["domain"][0] for layer in chart.specification["layer"][:1]]
    assert scales == [0]
    assert "1 of 2 are withheld" in chart.sentence
    assert chart.csv == "\ufeffQuarter,Neglect,Slavery\r\nQ1 (April to June 2023),30.0,[c]\r\n"


def test_bars_stand_by_size_unless_their_order_means_something() -> None:
    counts = {"other": 9, "home": 4, "slavery": C, "ward": 7}
    lines = [series(value, title=key.title(), key=key) for key, value in counts.items()]
    indicator = Indicator(id="n3", title="Calls by place", unit="count")

    def drawn(**order: Any) -> tuple[list[str], list[str]]:
        chart = breakdown(indicator, "by-place", "Calls by place", lines, FIRST, **order)
        return [one["name"] for one in data(chart, "bars")], [title for _, title in chart.columns[1:]]

    assert drawn(ordered=False, residual={"other"})[0] == ["Ward", "Home", "Slavery", "Other"]
    assert drawn(ordered=True, residual={"other"})[0] == ["Other", "Home", "Slavery", "Ward"]
    assert drawn(ordered=False)[1] == drawn(ordered=True)[1] == ["Other", "Home", "Slavery", "Ward"]


def test_a_category_named_as_a_formula_is_no_formula_in_the_file() -> None:
    lines = [series(9, title="=SUM(A1)", key="b2"), series(2, title="-5 or less", key="b3")]
    indicator = Indicator(id="n3", title="Calls by age", unit="count")
    file = breakdown(indicator, "by-band", "Calls by band", lines, FIRST).csv
    assert file.splitlines()[0] == "\ufeffQuarter,'=SUM(A1),'-5 or less"


def test_a_funnel_copes_with_a_withheld_step() -> None:
    chart = funnel("Asked", FIRST, [("Concluded", 220), ("Asked", C)], [None, C])
    assert chart.sentence == "Concluded: 220. Asked: [c] ([c]). Each percentage is of the step above it."
    assert chart.rows[1]["value"] == 0


def test_each_agency_has_a_panel_and_a_column() -> None:
    lines = [series(80.0, 82.0, title="Council", key="council"), series(X, 90.0, title="Trust", key="trust")]
    chart = small_multiples(Indicator(id="k21", title="Trained", unit="percent"), lines)
    assert "from 82% (Council) to 90% (Trust)" in chart.sentence
    assert chart.csv.splitlines()[1:] == ["Q2 (July to September 2023),82.0,90.0", "Q1 (April to June 2023),80.0,[x]"]


def test_figures_of_different_quarters_are_not_set_side_by_side_in_silence() -> None:
    gone = series(75.0, title="Constabulary", key="constabulary")
    lines = [series(80.0, 82.0, title="Council", key="council"), series(X, 90.0, title="Trust", key="trust"), gone]
    said = small_multiples(Indicator(id="k21", title="Trained", unit="percent"), lines).sentence
    assert said == (
        "In Q2 2023-24 the figures of 2 agencies ran from 82% (Council) to 90% (Trust); "
        "the last of Constabulary, 75%, is of Q1 2023-24."
    )


def test_fewer_than_six_quarters_are_a_table_and_no_picture() -> None:
    indicator = Indicator(id="k21", title="Trained", unit="percent")
    five, six = ([series(*[80.0] * number, title=name, key=name) for name in ("a", "b")] for number in (5, 6))
    assert not small_multiples(indicator, five).drawn
    assert small_multiples(indicator, six).drawn


EVERY = {
    "trend": lambda: trend(stands(*[70.0, 80.0] * 7)),
    "control": lambda: control(stands(*[70.0, 80.0] * 7)),
    "breakdown": lambda: breakdown(
        Indicator(id="k09", title="Type", unit="percent"), "by", "Type", [series(30.0, title="A", key="a")], FIRST
    ),
    "funnel": lambda: funnel("Asked", FIRST, [("Concluded", 220), ("Asked", 110)], [None, 50.0]),
    "agencies": lambda: small_multiples(
        Indicator(id="k21", title="Trained", unit="percent"), [series(80.0, title="Council", key="council")]
    ),
}


@pytest.mark.parametrize("name", EVERY)
def test_a_chart_is_drawn_from_what_it_holds_and_narrow_enough_for_a_phone(name: str) -> None:
    import vl_convert

    chart = EVERY[name]()
    assert chart.hash == EVERY[name]().hash, "drawing one leaves the prepared specification as it was"
    assert '"url"' not in json.dumps(chart.specification), "a file by address draws nothing under a strict policy"
    svg = vl_convert.vegalite_to_svg(chart.json)
    width = float(svg.split('width="')[1].split('"')[0])
    assert 100 < width < 540
    assert chart.rows
    assert chart.sentence.endswith(".")
