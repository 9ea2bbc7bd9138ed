"""The score of a risk over time, in steps: it holds until the risk is judged again."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

from generator import wording
from generator.charts import AXES, Chart, styled
from generator.model.risk import Risk


def risk_score(risk: Risk, day: date) -> Chart:
    """Return the chart of a risk's dated assessments, the last one held until `day` or until the risk was closed.

    Errors: IndexError for a risk without assessments.
    """
    judged = [one for one in risk.assessments if one.date]
    ends = risk.closed.date if risk.closed and risk.closed.date else day
    points = [{"day": one.date, "score": one.score, "label": str(one.score)} for one in judged]
    specification = deepcopy(_specification())
    specification["datasets"] = {
        "points": [*points, {"day": ends, "score": judged[-1].score, "label": ""}],
        "band": [{"from": 15, "to": 25, "word": "high"}],
    }
    first, last = judged[0], judged[-1]
    moved = "rose" if last.score > first.score else "fell" if last.score < first.score else "came back"
    then, now = wording.day(first.date), wording.day(last.date)
    sentence = f"The score {moved} from {first.score} on {then} to {last.score} on {now}."
    if len({one.score for one in judged}) == 1:
        sentence = f"The score stayed at {last.score}, however often it was judged."
    return Chart(
        id="score",
        title="How the score moved",
        sentence=sentence,
        specification=specification,
        columns=(("day", "Judged on"), ("score", "Score"), ("likelihood", "Likelihood"), ("impact", "Impact")),
        rows=[
            {"day": wording.day(one.date), "score": one.score, "likelihood": one.likelihood, "impact": one.impact}
            for one in judged
        ],
        caption="Every assessment: likelihood times impact",
    )


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    axis = alt.Axis(format="%b %Y", labelOverlap="greedy", labelFlush=True, grid=False, tickCount=6)
    base = alt.Chart(alt.NamedData("points")).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(type="utc"), axis=axis),
        y=alt.Y("score:Q", title=None, scale=alt.Scale(domain=[0, 25]), axis=alt.Axis(values=[0, 5, 10, 15, 20, 25])),
        tooltip=[alt.Tooltip("day:T", title="On", format="%d %B %Y"), alt.Tooltip("score:Q", title="Score")],
    )
    judged = base.transform_filter("datum.label !== ''")
    band = alt.Chart(alt.NamedData("band"))
    chart = alt.layer(
        band.mark_rect(color="#801650", opacity=0.07).encode(y=alt.Y("from:Q", title=None), y2="to:Q"),
        band.mark_text(align="left", x=5, dy=4, baseline="top", color="#801650", fontSize=12).encode(
            y=alt.Y("to:Q", title=None), text="word:N"
        ),
        base.mark_line(interpolate="step-after", color="#12436d", strokeWidth=2.5),
        judged.mark_point(filled=True, size=70, color="#12436d", opacity=1),
        judged.mark_text(align="left", dx=7, dy=-13, fontSize=13, fontWeight="bold", color="#12436d").encode(
            text="label:N"
        ),
    ).properties(width=600, height=200)
    return styled(chart, **AXES, labelPadding=5)
