"""Actions over time: how many had been set, were first due and were closed; and so how far behind they are."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from generator.assurance.actions.progress import Progress
from generator.charts import AXES, Chart, styled

LINES = {"set": "Set", "due": "First due by then", "closed": "Closed"}


def action_progress(progress: Sequence[Progress]) -> Chart:
    """Return the burn-up chart of some actions, one point for each day given, the last one as things stand."""
    rows = [{"day": one.day, "set": one.set, "due": one.due, "closed": one.closed} for one in progress]
    points = [
        {"day": row["day"], "key": key, "line": f"{words}: {rows[-1][key]}", "actions": row[key]}
        for key, words in LINES.items()
        for row in rows
    ]
    specification = deepcopy(_specification())
    specification["datasets"] = {"points": points}
    return Chart(
        id="actions-over-time",
        title="Actions over time",
        sentence=_sentence(progress[-1]),
        specification=specification,
        columns=(("day", "At the end of"), *LINES.items()),
        rows=rows,
        caption="How many actions had been set, were first due and were closed",
    )


def _sentence(last: Progress) -> str:
    if last.set == 1:
        closed, due = ("was" if count else "was not" for count in (last.closed, last.due))
        return f"The one action {closed} closed; it {due} due by then."
    closed = f"{last.closed} of {last.set} actions {'was' if last.closed == 1 else 'were'} closed"
    return f"{closed}; {last.due} {'was' if last.due == 1 else 'were'} first due by then."


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    axis = alt.Axis(format="%b %Y", labelOverlap="greedy", labelFlush=True, grid=False, tickCount=6)
    points = alt.Chart(alt.NamedData("points")).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(type="utc"), axis=axis),
        y=alt.Y("actions:Q", title=None, axis=alt.Axis(tickCount=5, tickMinStep=1, format="d")),
        tooltip=[
            alt.Tooltip("line:N", title="Actions"),
            alt.Tooltip("day:T", title="At the end of", format="%d %B %Y"),
            alt.Tooltip("actions:Q", title="Number"),
        ],
    )
    closed = points.transform_filter("datum.key == 'closed'")
    legend = alt.Legend(orient="top", labelFontSize=12, symbolSize=600, symbolStrokeWidth=2.5, columns=2)
    chart = alt.layer(
        closed.mark_area(color="#28a197", opacity=0.22, interpolate="step-after"),
        points.mark_line(strokeWidth=2.5, interpolate="step-after").encode(
            color=alt.Color(
                "line:N", sort=None, title=None, legend=legend, scale=alt.Scale(range=["#3d3d3d", "#801650", "#12436d"])
            ),
            strokeDash=alt.StrokeDash(
                "line:N", sort=None, title=None, legend=legend, scale=alt.Scale(range=[[1, 0], [5, 4], [1, 0]])
            ),
        ),
    ).properties(width=600, height=240)
    return styled(chart, **AXES, labelPadding=5)
