"""The public's home page: how to report abuse, what was learned and what changed, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.assurance.calendar.news import news
from generator.components import (
    Card,
    Cards,
    Hero,
    Link,
    News,
    NewsItem,
    Paragraph,
    Points,
    Prose,
    Stat,
    events,
    partnership,
)
from generator.edition import View
from generator.model.briefing import Briefing
from generator.model.indicator import Indicator
from generator.model.learning_review import LearningReview
from generator.model.priority import Priority
from generator.model.report import Report
from generator.model.sar import Sar
from generator.model.survey import Survey
from generator.page import Page
from generator.periods import TWELVE_MONTHS
from generator.wording import day, short_day, the
from generator.wording.units import written

_HOW_WE_WORK = {
    "framework": Link("framework/index.md", "What we promise, and what it rests on"),
    "group": Link("framework/governance.md", "Who we are and how we decide"),
    "obligation": Link("framework/obligations.md", "What we do and when"),
    "priority": Link("framework/priorities.md", "What we put first"),
    "term": Link("framework/glossary.md", "What the words mean"),
}
"""Links to pages on how the partnership works, each by the type of record that its page needs."""


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
    happened = news(view.register, view.assessment, view.withdrawn, view.day - TWELVE_MONTHS)[:6]
    heard = [*_reviews(view), *_surveys(view)]
    figures, reports = list(_figures(view))[:4], _newest(view, Report)[:4]
    briefings, changes = _newest(view, Briefing)[:3], _changes(view)[:4]
    ways = [link for type, link in _HOW_WE_WORK.items() if view.register.entries[type]]
    return {
        "title": view.partnership.title,
        "hero": Hero(lead(view.partnership.place), partnership.report_abuse(view.partnership)),
        "abuse": Link("report-abuse.md", "What abuse is, what to say when you ring, and what happens next"),
        "learned": Cards([_briefing(one) for one in briefings]) if briefings else None,
        "changed": News(changes) if changes else None,
        "heard": Cards(heard, "wide") if heard else None,
        "figures": Cards(figures) if figures else None,
        "all_figures": Link("performance/index.md", "See all our figures"),
        "reports": News([_report(one) for one in reports]) if reports else None,
        "ways": Points(ways) if ways else None,
        "new": events.happened(view, happened) if happened else None,
        "feed": Link("changes.xml", "Follow what is new as a feed"),
    }


def lead(place: str) -> str:
    """Return who we are, and where, if the partnership names its place."""
    where = f" in {place}" if place else ""
    return f"We are the organisations that keep adults{where} safe from abuse and neglect, together."


def _newest(view: View, kind: Any) -> list[Any]:
    """Records of a staged kind, last published first."""
    return sorted(view.all(kind), key=lambda one: (one.last_stage.date or date.min, one.id), reverse=True)


def _briefing(one: Briefing) -> Card:
    learned = one.what_we_learned[0] if one.what_we_learned else one.theme
    return Card(one.title, f"briefing/{one.id}", text=Paragraph(learned), kicker=day(one.last_stage.date))


def _changes(view: View) -> list[NewsItem]:
    """What agencies do differently, as briefings say, newest first."""
    changes = [(one.date, briefing, one.text) for briefing in view.all(Briefing) for one in briefing.what_changed]
    ordered = sorted(changes, key=lambda one: (one[0] or date.min, one[1].id, one[2]), reverse=True)
    return [
        NewsItem(short_day(day), text, f"briefing/{briefing.id}", note=briefing.title)
        for day, briefing, text in ordered
    ]


def _reviews(view: View) -> Iterator[Card]:
    """The last two adult reviews and the last other review published, each with what was learned from it."""
    for sar in _newest(view, Sar)[:2]:
        learned = sar.learning.what_learned if sar.learning else ""
        yield Card(sar.title, f"sar/{sar.id}", text=Prose(learned), kicker=view.type_name("sar"))
    for review in _newest(view, LearningReview)[:1]:
        learned = review.learning[0].text if review.learning else ""
        kicker = view.type_name("learning-review")
        yield Card(review.title, f"learning-review/{review.id}", text=Prose(learned), kicker=kicker)


def _surveys(view: View) -> Iterator[Card]:
    """The last survey published, with what changed because of it or what was learned from it."""
    for survey in _newest(view, Survey)[:1]:
        message = survey.what_changed or survey.what_learned
        if message:
            text = Prose(message.text)
            yield Card(survey.title, f"survey/{survey.id}", text=text, kicker="What people told us")


def _figures(view: View) -> Iterator[Stat]:
    """The latest figures that count people and for which higher or lower is better.

    They are those of the priorities' indicators, in that order, or of all indicators where no priority names one.
    """
    named = [id for one in sorted(view.all(Priority), key=lambda one: (one.order, one.id)) for id in one.indicators]
    for id in dict.fromkeys(named or [one.id for one in view.all(Indicator)]):
        indicator, found = view.get(Indicator, id), view.assessment.figures.get(id)
        whole = found.whole if found else None
        latest = whole.latest if whole and whole.counts == "people" else None
        if indicator and latest and indicator.better != "neutral":
            figure = written(latest.value, indicator)
            yield Stat(figure, indicator.title, latest.quarter.label, target=f"indicator/{id}")


def _report(one: Report) -> NewsItem:
    return NewsItem(short_day(one.last_stage.date), one.title, f"report/{one.id}")
