"""The public's home page: how to report abuse, what was learned and what changed, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from generator.assurance.calendar.news import news
from generator.edition import View
from generator.model.briefing import Briefing
from generator.model.indicator import Indicator
from generator.model.learning_review import LearningReview
from generator.model.priority import Priority
from generator.model.report import Report
from generator.model.sar import Sar
from generator.model.survey import Survey
from generator.page import Page
from generator.wording import the
from generator.wording.units import written


def pages(view: View) -> Iterator[Page]:
    if view.public:
        yield Page(
            path="index.md",
            template="home/home-public.md.jinja",
            title="Home",
            description=f"How to report abuse of an adult, and what {the(view.partnership.title)} learned and changed.",
            context=_context(view),
            layout="home",
        )


def _context(view: View) -> Mapping[str, Any]:
    return {
        "briefings": _newest(view, Briefing)[:3],
        "changes": _changes(view)[:4],
        "told": [*_reviews(view), *_surveys(view)],
        "reports": _newest(view, Report)[:4],
        "figures": list(_figures(view))[:4],
        "news": news(view.register, view.assessment, view.withdrawn, view.day - timedelta(days=365))[:6],
    }


def _newest(view: View, kind: Any) -> list[Any]:
    """Records of a staged kind, last published first."""
    return sorted(view.all(kind), key=lambda one: (one.last_stage.date or date.min, one.id), reverse=True)


def _changes(view: View) -> list[Mapping[str, Any]]:
    """What agencies do differently, as briefings say, newest first."""
    changes = [(one.date, briefing, one.text) for briefing in view.all(Briefing) for one in briefing.what_changed]
    ordered = sorted(changes, key=lambda one: (one[0] or date.min, one[1].id, one[2]), reverse=True)
    return [{"date": day, "briefing": briefing, "text": text} for day, briefing, text in ordered]


def _reviews(view: View) -> Iterator[Mapping[str, str]]:
    """The last two adult reviews and other reviews published, each with what it taught."""
    for sar in _newest(view, Sar)[:2]:
        learned = sar.learning.what_learned if sar.learning else ""
        yield {"about": f"sar/{sar.id}", "kind": "sar", "title": sar.title, "text": learned}
    for review in _newest(view, LearningReview)[:1]:
        learned = review.learning[0].text if review.learning else ""
        yield {"about": f"learning-review/{review.id}", "kind": "review", "title": review.title, "text": learned}


def _surveys(view: View) -> Iterator[Mapping[str, str]]:
    """The last survey published, with what changed because of it or what it taught."""
    for survey in _newest(view, Survey)[:1]:
        message = survey.what_changed or survey.what_learned
        if message:
            yield {"about": f"survey/{survey.id}", "kind": "survey", "title": survey.title, "text": message.text}


def _figures(view: View) -> Iterator[Mapping[str, Any]]:
    """The latest figures of the indicators that priorities name and that can get better, in the priorities' order."""
    named = [id for one in sorted(view.all(Priority), key=lambda one: (one.order, one.id)) for id in one.indicators]
    for id in dict.fromkeys(named or [one.id for one in view.all(Indicator)]):
        indicator, figures = view.get(Indicator, id), view.assessment.figures.get(id)
        whole = figures.whole if figures else None
        latest = whole.latest if whole and whole.counts == "people" else None
        if indicator and latest and indicator.better != "neutral":
            yield {"indicator": indicator, "latest": written(latest.value, indicator), "quarter": latest.quarter}
