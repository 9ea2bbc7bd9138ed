"""The section of learning: what to do differently first, then what recurs, what has changed and what works well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from generator.assurance.learning.themes import themes
from generator.edition import View
from generator.model.briefing import Briefing, PracticeChange
from generator.model.good_practice import GoodPractice
from generator.model.record import Record
from generator.model.survey import Survey
from generator.model.training_review import TrainingReview
from generator.model.visit import Visit
from generator.model.voice import Voice
from generator.page import Page

KINDS: dict[str, tuple[type[Record], str]] = {
    "briefing": (Briefing, "learning/briefings/index.md"),
    "good-practice": (GoodPractice, "learning/good-practice/index.md"),
    "visit": (Visit, "learning/visits/index.md"),
    "voice": (Voice, "learning/voice/index.md"),
    "survey": (Survey, "learning/surveys/index.md"),
    "training-review": (TrainingReview, "learning/training/index.md"),
}
R = TypeVar("R", bound=Record)
NEWEST = 3
CHANGES = 6


def pages(view: View) -> Iterator[Page]:
    kinds = [(type, path) for type, (model, path) in KINDS.items() if view.uses(type) or view.all(model)]
    if not kinds:
        return
    briefings = _current(view, Briefing)
    yield Page(
        path="learning/index.md",
        template="learning/learning.md.jinja",
        title="What we learned" if view.public else "Learning",
        description="What was learned from reviews, audits and people's own words, and what to do differently.",
        context={
            "kinds": kinds,
            "briefings": briefings[:NEWEST],
            "themes": [theme for theme in themes(view.register) if theme.recurs],
            "examples": _current(view, GoodPractice)[:NEWEST],
            "changes": list(_changes(briefings))[:CHANGES],
        },
    )


def _current(view: View, kind: type[R]) -> list[R]:
    """Those that are published, the newest first; before any is, those that are agreed."""
    known = view.all(kind)
    published = [one for one in known if one.last_stage.stage == "published"]
    shown = published or [one for one in known if one.last_stage.stage == "agreed"]
    return sorted(shown, key=lambda one: (one.last_stage.date or date.min, one.id), reverse=True)


def _changes(briefings: list[Briefing]) -> Iterator[tuple[PracticeChange, Briefing]]:
    """What has changed because of the briefings, the newest first."""
    known = [(change, one) for one in briefings for change in one.what_changed]
    yield from sorted(known, key=lambda pair: (pair[0].date or date.min, pair[1].id), reverse=True)
