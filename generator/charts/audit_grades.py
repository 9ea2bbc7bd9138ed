"""An audit's grades: for each graded question, the percentage of cases with each grade, and how many were judged."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from generator.assurance.audits.results import Result
from generator.charts import AXES, Chart, styled
from generator.colours import ink, ramp
from generator.wording import inside, plural

_ROOM = 5
"""A smaller percentage is not written on its part of the bar, which is too narrow for it."""


def audit_grades(results: Sequence[Result], id: str = "grades", title: str = "Grades by question") -> Chart:
    """Return the chart of questions with one kind of answer, in the tool's order; those with no judged case are left
    out.

    The first answer of the kind is the best; the colours keep that order, in grey too.
    """
    graded = [one for one in results if one.judged]
    answers = graded[0].kind.answers if graded else ()
    parts = [part for one in graded for part in _parts(one)]
    grades = tuple(one.title for one in answers if one.judged)
    specification = deepcopy(_specification(grades)) | {"height": 66 * len(graded)}
    specification["datasets"] = {"parts": parts, "lines": [line for one in graded for line in _lines(one)]}
    return Chart(
        id=id,
        title=title,
        sentence=_sentence(graded),
        specification=specification,
        columns=(
            ("question", "Question"),
            *((one.id, f"{one.title}, cases") for one in answers),
        ),
        rows=[{"question": one.question.text, **one.cases} for one in graded],
        caption="Cases by grade, over all agencies; a case that two agencies audited counts for each",
    )


def _lines(one: Result) -> list[dict[str, Any]]:
    """The question in at most two lines; the last one is next to its bar."""
    asked = f"{one.question.text} ({plural(one.judged, 'case')})"
    lines = textwrap.wrap(asked, 84, max_lines=2, placeholder=" …")
    return [{"row": one.question.id, "text": line, "above": at} for at, line in enumerate(reversed(lines))]


def _parts(one: Result) -> list[dict[str, Any]]:
    parts, start = [], 0.0
    judged = [grade for grade in one.kind.answers if grade.judged]
    for grade, colour in zip(judged, ramp(len(judged)), strict=True):
        cases = one.cases[grade.id]
        share = 100 * cases / one.judged
        parts.append(
            {
                "row": one.question.id,
                "grade": grade.title,
                "cases": cases,
                "start": start,
                "end": start + share,
                "middle": start + share / 2,
                "text": f"{share:.0f}%" if share >= _ROOM else "",
                "ink": ink(colour),
            }
        )
        start += share
    return [part for part in parts if part["cases"]]


def _sentence(graded: Sequence[Result]) -> str:
    shares = sorted((one.share or 0.0, one.question.text) for one in graded)
    if not shares:
        return "No question was graded."
    (least, weakest), (most, strongest) = shares[0], shares[-1]
    good = " or ".join(inside(one.title) for one in reversed(graded[0].kind.answers) if one.good)
    if len(shares) == 1:
        return f"{least:.0f}% of cases were graded {good}."
    said = f"{good.capitalize()} most often on “{strongest}” ({most:.0f}% of cases)"
    return f"{said}, least on “{weakest}” ({least:.0f}%)."


@cache
def _specification(grades: tuple[str, ...]) -> dict[str, Any]:
    import altair as alt

    row = alt.Y("row:N", sort=None, axis=None)
    axis = alt.Axis(values=[0, 25, 50, 75, 100], labelExpr="datum.value + '%'", labelFlush=True)
    parts = alt.Chart(alt.NamedData("parts")).encode(y=row)
    lines = alt.Chart(alt.NamedData("lines")).encode(y=row, x=alt.value(0), text="text:N")
    text: dict[str, Any] = {"align": "left", "baseline": "bottom", "fontSize": 12, "color": "#1d2a36"}
    text["limit"] = alt.ExprRef("width")
    chart = alt.layer(
        lines.transform_filter("datum.above == 0").mark_text(**text, dy=2),
        lines.transform_filter("datum.above == 1").mark_text(**text, dy=-13),
        parts.mark_bar(height=20, yOffset=16, stroke="#fff", strokeWidth=1).encode(
            x=alt.X("start:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=axis),
            x2="end:Q",
            color=alt.Color(
                "grade:N",
                title=None,
                sort=list(grades),
                scale=alt.Scale(domain=list(grades), range=list(ramp(len(grades)))),
                legend=alt.Legend(orient="top", labelFontSize=12, symbolType="square", columns=2, columnPadding=14),
            ),
            tooltip=[alt.Tooltip("grade:N", title="Grade"), alt.Tooltip("cases:Q", title="Cases")],
        ),
        parts.mark_text(yOffset=16, fontSize=12).encode(
            x="middle:Q", text="text:N", color=alt.Color("ink:N", scale=None)
        ),
    ).properties(width=620)
    return styled(chart, **AXES)
