"""The section of learning: what to do differently first, then what recurs, what has changed and what works well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from generator.assurance.learning.themes import themes
from generator.components import Blocks, Card, Cards, Lead, News, NewsItem, Paragraph, Passage, Points, states
from generator.components import records as shared
from generator.components.records import agency_names
from generator.edition import View
from generator.model.briefing import Briefing
from generator.model.good_practice import GoodPractice
from generator.model.record import Record
from generator.model.survey import Survey
from generator.model.training_review import TrainingReview
from generator.model.visit import Visit
from generator.model.voice import Voice
from generator.page import Page
from generator.pages.learning.briefing import audience
from generator.wording import day

KINDS: dict[str, tuple[type[Record], str]] = {
    "briefing": (Briefing, "learning/briefings/index.md"),
    "good-practice": (GoodPractice, "learning/good-practice/index.md"),
    "visit": (Visit, "learning/visits/index.md"),
    "voice": (Voice, "learning/voice/index.md"),
    "survey": (Survey, "learning/surveys/index.md"),
    "training-review": (TrainingReview, "learning/training/index.md"),
}
PUBLISHED = ("briefing", "good-practice", "survey")
"""The kinds that have pages in the public edition too."""
R = TypeVar("R", bound=Record)
NEWEST, CHANGES, THEMES, POINTS = 3, 6, 8, 4
"""How many of each the section's first page shows."""
_PUBLIC = "What we have learned from looking hard at our own work and listening to people, and what is different now."
_PARTNERS = (
    "The newest learning for practice first: what to do differently, in seven minutes. Then what keeps coming up, and "
    "what works well."
)
_SOON = "Nothing has been published yet. What we learn will be here as soon as it can be shared."
_CAPTION = "Themes that recur in reviews and findings, the most frequent first"
_TITLES = {
    "briefing": "All briefings",
    "good-practice": "Good practice",
    "visit": "Front-line visits",
    "voice": "Adult voice",
    "survey": "Surveys",
    "training-review": "Training",
}
_TEXTS = {
    "briefing": "What to do differently, one theme at a time.",
    "good-practice": "Done well, and worth copying.",
    "visit": "What agencies learn in one another’s services.",
    "voice": "What adults said, and what it changed.",
    "survey": "What people were asked and answered.",
    "training-review": "The offer, and who has had it.",
}


def pages(view: View) -> Iterator[Page]:
    kinds = [(type, path) for type, (model, path) in KINDS.items() if _shown(view, type, model)]
    if not kinds:
        return
    briefings = _current(view, Briefing)
    recurring = [theme for theme in themes(view.register) if theme.recurs]
    yield Page(
        path="learning/index.md",
        template="learning/learning.md.jinja",
        title="What we learned" if view.public else "Learning",
        description="What was learned from reviews, audits and people's own words, and what to do differently.",
        context={
            "title": "What we learned" if view.public else "What do I change?",
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "briefings": [Cards([_briefing(one)]) for one in briefings[:NEWEST]],
            "empty": _SOON if view.public else "No briefing has been published yet.",
            "changes": _changes(briefings),
            "themes": shared.themes(view, recurring[:THEMES], _CAPTION) if recurring else None,
            "examples": [Cards([_example(view, one)]) for one in _current(view, GoodPractice)[:NEWEST]],
            "kinds": Cards([Card(_TITLES[type], path, text=_TEXTS[type]) for type, path in kinds]),
        },
    )


def _shown(view: View, type: str, model: type[Record]) -> bool:
    """Whether the edition has pages of that kind."""
    return (view.uses(type) or bool(view.all(model))) and (type in PUBLISHED or not view.public)


def _briefing(one: Briefing) -> Card:
    stage = states.stage(one)
    kicker = stage if isinstance(stage, str) else stage.word
    text = Blocks([Paragraph(one.theme), Points(one.do_differently[:POINTS], prose=True)])
    return Card(one.title, f"briefing/{one.id}", text=text, kicker=kicker, badge=audience(one))


def _example(view: View, one: GoodPractice) -> Card:
    seen = f"Seen at {agency_names(view, one.agencies)}" if one.agencies else ""
    text = Passage(one.difference or one.what)
    return Card(one.title, f"good-practice/{one.id}", text=text, kind="good", badge=seen)


def _current(view: View, kind: type[R]) -> list[R]:
    """Those that are published, the newest first; before any is, those that are agreed."""
    known = view.all(kind)
    published = [one for one in known if one.last_stage.stage == "published"]
    shown = published or [one for one in known if one.last_stage.stage == "agreed"]
    return sorted(shown, key=lambda one: (one.last_stage.date or date.min, one.id), reverse=True)


def _changes(briefings: list[Briefing]) -> News | None:
    """What has changed because of the briefings, the newest first."""
    known = [(change, one) for one in briefings for change in one.what_changed]
    known.sort(key=lambda pair: (pair[0].date or date.min, pair[1].id), reverse=True)
    items = [
        NewsItem(day(change.date), change.text, f"briefing/{one.id}", note=one.title) for change, one in known[:CHANGES]
    ]
    return News(items) if items else None
