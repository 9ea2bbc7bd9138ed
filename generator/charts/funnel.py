"""How many of those at one step reach the next: a bar a step, with its share of the step before."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from textwrap import wrap
from typing import Any

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.standing import label
from generator.charts import Chart, styled
from generator.periods import Quarter
from generator.wording.units import one_decimal

Step = tuple[str, int | Marker]
"""What is counted, and how many of it: a number or a marker."""

_LINE, _ROW = 36, 18
"""Letters in a line of a label, what a phone has room for; and its height in pixels."""


def funnel(title: str, quarter: Quarter, steps: Sequence[Step], shares: Sequence[float | Marker | None]) -> Chart:
    """Return the funnel of one quarter; `shares` are each step's percentage of the step before (none for the first)."""
    rows: list[dict[str, Any]] = []
    top = 0
    for (name, count), share in zip(steps, shares, strict=True):
        lines = wrap(name, _LINE)
        middle = top + _ROW * len(lines) + 15
        rows.append(
            {
                "step": name,
                "label": "|".join(lines),
                "start": 0,
                "value": 0 if isinstance(count, Marker) else count,
                "count": count,
                "share": share,
                "shown": _shown(count) + (f" ({_percent(share)})" if share is not None else ""),
                "top": top,
                "from": middle - 10,
                "to": middle + 10,
                "middle": middle,
            }
        )
        top = middle + 22
    most = max((row["value"] for row in rows), default=0) or 1
    specification = deepcopy(_specification())
    specification["height"] = top
    specification["datasets"] = {"steps": rows}
    for layer in specification["layer"]:
        for channel, encoding in layer["encoding"].items():
            if "scale" in encoding:
                encoding["scale"]["domain"] = [top, 0] if channel == "y" else [0, most * 1.35]
    said = ". ".join(f"{row['step']}: {row['shown']}" for row in rows)
    return Chart(
        id="funnel",
        title=f"{title}, {label(quarter)}",
        sentence=f"{said}. Each percentage is of the step above it.",
        specification=specification,
        columns=[("step", "Step"), ("count", "How many"), ("share", "Per cent of the step above")],
        rows=rows,
        caption=f"{title}, {quarter.label}",
    )


def _shown(count: int | Marker) -> str:
    return str(count) if isinstance(count, Marker) else f"{count:,}"


def _percent(share: float | Marker) -> str:
    return str(share) if isinstance(share, Marker) else f"{one_decimal(share)}%"


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)

    def y(field: str) -> Any:
        return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[1, 0], nice=False), axis=None)

    steps = alt.Chart(alt.NamedData("steps"))
    tips = [alt.Tooltip("step:N", title=" "), alt.Tooltip("shown:N", title="How many")]
    words: dict[str, Any] = {"align": "left", "fontSize": 15, "color": "#1d2a36"}
    layers = [
        steps.mark_rect(color="#12436D").encode(x=x("start"), x2="value:Q", y=y("from"), y2="to:Q", tooltip=tips),
        steps.mark_text(**words, baseline="line-top", dy=3, lineBreak="|", lineHeight=_ROW).encode(
            x=alt.value(0), y=y("top"), text="label:N"
        ),
        steps.mark_text(**words, fontWeight="bold", dx=7).encode(x=x("value"), y=y("middle"), text="shown:N"),
    ]
    return styled(alt.layer(*layers).properties(width=430, height=100))
