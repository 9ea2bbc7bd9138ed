"""A plan's actions in time: when each was set, first due, due now and closed, so that slippage is seen."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.charts import AXES, Chart, styled

MARKS = {"closed": "Closed", "due": "Due now", "overdue": "Overdue"}


def action_dates(actions: Sequence[tuple[str, ActionState]], day: date) -> Chart:
    """Return the chart of a plan's actions, (name, state) pairs in its order; `day` is marked while one is open."""
    rows, marks = [], []
    for name, one in actions:
        word = one.standing.replace("-", " ")
        row = {"label": f"{word.capitalize()}: {name}", "set": one.set, "original": one.original, "due": one.due}
        rows.append({**row, "name": name, "word": word, "closed": one.closed, "moved": one.moved})
        kind = "closed" if one.closed else "overdue" if one.overdue else "due"
        marks.append({"label": row["label"], "mark": MARKS[kind], "date": one.closed or one.due})
    specification = deepcopy(_specification()) | {"height": 40 * len(rows)}
    today = [{"day": day, "word": f"{day.day} {day:%B %Y}"}]
    if not any(one.open for _, one in actions):
        specification["layer"] = [one for one in specification["layer"] if one["data"]["name"] != "today"]
    specification["datasets"] = {"rows": rows, "marks": marks, "today": today}
    return Chart(
        id="dates-of-actions",
        title="When each action was due",
        sentence=_sentence([one for _, one in actions]),
        specification=specification,
        columns=(
            ("name", "Action"),
            ("set", "Set"),
            ("original", "First due"),
            ("due", "Due now"),
            ("moved", "Times moved"),
            ("closed", "Closed"),
            ("word", "How it stands"),
        ),
        rows=rows,
        caption="The dates of each action",
    )


def _sentence(actions: Sequence[ActionState]) -> str:
    moved = [one for one in actions if one.slipped_days > 0]
    if not moved:
        return "No action's date was moved."
    most = max(one.slipped_days for one in moved)
    return (
        f"{len(moved)} of {len(actions)} actions {'was' if len(moved) == 1 else 'were'} moved to a later date, "
        f"the furthest by {most} days."
    )


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    row = alt.Y("label:N", sort=None, axis=None)
    axis = alt.Axis(format="%b %Y", labelOverlap="greedy", labelFlush=True, tickCount=6)
    rows = alt.Chart(alt.NamedData("rows")).encode(y=row)
    start = alt.X("set:T", title=None, scale=alt.Scale(type="utc"), axis=axis)
    today = alt.Chart(alt.NamedData("today")).encode(x="day:T")
    marks = alt.Chart(alt.NamedData("marks")).encode(x="date:T", y=row, tooltip=["label:N", "mark:N", "date:T"])
    words = rows.encode(x=alt.value(0), text="label:N")
    text: dict[str, Any] = {"align": "left", "baseline": "bottom", "dy": -2, "fontSize": 12}
    text["limit"] = alt.ExprRef("width")
    names = list(MARKS.values())
    chart = alt.layer(
        rows.mark_bar(height=8, yOffset=10, color="#a3c0da").encode(x=start, x2="original:T"),
        rows.mark_bar(height=8, yOffset=10, color="#f46a25").encode(x="original:T", x2="due:T"),
        today.mark_rule(color="#801650", strokeDash=[4, 3]),
        today.mark_text(color="#801650", fontSize=12, dy=-7).encode(y=alt.value(0), text="word:N"),
        words.mark_text(**text, stroke="#fff", strokeWidth=4),
        words.mark_text(**text, color="#1d2a36"),
        marks.mark_point(filled=True, size=120, yOffset=10, stroke="#fff", opacity=1).encode(
            shape=alt.Shape(
                "mark:N", sort=names, scale=alt.Scale(domain=names, range=["circle", "square", "diamond"]), title=None
            ),
            color=alt.Color(
                "mark:N",
                sort=names,
                title=None,
                scale=alt.Scale(domain=names, range=["#28a197", "#12436d", "#801650"]),
                legend=alt.Legend(orient="top", labelFontSize=12, columns=3),
            ),
        ),
    ).properties(width=620)
    return styled(chart, **AXES)
