"""Inspections: the list of what regulators published, and a page for each with the response and the learning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.components import (
    Byline,
    Callout,
    Cards,
    Column,
    Facts,
    Lead,
    Link,
    News,
    NewsItem,
    Passage,
    Phrase,
    Stat,
    Table,
    stack,
)
from generator.components.records import choice, departures, finding, rating, resulting_records
from generator.edition import View
from generator.model.inspection import Inspection
from generator.page import Page
from generator.wording import day, listed, short_day, the

_PUBLIC = "What regulators have said about services in the area."
_PARTNERS = (
    "What regulators published about services in the area, how the provider or agency answered, and what others should "
    "learn from it."
)
_SHOWN = 8
"""Points of learning that the index shows."""


def pages(view: View) -> Iterator[Page]:
    inspections = sorted(view.all(Inspection), key=lambda one: (one.published or date.min, one.id), reverse=True)
    if not (view.uses("inspection") or inspections):
        return
    answered = answers(view.register, view.assessment.actions)
    poor = [one for one in inspections if _falls_short(view, one)]
    unanswered = [one for one in poor if not one.response and not answered.get(f"inspection/{one.id}")]
    yield Page(
        path="reviews/inspections/index.md",
        template="reviews/inspections.md.jinja",
        title="Inspections",
        description="What regulators found in services in the area, and how it was answered.",
        context={
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "stats": stats(inspections, poor, unanswered) if inspections and not view.public else None,
            "outcomes": _outcomes(view, inspections),
            "points": _points(inspections),
        },
    )
    for one in inspections:
        yield _page(view, one, answered)


def _falls_short(view: View, one: Inspection) -> bool:
    return one.outcome in {step.id for step in view.framework.inspection_outcomes if step.falls_short}


def stats(every: Sequence[Inspection], poor: Sequence[Inspection], unanswered: Sequence[Inspection]) -> Cards:
    """Return how many inspections there are, how many fell short, and which of these nobody has answered."""
    note = listed([one.title for one in unanswered]) or ("Each has been answered" if poor else "")
    kind = "attention" if unanswered else "good"
    return Cards(
        [
            Stat(len(every), "inspections recorded"),
            Stat(len(poor), "that fell short"),
            Stat(len(unanswered), "of these with no response or action yet", note, kind),
        ],
        "small",
    )


def _outcomes(view: View, inspections: Sequence[Inspection]) -> Table:
    rows: list[tuple[Any, ...]] = []
    for one in inspections:
        service = stack(Link(f"inspection/{one.id}", one.title), _small(choice(view, "services", one.service)))
        published = stack(short_day(one.published), _small(one.regulator))
        response = f"Received {short_day(one.response.date)}" if one.response else None
        shown = (service, published, rating(view, "inspection_outcomes", one.outcome))
        rows.append(shown if view.public else (*shown, response))
    titles = ["Service", "Published", "Outcome"] + ([] if view.public else ["Response"])
    empty = "No inspection is recorded yet."
    return Table("Inspections, newest first", [Column(title) for title in titles], rows, empty=empty, stack=True)


def _small(text: str) -> Phrase:
    return Phrase((text,), soft=True)


def _points(inspections: Sequence[Inspection]) -> News | None:
    items = [
        NewsItem(short_day(point.date), point.text, f"inspection/{one.id}#{point.id}", note=one.title)
        for one in inspections
        for point in one.learning
    ]
    return News(items[:_SHOWN]) if items else None


def _page(view: View, one: Inspection, answered: Mapping[str, Sequence[ActionState]]) -> Page:
    own, response = f"inspection/{one.id}", one.response
    unanswered = not response and _falls_short(view, one) and not view.public
    service = choice(view, "services", one.service)
    outcome = rating(view, "inspection_outcomes", one.outcome)
    return Page(
        path=f"reviews/inspections/{one.id}.md",
        template="reviews/inspection.md.jinja",
        title=one.title,
        description=f"Inspection by {the(one.regulator)}: {one.title}.",
        context={
            "byline": Byline([outcome, one.regulator, f"Published {day(one.published)}", service]),
            "departures": departures(view, own),
            "findings": Passage(one.findings) if one.findings else None,
            "response": Passage(response.text) if response else None,
            "responded": ", ".join(filter(None, (response.role, day(response.date)))) if response else None,
            "unanswered": Callout(
                "attention", "No response yet", "The outcome falls short, and no response is recorded."
            )
            if unanswered
            else None,
            "learning": [
                finding(
                    view,
                    f"{own}#{point.id}",
                    point.text,
                    answered,
                    f"Shared {day(point.date)}" if point.date else None,
                )
                for point in one.learning
            ],
            "about": _about(view, one),
            "resulting_records": resulting_records(view, own),
        },
        record=("inspection", one.id),
        shows=tuple(("inspection", f"{one.id}#{point.id}") for point in one.learning),
        kicker="Inspection",
    )


def _about(view: View, one: Inspection) -> Facts:
    pairs: list[tuple[str, Any]] = [
        ("Member agency", Link(f"agency/{one.agency}") if one.agency else None),
        ("Notified to the partnership", day(one.notified)),
        ("Report", Link(one.address, "The regulator’s report") if one.address else None),
    ]
    known = [("Inspected", one.provider), ("Kind of service", choice(view, "services", one.service))]
    return Facts([*known, ("Regulator", one.regulator), *((name, value) for name, value in pairs if value)])
