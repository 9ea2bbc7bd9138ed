"""Seven-minute briefings: the newest first, and a page for each that begins with what to do differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.edition import View
from generator.model.briefing import Briefing
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    briefings = sorted(view.all(Briefing), key=lambda one: (_dated(one), one.id), reverse=True)
    if not (view.uses("briefing") or briefings):
        return
    gone = [one for one in briefings if one.last_stage.stage == "withdrawn"]
    yield Page(
        path="learning/briefings/index.md",
        template="learning/briefings.md.jinja",
        title="Briefings",
        description="Seven-minute briefings: what was learned from reviews and audits, and what to do differently.",
        context={
            "briefings": [one for one in briefings if one not in gone],
            "gone": gone,
            "withdrawn": view.taken_down("briefing"),
        },
    )
    for one in briefings:
        yield Page(
            path=f"learning/briefings/{one.id}.md",
            template="learning/briefing.md.jinja",
            title=one.title,
            description=one.theme.strip(),
            context={"briefing": one},
            record=("briefing", one.id),
            kicker="What we learned" if view.public else "Seven-minute briefing",
        )


def _dated(briefing: Briefing) -> date:
    """When it was published, or reached the stage it is at."""
    days = [stage.date for stage in briefing.stages if stage.stage == "published" and stage.date]
    return (days[-1] if days else briefing.last_stage.date) or date.min
