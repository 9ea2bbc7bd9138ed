"""How many of the staff who should have each level of training have it in date: one bar a level."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from generator.charts import Chart, styled
from generator.model.training_review import TrainingLevel


def training_levels(levels: Sequence[TrainingLevel], year: str) -> Chart:
    """Return the chart of levels, in the order given; shares in per cent to one decimal, none without staff."""
    rows = [
        {
            "level": one.title,
            "share": round(100 * one.trained / one.eligible, 1) if one.eligible else None,
            "trained": one.trained,
            "eligible": one.eligible,
        }
        for one in levels
    ]
    for row in rows:
        row["label"] = "No staff need it" if row["share"] is None else f"{row['share']:g}%"
    return Chart(
        id="training-levels",
        title=f"Staff whose training is in date, {year}",
        sentence=_sentence(rows),
        specification={**_specification(), "data": {"values": rows}, "height": 36 * len(rows)},
        columns=[("level", "Level"), ("share", "In date, %"), ("trained", "In date"), ("eligible", "Should have it")],
        rows=rows,
    )


def _sentence(rows: Sequence[dict[str, Any]]) -> str:
    known = sorted((row for row in rows if row["share"] is not None), key=lambda row: row["share"])
    if not known:
        return "No level of training was needed by any staff."
    lowest, highest = known[0], known[-1]
    if lowest is highest:
        return f"{lowest['level']}: {lowest['share']:g}% of the staff who should have it are in date."
    return f"It runs from {lowest['share']:g}% ({lowest['level']}) to {highest['share']:g}% ({highest['level']})."


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    base = alt.Chart().encode(
        y=alt.Y("level:N", title=None, sort=None, axis=alt.Axis(labelLimit=260, ticks=False, domain=False)),
        x=alt.X(
            "share:Q",
            title="Share of the staff who should have it, %",
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(tickCount=5, grid=False),
        ),
    )
    bars = base.mark_bar(color="#12436D", height=16).encode(
        tooltip=[
            alt.Tooltip("level:N", title="Level"),
            alt.Tooltip("trained:Q", title="In date", format=","),
            alt.Tooltip("eligible:Q", title="Should have it", format=","),
            alt.Tooltip("label:N", title="Share"),
        ]
    )
    labels = base.mark_text(align="left", dx=5, color="#3D3D3D", fontSize=12).encode(text="label:N")
    layers = alt.layer(bars, labels, data=alt.InlineData(values=[])).properties(width=360)
    return styled(layers, labelFontSize=12, titleFontSize=12, titleFontWeight="normal")
