"""Seven-minute briefings: the newest first, and a page for each that begins with what to do differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.components import (
    Card,
    Cards,
    Lead,
    Link,
    News,
    NewsItem,
    Passage,
    Points,
    Quote,
    Steps,
    links,
    phrase,
    states,
)
from generator.components.records import byline, choice, withdrawals, withdrawn_notice
from generator.edition import View
from generator.model.briefing import Briefing
from generator.page import Page
from generator.wording import day, listed

_PUBLIC = (
    "What we learned from looking at our own work, and what people who work with adults now do differently. Each takes "
    "about seven minutes to read."
)
_PARTNERS = (
    "Each takes about seven minutes: what to do differently, why, and questions for supervision or a team meeting. "
    "They print on one or two pages."
)
_SOON = "No briefing has been published yet. They will be here as soon as there is something to share."


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
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "briefings": [Cards([_card(one)]) for one in briefings if one not in gone],
            "empty": _SOON if view.public else "No briefing is recorded yet.",
            "gone": [phrase(Link(f"briefing/{one.id}", one.title), ": ", states.stage(one)) for one in gone],
            "withdrawn": withdrawals(view.taken_down("briefing"), "A briefing"),
        },
    )
    for one in briefings:
        yield _page(view, one)


def _dated(briefing: Briefing) -> date:
    """When it was published, or reached the stage it is at."""
    days = [stage.date for stage in briefing.stages if stage.stage == "published" and stage.date]
    return (days[-1] if days else briefing.last_stage.date) or date.min


def audience(one: Briefing) -> str:
    """Return for whom a briefing is; nothing where it does not say."""
    return f"For {listed(one.audience)}" if one.audience else ""


def _card(one: Briefing) -> Card:
    stage, published = states.stage(one), one.last_stage.stage == "published"
    badge = stage if stage and not published else audience(one)
    kicker = stage if published and isinstance(stage, str) else ""
    return Card(one.title, f"briefing/{one.id}", text=one.theme, kicker=kicker, badge=badge)


def _page(view: View, one: Briefing) -> Page:
    public = view.public
    changes = [NewsItem(day(change.date), change.text) for change in one.what_changed]
    read = [Link(resource.address, resource.title) for resource in one.resources]
    return Page(
        path=f"learning/briefings/{one.id}.md",
        template="learning/briefing.md.jinja",
        title=one.title,
        description=one.theme.strip(),
        context={
            "withdrawn": withdrawn_notice(one),
            "lead": Lead(one.theme),
            "byline": byline(one, audience(one), "Seven minutes"),
            "to_do": "What people who work with adults now do differently" if public else "What to do differently",
            "steps": Steps([("", step) for step in one.do_differently]),
            "background": Passage(one.background),
            "quotes": [Quote(quote.text, choice(view, "voices", quote.speaker)) for quote in one.quotes],
            "learned": Points(one.what_we_learned, prose=True),
            "good_practice": Points(one.good_practice, prose=True) if one.good_practice else None,
            "changes": News(changes) if changes else None,
            "asked": "Questions that teams ask themselves" if public else "Questions for supervision and team meetings",
            "questions": Points(one.questions, prose=True) if one.questions else None,
            "read": Points(read, prose=True) if read else None,
            "arises_from": phrase("This comes from ", links(one.arises_from), ".") if one.arises_from else None,
        },
        record=("briefing", one.id),
        kicker="What we learned" if public else "Seven-minute briefing",
    )
