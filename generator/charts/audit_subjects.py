"""What every audit asks about, audit by audit: the share of cases that were answered well."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from generator.charts import AXES, Chart, styled

COLOURS = ("#12436d", "#f46a25", "#28a197", "#801650")


@dataclass(frozen=True)
class SubjectResult:
    """One subject in one audit: how many of the cases `judged` were answered `well`. `day` is the audit's start."""

    subject: str
    audit: str
    day: date
    well: int
    judged: int

    @property
    def share(self) -> float:
        return 100 * self.well / self.judged


def audit_subjects(asked: Sequence[SubjectResult]) -> Chart:
    """Return the chart of every subject's share over the audits, oldest first; no point without a judged case."""
    known = sorted((one for one in asked if one.judged), key=lambda one: (one.day, one.subject))
    latest = {one.subject: f"{one.subject}: {one.share:.0f}%" for one in known}
    rows = [
        {
            "subject": one.subject,
            "line": latest[one.subject],
            "audit": one.audit,
            "day": one.day,
            "share": round(one.share, 1),
            "well": one.well,
            "judged": one.judged,
        }
        for one in known
    ]
    specification = deepcopy(_specification())
    specification["datasets"] = {"rows": rows}
    for layer in specification["layer"]:
        for channel in layer["encoding"].keys() & {"color", "shape"}:  # one legend for both needs one domain
            layer["encoding"][channel]["scale"]["domain"] = list(latest.values())
    return Chart(
        id="subjects",
        title="What every audit asks about",
        sentence=_sentence(known),
        specification=specification,
        columns=(
            ("audit", "Audit"),
            ("day", "Started"),
            ("subject", "Subject"),
            ("share", "Answered well, %"),
            ("well", "Cases answered well"),
            ("judged", "Cases judged"),
        ),
        rows=rows,
        caption="Share of cases answered well, on what every audit asks about",
    )


def _lines(known: Sequence[SubjectResult]) -> dict[str, list[SubjectResult]]:
    lines: dict[str, list[SubjectResult]] = {}
    for one in known:
        lines.setdefault(one.subject, []).append(one)
    return lines


def _sentence(known: Sequence[SubjectResult]) -> str:
    said = []
    for subject, line in _lines(known).items():
        first, last = line[0], line[-1]
        words = f"{subject}: {last.share:.0f}% of cases in {last.audit}"
        said.append(f"{words}, {first.share:.0f}% in {first.audit}" if len(line) > 1 else words)
    return "Answered well. " + ". ".join(said) + "."


@cache
def _specification() -> dict[str, Any]:
    import altair as alt

    axis = alt.Axis(format="%b %Y", labelOverlap="greedy", labelFlush=True, grid=False, tickCount=6)
    day = alt.X("day:T", title=None, scale=alt.Scale(type="utc"), axis=axis)
    share = alt.Axis(values=[0, 25, 50, 75, 100], labelExpr="datum.value + '%'")
    legend = alt.Legend(orient="top", labelFontSize=12, labelLimit=300, columns=2)
    colour = alt.Color("line:N", sort=None, title=None, legend=legend, scale=alt.Scale(range=list(COLOURS)))
    lines = alt.Chart(alt.NamedData("rows")).encode(
        x=day,
        y=alt.Y("share:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=share),
        color=colour,
        tooltip=[
            alt.Tooltip("subject:N", title="Subject"),
            alt.Tooltip("audit:N", title="Audit"),
            alt.Tooltip("share:Q", title="Answered well, %", format=".0f"),
            alt.Tooltip("judged:Q", title="Cases judged"),
        ],
    )
    chart = alt.layer(
        lines.mark_line(strokeWidth=2.5),
        lines.mark_point(filled=True, size=70, opacity=1).encode(
            shape=alt.Shape("line:N", sort=None, title=None, legend=legend, scale=alt.Scale())
        ),
    ).properties(width=600, height=240)
    return styled(chart, **AXES, labelPadding=5)
