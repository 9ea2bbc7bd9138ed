"""Good practice: what was done well, where it was seen and celebrated, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.edition import View
from generator.model.good_practice import GoodPractice
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    examples = sorted(view.all(GoodPractice), key=lambda one: (one.last_stage.date or date.min, one.id), reverse=True)
    if not (view.uses("good-practice") or examples):
        return
    yield Page(
        path="learning/good-practice/index.md",
        template="learning/good-practices.md.jinja",
        title="Good practice",
        description="What was done well for adults at risk, and how others can do the same.",
        context={
            "examples": examples,
            "withdrawn": view.taken_down("good-practice"),
        },
    )
    for one in examples:
        yield Page(
            path=f"learning/good-practice/{one.id}.md",
            template="learning/good-practice.md.jinja",
            title=one.title,
            description=f"Good practice: {one.title}.",
            context={"example": one},
            record=("good-practice", one.id),
            kicker="Good practice",
        )
