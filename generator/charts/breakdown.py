"""One quarter of an indicator by category: a bar each, named above it, with its value or its marker at the end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from functools import cache
from textwrap import wrap
from typing import Any

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.series import Series
from generator.assurance.figures.standing import comparable, comparator_name, label
from generator.charts import Chart, styled
from generator.model.indicator import Indicator
from generator.periods import Quarter
from generator.wording.units import short, unit, written

_LINE = 36
"""Letters in a line of a label: what a phone has room for."""

_ROW = 18
"""Height of a line of a label, in pixels."""


def breakdown(
    indicator: Indicator,
    id: str,
    title: str,
    series: Sequence[Series],
    quarter: Quarter,
    *,
    ordered: bool = True,
    residual: Collection[str] = (),
) -> Chart:
    """Return the chart of one quarter: `series` are the categories, or parts that divide a whole.

    Bars keep their order where it means something (`ordered`); otherwise the largest is first, and the categories whose
    keys are in `residual` are last. The table has every quarter, and the categories in their own order. A comparator
    for a category is marked on its bar.
    """
    bars, height = _bars(indicator, series if ordered else _by_size(series, quarter, residual), quarter)
    most = max((bar["end"] for bar in bars), default=0) or 1
    specification = deepcopy(_specification())
    specification["height"] = height
    specification["datasets"] = {"bars": bars, "against": [bar for bar in bars if bar["against"] is not None]}
    specification["layer"] = [
        layer for layer in specification["layer"] if specification["datasets"][layer["data"]["name"]]
    ]
    for layer in specification["layer"]:
        for channel, encoding in layer["encoding"].items():
            if "scale" in encoding:
                encoding["scale"]["domain"] = [height, 0] if channel == "y" else [0, most * 1.2]
    return Chart(
        id=id,
        title=f"{title}, {label(quarter)}",
        sentence=_sentence(indicator, series, quarter),
        specification=specification,
        columns=[("quarter", "Quarter"), *((one.key, one.title) for one in series)],
        rows=list(_table(series)),
        caption=f"{title}: every quarter ({unit(indicator).lower()})",
    )


def _by_size(series: Sequence[Series], quarter: Quarter, residual: Collection[str]) -> list[Series]:
    """The largest first; those without a number after those with one, and residual categories last."""

    def place(one: Series) -> tuple[bool, float]:
        point = one.at(quarter)
        return one.key in residual, 1 if point is None or isinstance(point.value, Marker) else -point.value

    return sorted(series, key=place)


def _bars(indicator: Indicator, series: Sequence[Series], quarter: Quarter) -> tuple[list[dict[str, Any]], int]:
    """A row for each category with its places in pixels from the top, and the height of them all."""
    bars: list[dict[str, Any]] = []
    top = 0
    for one in series:
        point = one.at(quarter)
        value = point.value if point else Marker.NOT_AVAILABLE
        number = 0.0 if isinstance(value, Marker) else value
        level = next(iter(comparable(indicator, one.key) if one.breakdown else ()), None)
        said = f"{comparator_name(level)}: {short(float(level.value), indicator)}" if level else ""
        lines = wrap(f"{one.title} ({said})" if said else one.title, _LINE)
        middle = top + _ROW * len(lines) + 12
        bars.append(
            {
                "name": one.title,
                "label": "|".join(lines),
                "value": number,
                "start": 0,
                "shown": short(value, indicator),
                "against": level.value if level else None,
                "said": said,
                "end": max(number, float(level.value) if level else 0.0),
                "top": top,
                "from": middle - 8,
                "to": middle + 7,
                "middle": middle,
            }
        )
        top = middle + 18
    return bars, top


def _sentence(indicator: Indicator, series: Sequence[Series], quarter: Quarter) -> str:
    known = [(point.value, one) for one in series if not one.merged and (point := one.at(quarter))]
    there = [(value, one) for value, one in known if not isinstance(value, Marker)]
    hidden = sum(point.value is Marker.CONFIDENTIAL for one in series if (point := one.at(quarter)))
    withheld = f" {hidden} of {len(series)} are withheld, because they are small." if hidden else ""
    if not there:
        return f"{label(quarter)} has no number that can be shown.{withheld}"
    most, first = max(there, key=lambda one: one[0])
    least, last = min(there, key=lambda one: one[0])
    if most == least:
        return f"In {label(quarter)} all are at {written(most, indicator)}.{withheld}"
    return (
        f"In {label(quarter)} the largest is {first.title}, {written(most, indicator)}; "
        f"the smallest shown is {last.title}, {written(least, indicator)}.{withheld}"
    )


def _table(series: Sequence[Series]) -> Iterator[dict[str, Any]]:
    """A row a quarter, newest first."""
    for quarter in sorted({point.quarter for one in series for point in one.points}, reverse=True):
        row: dict[str, Any] = {"quarter": quarter.label}
        for one in series:
            point = one.at(quarter)
            row[one.key] = point.value if point else None
        yield row


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)

    def y(field: str) -> Any:
        return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[1, 0], nice=False), axis=None)

    bars, against = alt.Chart(alt.NamedData("bars")), alt.Chart(alt.NamedData("against"))
    tips = [alt.Tooltip("name:N", title=" "), alt.Tooltip("shown:N", title="Value")]
    words: dict[str, Any] = {"align": "left", "fontSize": 15, "color": "#1d2a36"}
    layers = [
        bars.mark_rect(color="#12436D").encode(x=x("start"), x2="value:Q", y=y("from"), y2="to:Q", tooltip=tips),
        against.mark_tick(color="#F46A25", thickness=4, size=26, orient="vertical").encode(
            x=x("against"), y=y("middle"), tooltip=alt.Tooltip("said:N", title=" ")
        ),
        bars.mark_text(**words, baseline="line-top", dy=3, lineBreak="|", lineHeight=_ROW).encode(
            x=alt.value(0), y=y("top"), text="label:N"
        ),
        bars.mark_text(**words, fontWeight="bold", dx=7).encode(x=x("end"), y=y("middle"), text="shown:N"),
    ]
    return styled(alt.layer(*layers).properties(width=430, height=100))
