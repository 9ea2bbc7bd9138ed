"""Open actions by how long they are overdue, or how soon they are due: one bar a band."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from generator.charts import AXES, Chart, styled

COLOURS = ("#801650", "#801650", "#f46a25", "#28a197", "#12436d")


def action_ageing(bands: Sequence[tuple[str, int]]) -> Chart:
    """Return the chart of the bands given: words and the number of open actions, the longest overdue first."""
    rows = [{"band": band[:1].upper() + band[1:], "actions": count, "at": at} for at, (band, count) in enumerate(bands)]
    specification = deepcopy(_specification()) | {"height": 34 * len(rows)}
    specification["datasets"] = {"rows": rows}
    return Chart(
        id="age-of-open-actions",
        title="How old the open actions are",
        sentence=_sentence(bands),
        specification=specification,
        columns=(("band", "Due"), ("actions", "Open actions")),
        rows=rows,
        caption="Open actions by their present due date",
    )


def _sentence(bands: Sequence[tuple[str, int]]) -> str:
    whole = sum(count for _, count in bands)
    overdue = sum(count for band, count in bands if band.endswith("overdue"))
    if not overdue:
        return f"None of the {whole} open actions is overdue."
    worst = f", {bands[0][1]} of them by {bands[0][0].removesuffix(' overdue')}" if bands[0][1] else ""
    return f"{overdue} of {whole} open actions {'is' if overdue == 1 else 'are'} overdue{worst}."


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    bars = alt.Chart(alt.NamedData("rows")).encode(
        y=alt.Y("band:N", sort=None, title=None, axis=alt.Axis(labelLimit=220)),
        x=alt.X("actions:Q", title=None, axis=None, scale=alt.Scale(nice=False, zero=True)),
    )
    chart = alt.layer(
        bars.mark_bar(height=20, cornerRadiusEnd=3).encode(
            color=alt.Color("at:N", legend=None, scale=alt.Scale(domain=[*range(5)], range=list(COLOURS))),
            tooltip=[alt.Tooltip("band:N", title="Due"), alt.Tooltip("actions:Q", title="Open actions")],
        ),
        bars.mark_text(align="left", dx=6, fontSize=13, fontWeight="bold", color="#1d2a36").encode(text="actions:Q"),
    ).properties(width=600)
    return styled(chart, **AXES)
