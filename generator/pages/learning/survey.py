"""Surveys: what people were asked, what they answered, what was learned and what changed; a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.figures import disclosure
from generator.assurance.figures.disclosure import Marker, Published
from generator.edition import View
from generator.model.lists import title
from generator.model.survey import QuestionResult, Survey
from generator.page import Page
from generator.wording import inside


def pages(view: View) -> Iterator[Page]:
    surveys = sorted(view.all(Survey), key=lambda one: (one.opened or date.min, one.id), reverse=True)
    if not (view.uses("survey") or surveys):
        return
    of_adults = {one.id for one in view.framework.survey_kinds if one.of_adults}
    yield Page(
        path="learning/surveys/index.md",
        template="learning/surveys.md.jinja",
        title="Surveys",
        description="What people who used services, and staff, were asked, what they answered, and what changed.",
        context={
            "surveys": surveys,
            "of_adults": of_adults,
            "rates": {one.id: _rate(one) for one in surveys},
            "withdrawn": view.taken_down("survey"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    policy = disclosure.Policy(**vars(view.partnership.disclosure))
    for one in surveys:
        questions = one.results.questions if one.results else ()
        rows = {question.id: _rows(question, number(one.results.responses)) for question in questions if one.results}
        yield Page(
            path=f"learning/surveys/{one.id}.md",
            template="learning/survey.md.jinja",
            title=one.title,
            description=f"Survey, {one.title}: what was asked, what people answered and what changed.",
            context={
                "survey": one,
                "of_adults": one.kind in of_adults,
                "rate": _rate(one),
                "rows": rows,
                "note": policy.words if view.public else "",
                "withheld": any(isinstance(row["count"], Marker) for group in rows.values() for row in group),
                "answered": answered,
            },
            record=("survey", one.id),
            shows=tuple(("survey", f"{one.id}#{finding.id}") for finding in one.findings),
            kicker=f"Survey: {inside(title(view.framework.survey_kinds, one.kind))}",
        )


def number(count: int | str) -> int | Marker:
    """A count as its edition shows it: a number, or the marker in its place."""
    return Marker(count) if isinstance(count, str) and not count.isdigit() else int(count)


def _rate(survey: Survey) -> Published | None:
    """The percentage of those asked who answered."""
    if survey.results is None:
        return None
    return _share(number(survey.results.responses), number(survey.results.invited))


def _rows(question: QuestionResult, responses: int | Marker) -> list[dict[str, Any]]:
    """Each answer with its count and its share of everyone who answered the survey."""
    counts = [(one.answer, number(one.count)) for one in question.answers]
    return [{"answer": answer, "count": count, "share": _share(count, responses)} for answer, count in counts]


def _share(count: int | Marker, whole: int | Marker) -> Published:
    """A percentage of the counts as the edition shows them: what may not be shown is replaced in them already."""
    return disclosure.percentage(count, whole, disclosure.Policy(), "process")
