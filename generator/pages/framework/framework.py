"""The framework in its own words: one page for the version in force, and one for each that came before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.charts.diagram import Box, draw
from generator.edition import View
from generator.model.framework import Framework
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    versions = sorted(view.all(Framework), key=lambda one: (one.applies_from or date.min, one.id))
    if not versions:
        return
    begun = [one for one in versions if one.applies_from is None or one.applies_from <= view.day]
    current = begun[-1] if begun else versions[0]
    others = [one for one in reversed(versions) if one is not current]
    yield _page(view, current, "framework/index.md", others)
    for one in others:
        yield _page(view, one, f"framework/versions/{one.id}.md", [])


def _page(view: View, framework: Framework, path: str, others: list[Framework]) -> Page:
    steps = [Box(one.id, one.title, "", one.next) for one in framework.process]
    sentence = "How a theme becomes evidence, findings, actions, assurance and better practice; the text follows."
    return Page(
        path=path,
        template="framework/framework.md.jinja",
        title=framework.title,
        description="What quality assurance is for here, what it rests on, who does what, and how it runs.",
        context={
            "framework": framework,
            "others": others,
            "drawing": draw("process", "How quality assurance works", sentence, steps) if steps else None,
            "titles": {one.id: one.title for one in framework.process},
            "plan_ended": _plan_ended(view, framework),
        },
        record=("framework", framework.id),
        kicker="" if path == "framework/index.md" else "Framework",
    )


def _plan_ended(view: View, framework: Framework) -> date | None:
    """The day the business plan ended, where nobody has reviewed the framework since (R06); only partners see it."""
    plan = view.partnership.business_plan
    ended = plan.ends if plan and plan.ends and plan.ends < view.day else None
    since = [review for review in framework.reviews if review.date and ended and review.date > ended]
    return None if view.public or since else ended
