"""Assurance opinions: the newest on each theme beside the earlier ones, and a page for each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.components import (
    Blocks,
    Card,
    Cards,
    Facts,
    Lead,
    Link,
    News,
    NewsItem,
    Paragraph,
    Passage,
    Phrase,
    Points,
    links,
    phrase,
    states,
)
from generator.components.records import byline, choice, departures, rating, withdrawals, withdrawn_notice
from generator.edition import View
from generator.model.opinion import Opinion
from generator.page import Page
from generator.wording import day, inside

_PUBLIC = (
    "How sure can we be that adults are kept safe? Someone independent looks at the evidence on one subject and gives "
    "a judgement. It is never worked out from figures alone."
)
_PARTNERS = "A dated human judgement on a theme, with its reasons and evidence. It is never computed."


def pages(view: View) -> Iterator[Page]:
    opinions = sorted(view.all(Opinion), key=lambda one: (one.date or date.min, one.id), reverse=True)
    if not (view.uses("opinion") or opinions):
        return
    themes: dict[str, list[Opinion]] = {}
    for one in opinions:
        themes.setdefault(one.theme.casefold(), []).append(one)
    yield Page(
        path="assurance/opinions/index.md",
        template="assurance/opinions.md.jinja",
        title="Opinions",
        description="How sure the partnership can be that arrangements work, theme by theme, in somebody's judgement.",
        context={
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "themes": [Cards([_card(view, found)]) for found in themes.values()],
            "empty": f"No opinion {'has been published' if view.public else 'is recorded'} yet.",
            "levels": Facts(
                [(rating(view, "opinion_levels", one.id), one.text) for one in view.framework.opinion_levels]
            ),
            "withdrawn": withdrawals(view.taken_down("opinion"), "An opinion"),
        },
    )
    for one in opinions:
        yield _page(view, one, [other for other in themes[one.theme.casefold()] if other != one])


def _card(view: View, found: Sequence[Opinion]) -> Card:
    """The newest opinion on a theme, and what the one before it was."""
    newest, *earlier = found
    level = rating(view, "opinion_levels", newest.level)
    before = [earlier_opinion(view, earlier[0])] if earlier else []
    stage = [states.stage(newest)] if newest.last_stage.stage not in ("", "published") else []
    badge = phrase(*before, *([" "] if before and stage else []), *stage)
    return Card(
        newest.theme,
        f"opinion/{newest.id}",
        text=Blocks([Paragraph(level), Passage(newest.reasons)]),
        kicker=day(newest.date),
        badge=badge if badge.parts else "",
    )


def earlier_opinion(view: View, one: Opinion) -> str:
    """Return what an earlier opinion was, and when it was given."""
    return f"Before: {inside(choice(view, 'opinion_levels', one.level))}, {day(one.date)}"


def _page(view: View, one: Opinion, others: Sequence[Opinion]) -> Page:
    own = f"opinion/{one.id}"
    priorities = [f"priority/{id}" for id in one.priorities]
    return Page(
        path=f"assurance/opinions/{one.id}.md",
        template="assurance/opinion.md.jinja",
        title=one.title,
        description=f"Assurance opinion on {one.theme}: {one.level}.",
        context={
            "withdrawn": withdrawn_notice(one),
            "byline": byline(one, rating(view, "opinion_levels", one.level), one.given_by, day(one.date)),
            "departures": departures(view, own),
            "reasons": Passage(one.reasons),
            "gaps": Points(one.gaps, prose=True) if one.gaps else None,
            "evidence": Points([_evidence(view, target) for target in one.evidence], prose=True)
            if one.evidence
            else None,
            "priorities": phrase("Bears on the priority ", links(priorities), ".") if priorities else None,
            "others_title": f"Other opinions on {one.theme}",
            "others": _others(view, others) if others else None,
        },
        record=("opinion", one.id),
        kicker="Assurance opinion",
    )


def _evidence(view: View, target: str) -> Phrase:
    kind: Any = Phrase((view.type_name(target.partition("/")[0]),), soft=True)
    return phrase(Link(target), " ", kind)


def _others(view: View, others: Sequence[Opinion]) -> News:
    return News(
        [
            NewsItem(day(one.date), one.title, f"opinion/{one.id}", rating(view, "opinion_levels", one.level))
            for one in others
        ]
    )
