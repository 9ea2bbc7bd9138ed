"""How long each review took, or has taken so far, against the time that it may take: one bar a review."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from generator.assurance.learning.reviews import ReviewStanding
from generator.charts import Chart, styled
from generator.wording import plural, spelled

_COLOURS = ("#12436D", "#801650", "#28A197", "#F46A25")


def review_lengths(reviews: Sequence[tuple[str, ReviewStanding]], limit: int | None) -> Chart:
    """Return the chart of reviews that have begun, in the order given: (title, standing), lengths in months.

    `limit` is the number of months that a review may take; None where it is not held to a time.
    """
    words = _words(limit)
    colours = dict(zip(words.values(), _COLOURS, strict=False))
    rows = [
        {
            "review": title,
            "months": one.months,
            "stands": words[bool(one.over), one.running],
            "label": f"{one.months:g} months{' so far' if one.running else ''}",
        }
        for title, one in reviews
    ]
    present = tuple((word, colour) for word, colour in colours.items() if any(row["stands"] == word for row in rows))
    return Chart(
        id="review-lengths",
        title="How long each review took, in months",
        sentence=_sentence([one for _, one in reviews], limit),
        specification={**_specification(present, limit), "data": {"values": rows}, "height": 34 * len(rows)},
        columns=[("review", "Review"), ("months", "Months"), ("stands", "How it stands")],
        rows=rows,
    )


def _words(limit: int | None) -> dict[tuple[bool, bool], str]:
    """How a review stands, by whether it is over its time and whether it is running."""
    if limit is None:
        return {(False, False): "Done", (False, True): "Under way"}
    time = f"{spelled(limit)} months"
    return {
        (False, False): f"Done within {time}",
        (True, False): f"Done after {time}",
        (False, True): f"Under way, within {time}",
        (True, True): f"Under way, longer than {time}",
    }


def _sentence(standings: Sequence[ReviewStanding], limit: int | None) -> str:
    done = [one for one in standings if not one.running]
    within = sum(1 for one in done if not one.over)
    long = sum(1 for one in standings if one.running and one.over)
    if limit is None:
        return f"{plural(len(done), 'review')[:1].upper()}{plural(len(done), 'review')[1:]} completed."
    time = f"{spelled(limit)} months"
    said = f"Of {len(done)} completed, {within} took no more than {time}." if done else "No review has ended yet."
    if len(done) == 1:
        said = f"The one completed review took {'no more' if within else 'more'} than {time}."
    running = {0: "", 1: f" One that is under way has passed {time}."}
    return said + running.get(long, f" {long} that are under way have passed {time}.")


@cache
def _specification(present: tuple[tuple[str, str], ...], limit: int | None) -> dict[str, Any]:
    import altair as alt

    base = alt.Chart().encode(
        y=alt.Y("review:N", title=None, sort=None, axis=alt.Axis(labelLimit=200, ticks=False, domain=False)),
    )
    bars = base.mark_bar(height=14).encode(
        x=alt.X("months:Q", title="Months from beginning to end", axis=alt.Axis(tickCount=6, grid=False)),
        color=alt.Color(
            "stands:N",
            title=None,
            scale=alt.Scale(domain=[word for word, _ in present], range=[colour for _, colour in present]),
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
    drawn = [bars]
    if limit is not None:
        once = alt.Chart().transform_aggregate(reviews="count()").encode(x=alt.datum(limit))
        named = f"{spelled(limit)} months".capitalize()
        drawn.append(once.mark_rule(color="#3D3D3D", strokeDash=[5, 4]))
        drawn.append(once.mark_text(text=named, fontSize=12, color="#3D3D3D", dy=-8, y=0))
    layers = alt.layer(*drawn, halo, labels, data=alt.InlineData(values=[]))
    layers = layers.properties(width=470)
    return styled(layers, labelFontSize=12, titleFontSize=12, titleFontWeight="normal")
