"""A page for each adult voice report: what adults said, what was learned and changed, complaints and compliments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.components import Blocks, Byline, Facts, Link, Passage, Phrase, Points, Quote
from generator.components.records import choice, departures, resulting_records
from generator.edition import View
from generator.model.agency import Agency
from generator.model.voice import Voice
from generator.page import Page
from generator.periods import Quarter
from generator.wording import day, inside, listed, number, sentence


def pages(view: View) -> Iterator[Page]:
    if view.public or not view.uses("voice"):
        return
    for one in view.all(Voice):
        yield _page(view, one)


def _page(view: View, voice: Voice) -> Page:
    quarter = Quarter.parse(voice.quarter, view.partnership.year_starts)
    agency = view.get(Agency, voice.agency)
    name = agency.title if agency else voice.agency
    own = f"voice/{voice.id}"
    sender = [voice.sender_role] if voice.sender_role else []
    listens = [Passage(said) for said in (voice.process, voice.monitoring) if said]
    return Page(
        path=f"learning/voice/{voice.id}.md",
        template="learning/voice.md.jinja",
        title=f"{name}, {quarter.label}",
        description=f"What {name} heard from adults in {quarter.label}, and what it changed.",
        context={
            "byline": Byline([Link(f"agency/{voice.agency}"), f"Received {day(voice.received)}", *sender]),
            "departures": departures(view, own),
            "heard": Passage(voice.heard) if voice.heard else None,
            "heard_from": _heard_from(view, voice) if voice.heard_from else None,
            "quotes": [Quote(one.text, choice(view, "voices", one.speaker)) for one in voice.quotes],
            "changed": Points(voice.changed, prose=True) if voice.changed else None,
            "learned": Points(voice.learned, prose=True) if voice.learned else None,
            "complaints": complaints(voice),
            "notes": [Passage(one.note) for one in (voice.complaints, voice.compliments) if one and one.note],
            "listens": Blocks(listens) if listens else None,
            "around": _neighbours(view, voice, quarter),
            "resulting_records": resulting_records(view, own),
        },
        record=("voice", voice.id),
        kicker="Adult voice",
    )


def _heard_from(view: View, voice: Voice) -> str:
    return f"Heard from {listed([inside(choice(view, 'voices', one)) for one in voice.heard_from])}."


def complaints(voice: Voice) -> Facts | None:
    """Return how many complaints and compliments there were and what about; None where a report has neither."""
    pairs: list[tuple[str, Any]] = []
    if voice.complaints:
        counted = voice.complaints
        pairs += [
            ("Complaints", _known(counted.number)),
            ("Upheld, wholly or in part", _known(counted.upheld)),
            ("Led to a safeguarding concern", _known(counted.safeguarding)),
        ]
        if counted.themes:
            pairs.append(("What they were about", sentence(listed(counted.themes))))
    if voice.compliments:
        pairs.append(("Compliments", _known(voice.compliments.number)))
        if voice.compliments.themes:
            pairs.append(("What they were for", sentence(listed(voice.compliments.themes))))
    return Facts(pairs) if pairs else None


def _known(count: int | str | None) -> str:
    return number(count, nothing="Not known")


def _neighbours(view: View, voice: Voice, quarter: Quarter) -> Phrase | None:
    """Links to the agency's reports of the quarters before and after."""
    parts: list[Any] = []
    for near, words in ((quarter.previous, "The quarter before"), (quarter.next, "The quarter after")):
        id = f"{voice.agency}/{near}"
        if view.get(Voice, id):
            parts += [" · ", Link(f"voice/{id}", words)] if parts else [Link(f"voice/{id}", words)]
    return Phrase(tuple(parts)) if parts else None
