"""How long each Safeguarding Adult Review took, or has taken so far, against six months: one bar a review."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from generator.assurance.learning.reviews import LIMIT, Course
from generator.charts import Chart, look

_WORDS = {(False, False): "Done within six months", (True, False): "Done after six months",
          (False, True): "Under way, within six months", (True, True): "Under way, longer than six months"}  # fmt: skip
_COLOURS = dict(zip(_WORDS.values(), ("#12436D", "#801650", "#28A197", "#F46A25"), strict=True))


def review_lengths(reviews: Sequence[tuple[str, Course]]) -> Chart:
    """Return the chart of reviews that have begun, in the order given: (title, course), lengths in months."""
    rows = [
        {
            "review": title,
            "months": one.months,
            "stands": _WORDS[bool(one.over), one.running],
            "label": f"{one.months:g} months{' so far' if one.running else ''}",
        }
        for title, one in reviews
    ]
    present = tuple(word for word in _COLOURS if any(row["stands"] == word for row in rows))
    return Chart(
        id="review-lengths",
        title="How long each review took, in months",
        sentence=_sentence([one for _, one in reviews]),
        specification={**_specification(present), "data": {"values": rows}, "height": 34 * len(rows)},
        columns=[("review", "Review"), ("months", "Months"), ("stands", "How it stands")],
        rows=rows,
    )


def _sentence(courses: Sequence[Course]) -> str:
    done = [one for one in courses if not one.running]
    within = sum(1 for one in done if not one.over)
    long = sum(1 for one in courses if one.running and one.over)
    said = f"Of {len(done)} completed, {within} took no more than six months." if done else "No review has ended yet."
    if len(done) == 1:
        said = "The one completed review took " + ("no more" if within else "more") + " than six months."
    running = {0: "", 1: " One that is under way has passed six months."}
    return said + running.get(long, f" {long} that are under way have passed six months.")


@cache
def _specification(present: tuple[str, ...]) -> dict[str, Any]:
    import altair as alt

    base = alt.Chart().encode(
        y=alt.Y("review:N", title=None, sort=None, axis=alt.Axis(labelLimit=200, ticks=False, domain=False)),
    )
    bars = base.mark_bar(height=14).encode(
        x=alt.X("months:Q", title="Months from beginning to end", axis=alt.Axis(tickCount=6, grid=False)),
        color=alt.Color(
            "stands:N",
            title=None,
            scale=alt.Scale(domain=list(present), range=[_COLOURS[one] for one in present]),
            legend=alt.Legend(orient="top", columns=2, labelLimit=300, offset=26),
        ),
        tooltip=[
            alt.Tooltip("review:N", title="Review"),
            alt.Tooltip("label:N", title="Length"),
            alt.Tooltip("stands:N", title="It is"),
        ],
    )
    words = base.encode(x="months:Q", text="label:N")
    halo = words.mark_text(align="left", dx=5, fontSize=12, stroke="white", strokeWidth=5)
    labels = words.mark_text(align="left", dx=5, fontSize=12, color="#3D3D3D")
    once = alt.Chart().transform_aggregate(reviews="count()").encode(x=alt.datum(LIMIT))
    limit = once.mark_rule(color="#3D3D3D", strokeDash=[5, 4])
    named = once.mark_text(text="Six months", fontSize=12, color="#3D3D3D", dy=-8, y=0)
    layers = alt.layer(bars, limit, named, halo, labels, data=alt.InlineData(values=[]))
    layers = layers.properties(width=470)
    return look(layers, labelFontSize=12, titleFontSize=12, titleFontWeight="normal")
