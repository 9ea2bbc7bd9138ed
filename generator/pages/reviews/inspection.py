"""Inspections: the list of what regulators published, and a page for each with the response and the learning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.actions.responses import answers
from generator.edition import View
from generator.model.inspection import Inspection
from generator.page import Page
from generator.wording import the


def pages(view: View) -> Iterator[Page]:
    inspections = sorted(view.all(Inspection), key=lambda one: (one.published or date.min, one.id), reverse=True)
    if not (view.uses("inspection") or inspections):
        return
    answered = answers(view.register, view.assessment.actions)
    falling = {one.id for one in view.framework.inspection_outcomes if one.falls_short}
    poor = [one for one in inspections if one.outcome in falling]
    yield Page(
        path="reviews/inspections/index.md",
        template="reviews/inspections.md.jinja",
        title="Inspections",
        description="What regulators found in services in the area, and how it was answered.",
        context={
            "inspections": inspections,
            "poor": poor,
            "unanswered": [one for one in poor if not one.response and not answered.get(f"inspection/{one.id}")],
        },
    )
    for one in inspections:
        yield Page(
            path=f"reviews/inspections/{one.id}.md",
            template="reviews/inspection.md.jinja",
            title=one.title,
            description=f"Inspection by {the(one.regulator)}: {one.title}.",
            context={"inspection": one, "answered": answered, "poor": one.outcome in falling},
            record=("inspection", one.id),
            shows=tuple(("inspection", f"{one.id}#{point.id}") for point in one.learning),
            kicker="Inspection",
        )
