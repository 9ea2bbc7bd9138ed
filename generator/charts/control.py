"""An indicator's control chart: its mean and limits, and the quarters that ordinary variation does not explain."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from statistics import median
from typing import Any

from generator.assurance.figures import control_chart
from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.standing import IndicatorStanding, label
from generator.charts import LARGE_AXES, QUARTERS, Chart, styled
from generator.wording.units import one_decimal, short, unit, written

WORDS: dict[control_chart.Verdict | None, str] = {
    None: "Ordinary variation",
    "improvement": "Improvement",
    "concern": "Concern",
    "neutral-high": "Higher than usual",
    "neutral-low": "Lower than usual",
}
"""What a quarter's mark says in the key and the table."""

RULES: dict[control_chart.Rule | None, str] = {
    None: "",
    "outside-limits": "outside the limits",
    "trend": "part of a trend of seven",
    "two-of-three": "two of three near a limit",
    "run": "part of a run of seven on one side of the mean",
}
_LOOKS = {
    "Ordinary variation": ("circle", "#12436D"),
    "Improvement": ("triangle-up", "#28A197"),
    "Concern": ("diamond", "#801650"),
    "Higher than usual": ("triangle-up", "#A285D1"),
    "Lower than usual": ("triangle-down", "#A285D1"),
}


def control(stands: IndicatorStanding) -> Chart:
    """Return the control chart; where the limits in force rest on too few quarters, a run chart with the median.

    A limit that the indicator cannot reach (below 0, above 100%) is left out.
    """
    quarters = list(_quarters(stands))
    present = [word for word in _LOOKS if any(one["mark"] == word for one in quarters)]
    specification = deepcopy(_specification())
    specification["datasets"] = {"quarters": quarters, "names": list(_names(quarters, _middle(stands)))}
    drawn = {key for one in quarters for key, value in one.items() if value is not None} | {"at"}
    specification["layer"] = [layer for layer in specification["layer"] if layer["encoding"]["y"]["field"] in drawn]
    for layer in specification["layer"]:
        for channel, encoding in layer["encoding"].items():
            if channel == "x" and "field" in encoding:
                encoding["scale"]["domain"] = [one["quarter"] for one in quarters]
                encoding["axis"]["values"] = _ticks(stands)
            elif channel == "y" and "field" in encoding:
                encoding["axis"]["title"] = unit(stands.indicator)
                encoding["axis"]["tickMinStep"] = 1 if stands.indicator.unit == "count" else 0.1
            elif channel in ("shape", "fill") and "scale" in encoding:
                at = 0 if channel == "shape" else 1
                encoding["scale"] = {"domain": present, "range": [_LOOKS[word][at] for word in present]}
                if len(present) < 2:
                    encoding["legend"] = None
    return Chart(
        id="control",
        title=f"{stands.series.title}: {'control chart' if stands.enough else 'run chart'}",
        sentence=_sentence(stands),
        specification=specification,
        columns=_columns(stands),
        rows=[
            {**one, "quarter": point.quarter.label} for one, point in zip(quarters, stands.series.points, strict=True)
        ],
        caption=f"{stands.series.title}: what the chart is drawn from",
    )


def _quarters(stands: IndicatorStanding) -> Iterator[dict[str, Any]]:
    shown = [value for value in stands.series.values if value is not None]
    for number, segment in enumerate(stands.chart.segments):
        limits = segment.count >= control_chart.MINIMUM_POINTS
        for place in range(segment.first, segment.end):
            one, point = stands.series.points[place], stands.chart.points[place]
            middle = median(shown) if shown and _middle(stands) == "Median" else segment.mean
            yield {
                "quarter": label(one.quarter),
                "value": point.value if point.value is not None else None,
                "shown": short(one.value, stands.indicator),
                "figure": str(one.value) if isinstance(one.value, Marker) else one.value,
                "segment": number,
                "middle": _round(middle),
                "lower": _reachable(stands, segment.lower) if limits else None,
                "upper": _reachable(stands, segment.upper) if limits else None,
                "mark": WORDS[point.verdict if limits else None],
                "why": RULES[point.rule if limits else None] or None,
            }


def _reachable(stands: IndicatorStanding, limit: float | None) -> float | None:
    above = (
        stands.indicator.unit == "percent" and stands.indicator.kind != "derived" and limit is not None and limit > 100
    )
    return None if limit is None or limit < 0 or above else _round(limit)


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _names(quarters: list[dict[str, Any]], middle: str) -> Iterator[dict[str, Any]]:
    """The names of the lines in force, at their right end."""
    for key, name in (("upper", "Upper"), ("middle", middle), ("lower", "Lower")):
        if quarters and quarters[-1][key] is not None:
            yield {
                "quarter": quarters[-1]["quarter"],
                "at": quarters[-1][key],
                "name": f"{name} {one_decimal(quarters[-1][key])}",
            }


def _middle(stands: IndicatorStanding) -> str:
    """What the line in the middle is: the median in a run chart that was never rebased, otherwise the mean."""
    return "Mean" if stands.enough or len(stands.chart.segments) > 1 else "Median"


def _ticks(stands: IndicatorStanding) -> list[str]:
    quarters = [point.quarter for point in stands.series.points]
    return [label(one) for one in quarters if len(quarters) <= 5 or one.number == 1]


def _sentence(stands: IndicatorStanding) -> str:
    latest, segment = stands.latest, stands.chart.latest
    if latest is None or segment.mean is None:
        return "There is no number to draw."
    if not stands.enough:
        count = segment.count
        return (
            f"A run chart: {count} {'quarter is' if count == 1 else 'quarters are'} too few for limits and a verdict, "
            f"which need {control_chart.MINIMUM_POINTS}."
        )
    said = f"The mean is {written(segment.mean, stands.indicator)}"
    low, high = _reachable(stands, segment.lower), _reachable(stands, segment.upper)
    if low is not None and high is not None:
        said += f", and ordinary variation runs from {one_decimal(low)} to {written(high, stands.indicator)}"
    why = f": {RULES[stands.rule]}" if stands.rule else ""
    return f"{said}. The latest quarter, {label(latest.quarter)}, shows {WORDS[stands.verdict].lower()}{why}."


def _columns(stands: IndicatorStanding) -> list[tuple[str, str]]:
    named = [("quarter", "Quarter"), ("figure", unit(stands.indicator))]
    named.append(("middle", _middle(stands)))
    if any(segment.count >= control_chart.MINIMUM_POINTS for segment in stands.chart.segments):
        named += [("lower", "Lower limit"), ("upper", "Upper limit"), ("mark", "What it shows"), ("why", "Why")]
    return named


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    x = alt.X(
        "quarter:O",
        scale=alt.Scale(domain=[], type="point", padding=0.3),
        axis=alt.Axis(**QUARTERS),
    )

    def y(field: str) -> Any:
        axis = alt.Axis(
            title=" ", titleAngle=0, titleAlign="left", titleAnchor="end", titleY=-14, titleX=-36, tickCount=5,
            format=",~r", domain=False, ticks=False,
        )  # fmt: skip
        return alt.Y(f"{field}:Q", scale=alt.Scale(zero=False, nice=True, padding=14), axis=axis)

    quarters, names = alt.Chart(alt.NamedData("quarters")), alt.Chart(alt.NamedData("names"))
    tips = [alt.Tooltip("quarter:N", title="Quarter"), alt.Tooltip("shown:N", title="Value")]
    tips += [alt.Tooltip("mark:N", title="Shows"), alt.Tooltip("why:N", title="Why")]
    line: dict[str, Any] = {"invalid": "break-paths-show-domains"}
    layers = [
        quarters.mark_line(strokeJoin="round", **line, color="#3D3D3D", strokeWidth=1.5, strokeDash=dash).encode(
            x=x, y=y(field), detail="segment:N"
        )
        for field, dash in (("middle", [1, 0]), ("lower", [5, 4]), ("upper", [5, 4]))
    ]
    layers.append(
        quarters.mark_line(strokeJoin="round", **line, color="#12436D", strokeWidth=2, opacity=0.55).encode(
            x=x, y=y("value"), detail="segment:N"
        )
    )
    key = alt.Legend(title=None, orient="top", direction="horizontal", columns=2)
    layers.append(
        quarters.mark_point(size=110, opacity=1, strokeWidth=1, stroke="#1d2a36", invalid="filter").encode(
            x=x,
            y=y("value"),
            shape=alt.Shape("mark:N", scale=alt.Scale(domain=[]), legend=key),
            fill=alt.Fill("mark:N", scale=alt.Scale(domain=[]), legend=key),
            tooltip=tips,
        )
    )
    layers.append(
        names.mark_text(align="left", dx=12, fontSize=14, color="#3D3D3D").encode(x=x, y=y("at"), text="name:N")
    )
    chart = alt.layer(*layers).properties(width=360, height=250)
    chart = chart.configure_legend(labelFontSize=15, symbolSize=110, labelColor="#3D3D3D", offset=40)
    return styled(chart, **LARGE_AXES)
