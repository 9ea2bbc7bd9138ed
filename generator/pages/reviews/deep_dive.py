"""Thematic deep dives: the list, and a page for each with what was asked, how, and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.actions.responses import answers
from generator.edition import View
from generator.model.deep_dive import DeepDive
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    dives = sorted(view.all(DeepDive), key=lambda one: (one.agreed_by_chair or date.min, one.id), reverse=True)
    if not (view.uses("deep-dive") or dives):
        return
    yield Page(
        path="reviews/deep-dives/index.md",
        template="reviews/deep-dives.md.jinja",
        title="Deep dives",
        description="Closer looks at one theme, drawing on audits, figures and what people said.",
        context={
            "dives": dives,
            "withdrawn": view.taken_down("deep-dive"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in dives:
        findings = one.results.findings if one.results else ()
        yield Page(
            path=f"reviews/deep-dives/{one.id}.md",
            template="reviews/deep-dive.md.jinja",
            title=one.title,
            description=f"A closer look at one theme: {one.title}.",
            context={"dive": one, "answered": answered},
            record=("deep-dive", one.id),
            shows=tuple(("deep-dive", f"{one.id}#{finding.id}") for finding in findings),
            kicker="Thematic deep dive",
        )
