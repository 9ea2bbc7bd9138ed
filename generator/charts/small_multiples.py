"""One indicator for each agency, side by side: a small line each, with its latest value."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from textwrap import wrap
from typing import Any

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.series import Series
from generator.assurance.figures.standing import label
from generator.charts import Chart, styled
from generator.model.indicator import Indicator
from generator.wording.units import short, unit, written

_MOST_NAMED = 2
"""How many agencies whose last figure is of an earlier quarter are named at most; more are counted."""
FEWEST = 6
"""The fewest quarters that make a line worth drawing; fewer are a table."""


def small_multiples(indicator: Indicator, agencies: Sequence[Series]) -> Chart:
    """Return the small multiples: percentages share one scale, counts have one each (agencies differ in size).

    Where no agency has at least six quarters, they are a table alone.
    """
    shares = indicator.unit == "percent"
    quarters = sorted({point.quarter for one in agencies for point in one.points})
    rows = [
        {
            "agency": _wrapped(one.title),
            "quarter": label(point.quarter),
            "value": None if isinstance(point.value, Marker) else point.value,
            "shown": short(point.value, indicator),
            "last": point is one.latest,
            "lost": point.value in (Marker.NOT_AVAILABLE, Marker.CONFIDENTIAL),
        }
        for one in agencies
        for point in one.points
    ]
    least = min((value for one in agencies for value in one.values if value is not None), default=0)
    low = int((least - 5) // 10 * 10) if least >= 40 else 0
    specification = deepcopy(_specification())
    specification["datasets"] = {"points": rows}
    specification["facet"]["sort"] = [_wrapped(one.title) for one in agencies]
    specification["resolve"] = {"scale": {"y": "shared" if shares else "independent"}}
    for layer in specification["spec"]["layer"]:
        for channel, encoding in layer["encoding"].items():
            if channel == "x":
                encoding["scale"]["domain"] = [label(one) for one in quarters]
                encoding["axis"]["values"] = [label(one) for one in (quarters[:1] + quarters[-1:])]
            elif channel == "y" and "field" in encoding:
                encoding["scale"] = {"domain": [low, 100]} if shares else {"zero": True, "nice": True, "padding": 4}
    return Chart(
        id="agencies",
        title=f"{indicator.title}, by agency",
        sentence=_sentence(indicator, agencies),
        specification=specification,
        columns=[("quarter", "Quarter"), *((one.key, one.title) for one in agencies)],
        rows=[
            {"quarter": quarter.label, **{one.key: _cell(one, quarter) for one in agencies}}
            for quarter in reversed(quarters)
        ],
        caption=f"{indicator.title} by agency: every quarter ({unit(indicator).lower()})",
        drawn=any(len(one.points) >= FEWEST for one in agencies),
    )


def _wrapped(title: str) -> str:
    return "|".join(wrap(title, 22))


def _cell(one: Series, quarter: Any) -> Any:
    point = one.at(quarter)
    if point is None:
        return None
    return str(point.value) if isinstance(point.value, Marker) else point.value


def _sentence(indicator: Indicator, agencies: Sequence[Series]) -> str:
    """How the agencies compare in the newest quarter that any has; then the last figures of earlier quarters."""
    latest = [(point, one.title) for one in agencies if (point := one.latest)]
    there = [(point.quarter, point.value, title) for point, title in latest if not isinstance(point.value, Marker)]
    if not there:
        return "No agency has a number to show."
    newest = max(quarter for quarter, _, _ in there)
    now = [(value, title) for quarter, value, title in there if quarter == newest]
    before = [
        f"the last of {title}, {written(value, indicator)}, is of {label(quarter)}"
        for quarter, value, title in there
        if quarter != newest
    ]
    if len(before) > _MOST_NAMED:
        before = [f"the last figures of {len(before)} others are of earlier quarters"]
    return "; ".join([_compared(indicator, now, label(newest)), *before]) + "."


def _compared(indicator: Indicator, now: Sequence[tuple[float, str]], quarter: str) -> str:
    most, least = max(now), min(now)
    if len(now) == 1:
        return f"In {quarter} {most[1]} was at {written(most[0], indicator)}"
    if indicator.unit == "count":
        return f"The numbers of {len(now)} agencies in {quarter}; each has a scale of its own"
    if most[0] == least[0]:
        return f"In {quarter} all {len(now)} agencies were at {written(most[0], indicator)}"
    lowest = f"{written(least[0], indicator)} ({least[1]})"
    highest = f"{written(most[0], indicator)} ({most[1]})"
    return f"In {quarter} the figures of {len(now)} agencies ran from {lowest} to {highest}"


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    x = alt.X(
        "quarter:O",
        scale=alt.Scale(domain=[], type="point", padding=0.5),
        axis=alt.Axis(title=None, labelAngle=0, grid=False, labelBound=True, labelFlush=True),
    )
    axis = alt.Axis(title=None, tickCount=2, format=",~r", domain=False, ticks=False)
    y = alt.Y("value:Q", scale=alt.Scale(zero=True), axis=axis)
    points = alt.Chart()
    tips = [alt.Tooltip("quarter:N", title="Quarter"), alt.Tooltip("shown:N", title="Value")]
    shown = points.transform_filter("datum.last")
    layered = alt.layer(
        points.mark_line(
            strokeJoin="round", strokeWidth=2.5, color="#12436D", invalid="break-paths-show-domains"
        ).encode(x=x, y=y),
        points.mark_point(size=26, filled=True, opacity=1, color="#12436D", invalid="filter").encode(
            x=x, y=y, tooltip=tips
        ),
        points.transform_filter("datum.lost")
        .mark_text(baseline="bottom", fontSize=13, dy=-3, color="#3D3D3D")
        .encode(x=x, y=alt.value("height"), text="shown:N"),
        shown.mark_text(align="left", dx=8, fontSize=15, fontWeight="bold", color="#12436D").encode(
            x=x, y=y, text="shown:N"
        ),
    ).properties(width=118, height=80)
    header = alt.Header(
        title=None,
        labelFontSize=14,
        labelAnchor="start",
        labelPadding=6,
        labelLimit=190,
        labelExpr="split(datum.label, '|')",
    )
    faceted = layered.facet(facet=alt.Facet("agency:N", header=header), data=alt.NamedData("points"), columns=2)
    made = styled(faceted, labelFontSize=13, labelColor="#3D3D3D", gridColor="#e3e3e3", labelPadding=5)
    return {**made, "spacing": {"column": 64, "row": 20}}
