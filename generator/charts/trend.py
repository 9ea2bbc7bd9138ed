"""An indicator quarter by quarter: a line with its latest value, its target and what it is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from itertools import product
from math import ceil, floor, log10
from typing import Any

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.series import Point
from generator.assurance.figures.standing import IndicatorStanding, comparator_name, label
from generator.charts import LARGE_AXES, QUARTERS, Chart, styled
from generator.model.indicator import Indicator
from generator.wording.units import short, unit, written

WIDTH, HEIGHT = 370, 240
LETTER_WIDTHS, NAME_HEIGHT = (7.5, 4.5), 24
"""In pixels: the width of a letter of a level's name on a phone and on a wide page; the height of the name."""


def trend(stands: IndicatorStanding) -> Chart:
    """Return the chart of one line of an indicator; a quarter without a number leaves a gap with its marker."""
    points, indicator = stands.series.points, stands.indicator
    levels = list(_levels(stands))
    numbers = [value for value in stands.series.values if value is not None]
    scale = _scale(indicator, [*numbers, *(level["value"] for level in levels)])
    for level in levels:
        start, level["below"] = _name_place(level, stands.series.values, scale[1] - scale[0], one_side=len(levels) > 1)
        level["at"] = label(points[start].quarter) if points else None
    specification = deepcopy(_specification())
    specification["datasets"] = {
        "points": [_datum(stands, point) for point in points],
        "levels": levels,
    }
    if not levels:
        specification["layer"] = [layer for layer in specification["layer"] if layer["data"]["name"] != "levels"]
    for encoding in (layer["encoding"] for layer in specification["layer"]):
        if "x" in encoding and "field" in encoding["x"]:
            encoding["x"]["scale"]["domain"] = [label(point.quarter) for point in points]
            encoding["x"]["axis"]["values"] = _ticks(points)
        if "field" in encoding.get("y", {}):
            encoding["y"]["scale"]["domain"] = scale
            encoding["y"]["axis"]["title"] = (
                f"{unit(indicator)} (axis from {scale[0]})" if scale[0] else unit(indicator)
            )
    return Chart(
        id="trend",
        title=f"{stands.series.title}, by quarter",
        sentence=_sentence(stands),
        specification=specification,
        columns=_columns(stands),
        rows=[_row(point) for point in points],
        caption=f"{stands.series.title}: every quarter",
    )


def _datum(stands: IndicatorStanding, point: Point) -> dict[str, Any]:
    there = not isinstance(point.value, Marker)
    return {
        "quarter": label(point.quarter),
        "value": point.value if there else None,
        "marker": None if there else str(point.value),
        "shown": short(point.value, stands.indicator),
        "provisional": Marker.PROVISIONAL in point.marks,
        "last": point is stands.latest,
    }


def _levels(stands: IndicatorStanding) -> Iterator[dict[str, Any]]:
    """The horizontal lines: target and comparators, one for each value.

    `below` is whether a line's name goes below it: of several lines that of the lowest does; a single line's goes where
    the early figures are not.
    """
    found: dict[float, list[str]] = {}
    if stands.target:
        found.setdefault(float(stands.target.value), []).append("Target")
    for one in stands.comparators:
        found.setdefault(float(one.value), []).append(comparator_name(one))
    numbers = [value for value in stands.series.values if value is not None]
    early = sorted(numbers[: len(numbers) // 2 + 1])
    usual = early[len(early) // 2] if early else 0.0
    for place, value in enumerate(sorted(found, reverse=True)):
        named = " and ".join(found[value])
        lowest_of_several = place == len(found) - 1 and len(found) > 1
        yield {
            "value": value,
            "label": f"{named}: {short(value, stands.indicator)}",
            "target": "Target" in found[value],
            "below": lowest_of_several or (len(found) == 1 and (usual > value or value >= 100)),
        }


def _name_place(
    level: dict[str, Any], values: Sequence[float | None], height: float, *, one_side: bool
) -> tuple[int, bool]:
    """Where a level's name does not touch the line of figures: the point where it begins, and whether it is below."""
    sides = [level["below"]] if one_side else [level["below"], not level["below"]]
    for letter in LETTER_WIDTHS:
        span = ceil(len(level["label"]) * letter * len(values) / WIDTH)
        for start, below in product(range(max(len(values) - span, 1)), sides):
            near = [value for value in values[start : start + span + 1] if value is not None]
            low, high = sorted((level["value"], level["value"] + height * NAME_HEIGHT / HEIGHT * (-1 if below else 1)))
            if all(value >= high for value in near) or all(value <= low for value in near):
                return start, below
    return 0, level["below"]


def _scale(indicator: Indicator, values: Sequence[float]) -> list[float]:
    """The first and last value of the axis: it starts at 0, or for percentages of 40 and more at a round number."""
    low, high = (min(values), max(values)) if values else (0, 0)
    if indicator.unit == "percent" and low >= 40:
        return [int((low - 5) // 10 * 10), min(100, int(-((-high - 5) // 10) * 10))]
    step = 10 ** floor(log10(high / 5)) if high > 0 else 1
    step = next(step * times for times in (1, 2, 5, 10) if step * times * 5 >= high)
    if indicator.unit == "count":
        step = max(step, 1)
    return [0, max(ceil(high / step), 1) * step]


def _ticks(points: Sequence[Point]) -> list[str]:
    """The quarters that are named: all of them if they are few, otherwise the first of each year."""
    quarters = [point.quarter for point in points]
    return [label(one) for one in quarters if len(quarters) <= 5 or one.number == 1]


def _sentence(stands: IndicatorStanding) -> str:
    points = [point for point in stands.series.points if not isinstance(point.value, Marker)]
    if not points or stands.latest is None:
        return f"{stands.series.title}: there is no number that can be shown."
    first, last = points[0], points[-1]
    said = f"{stands.series.title}: {written(last.value, stands.indicator)} in {label(last.quarter)}"
    if first is not last:
        way = "as in" if first.value == last.value else "up from" if _number(last) > _number(first) else "down from"
        value = "" if first.value == last.value else f"{written(first.value, stands.indicator)} in "
        said += f", {way} {value}{label(first.quarter)}"
    for level in _levels(stands):
        said += f". {level['label']}"
    gaps = len(stands.series.points) - len(points)
    return said + "." + (f" {gaps} {'quarter has' if gaps == 1 else 'quarters have'} no number." if gaps else "")


def _number(point: Point) -> float:
    return 0 if isinstance(point.value, Marker) else point.value


def _columns(stands: IndicatorStanding) -> list[tuple[str, str]]:
    columns = [("quarter", "Quarter"), ("value", unit(stands.indicator))]
    if any(point.denominator is not None for point in stands.series.points):
        columns += [("numerator", "How many"), ("denominator", "Out of")]
    return [*columns, ("marks", "Notes")]


def _row(point: Point) -> dict[str, Any]:
    return {
        "quarter": f"{point.quarter.label}",
        "value": _cell(point.value),
        "numerator": _cell(point.numerator),
        "denominator": _cell(point.denominator),
        "marks": None if isinstance(point.value, Marker) else " ".join(sorted(point.marks)) or None,
    }


def _cell(value: Any) -> Any:
    return str(value) if isinstance(value, Marker) else value


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    across = alt.Scale(domain=[], type="point", padding=0.3)
    foot = alt.Axis(**QUARTERS)
    x, begins = (alt.X(f"{field}:O", scale=across, axis=foot) for field in ("quarter", "at"))
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(
            title=" ", titleAngle=0, titleAlign="left", titleAnchor="end", titleY=-14, titleX=-36, tickCount=5,
            format=",~r", domain=False, ticks=False,
        ),
    )  # fmt: skip
    points, levels = alt.Chart(alt.NamedData("points")), alt.Chart(alt.NamedData("levels"))
    filled = alt.condition("datum.provisional", alt.value("white"), alt.value("#12436D"))
    tips = [alt.Tooltip("quarter:N", title="Quarter"), alt.Tooltip("shown:N", title="Value")]
    names = levels.encode(x=begins, y=y, text="label:N")
    layers = [
        levels.mark_rule(strokeWidth=1.5).encode(
            y=y,
            color=alt.condition("datum.target", alt.value("#801650"), alt.value("#3D3D3D")),
            strokeDash=alt.condition("datum.target", alt.value([1, 0]), alt.value([6, 4])),
        )
    ]
    for below in (False, True):
        side = names.transform_filter(f"datum.below == {str(below).lower()}")
        place: dict[str, Any] = {"align": "left", "fontSize": 15, "dx": -6, "dy": 5 if below else -6}
        place["baseline"] = "top" if below else "bottom"
        layers.append(side.mark_text(**place, stroke="white", strokeWidth=4, color="white", aria=False))
        layers.append(side.mark_text(**place, color="#3D3D3D"))
    layers += [
        points.mark_line(strokeJoin="round", strokeWidth=3, color="#12436D", invalid="break-paths-show-domains").encode(
            x=x, y=y
        ),
        points.mark_point(size=60, strokeWidth=2, opacity=1, invalid="filter").encode(
            x=x, y=y, fill=filled, stroke=alt.value("#12436D"), tooltip=tips
        ),
        points.transform_filter("datum.marker != null")
        .mark_text(fontSize=14, baseline="bottom", dy=-4, color="#3D3D3D")
        .encode(x=x, y=alt.value("height"), text="marker:N", tooltip=tips),
        points.transform_filter("datum.last")
        .mark_text(align="left", dx=11, fontSize=17, fontWeight="bold", color="#12436D")
        .encode(x=x, y=y, text="shown:N"),
    ]
    return styled(alt.layer(*layers).properties(width=WIDTH, height=HEIGHT), **LARGE_AXES)
