"""Audits side by side: each one's weeks as a bar, with its audit day and presentation, so that overlaps are seen."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from typing import Any

from generator.assurance.audits.presentation import PRESENTATION
from generator.assurance.audits.standing import AuditStanding
from generator.charts import AXES, Chart, styled

WORDS = {"planned": "Planned", "running": "Running", "overrun": "Overrun", "finished": "Finished"}
MILESTONES = {"audit-day": "Audit day", PRESENTATION: "Findings presented"}
"""The milestones that are marked, by role."""


def audit_windows(audits: Sequence[AuditStanding], day: date) -> Chart:
    """Return the chart of audits with known weeks, drawn from the earliest start; `day` is marked."""
    shown = sorted((one for one in audits if one.window), key=lambda one: (one.audit.starts or day, one.audit.id))
    rows, held = [], []
    for one in shown:
        window = one.window
        assert window is not None
        presented = window.of(PRESENTATION)
        stopped = presented.actual if presented and presented.actual else None
        ends = stopped or (day if one.state == "overrun" else window.ends)
        word = f"Week {window.week} of {window.weeks}" if one.state == "running" and window.week else WORDS[one.state]
        row = {
            "audit": one.audit.title,
            "label": f"{word}: {one.audit.title}",
            "start": window.starts,
            "end": ends + timedelta(days=1),
        }
        rows.append({**row, "state": WORDS[one.state], "word": word, "ends": ends})
        held += [
            {**row, "milestone": MILESTONES[one.role], "date": one.actual}
            for one in window.milestones
            if one.role in MILESTONES and one.actual
        ]
    specification = deepcopy(_specification()) | {"height": 44 * len(rows)}
    specification["datasets"] = {"rows": rows, "held": held, "today": [{"day": day, "word": f"{day.day} {day:%B %Y}"}]}
    if not held:
        specification["layer"] = [one for one in specification["layer"] if one["data"]["name"] != "held"]
    return Chart(
        id="audit-windows",
        title="Audits side by side",
        sentence=_sentence(shown, day),
        specification=specification,
        columns=(("audit", "Audit"), ("start", "Starts"), ("ends", "Ends or ended"), ("word", "Where it stands")),
        rows=rows,
        caption="When each audit started and ended",
    )


def _sentence(shown: Sequence[AuditStanding], day: date) -> str:
    windows = [one.window for one in shown if one.window]
    pairs = sum(
        first.starts <= second.ends and second.starts <= first.ends
        for at, first in enumerate(windows)
        for second in windows[at + 1 :]
    )
    now = sum(window.week is not None for window in windows)
    open_now = {0: "No audit is in its window now", 1: "One audit is in its window now"}.get(
        now, f"{now} audits are in their windows now"
    )
    overlap = {0: "no two windows overlap", 1: "one window overlaps the next"}.get(pairs, f"{pairs} windows overlap")
    return f"{open_now}; of the {len(windows)} shown, {overlap}."


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    row = alt.Y("label:N", sort=alt.EncodingSortField("start", op="min"), axis=None)
    axis = alt.Axis(format="%b %Y", tickCount={"interval": "month", "step": 3}, labelOverlap="greedy", labelFlush=True)
    start = alt.X("start:T", title=None, scale=alt.Scale(type="utc"), axis=axis)
    names, colours = list(WORDS.values()), ["#a285d1", "#28a197", "#801650", "#12436d"]
    tips = [alt.Tooltip("audit:N", title="Audit"), alt.Tooltip("word:N", title="Where it stands")]
    bars = alt.Chart(alt.NamedData("rows")).encode(y=row, tooltip=tips)
    words = bars.encode(x=alt.value(0), text="label:N")
    text: dict[str, Any] = {"align": "left", "baseline": "bottom", "dy": -2, "fontSize": 12}
    text["limit"] = alt.ExprRef("width")
    today = alt.Chart(alt.NamedData("today")).encode(x="day:T")
    held = alt.Chart(alt.NamedData("held")).encode(x="date:T", y=row, tooltip=["audit:N", "milestone:N"])
    chart = alt.layer(
        bars.mark_bar(height=14, yOffset=11, cornerRadius=3).encode(
            x=start, x2="end:T", color=alt.Color("state:N", legend=None, scale=alt.Scale(domain=names, range=colours))
        ),
        today.mark_rule(color="#801650", strokeDash=[4, 3]),
        today.mark_text(color="#801650", fontSize=12, dy=-7).encode(y=alt.value(0), text="word:N"),
        words.mark_text(**text, stroke="#fff", strokeWidth=4),
        words.mark_text(**text, color="#1d2a36"),
        held.mark_point(filled=True, size=110, yOffset=11, color="#f46a25", stroke="#fff", opacity=1).encode(
            shape=alt.Shape(
                "milestone:N",
                title=None,
                scale=alt.Scale(domain=list(MILESTONES.values()), range=["diamond", "square"]),
                legend=alt.Legend(orient="top", symbolFillColor="#f46a25", labelFontSize=12),
            )
        ),
    ).properties(width=620)
    return styled(chart, **AXES)
