"""Thematic deep dives: the list, and a page for each with what was asked, how, and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.components import (
    Badge,
    Callout,
    Card,
    Cards,
    Facts,
    Finding,
    Lead,
    Link,
    Passage,
    Prose,
    agencies,
    links,
    phrase,
    states,
)
from generator.components.records import (
    byline,
    choice,
    departures,
    finding,
    resulting_records,
    sources,
    withdrawals,
    withdrawn_notice,
)
from generator.edition import View
from generator.model.deep_dive import DeepDive
from generator.model.findings_report import Finding as Found
from generator.page import Page
from generator.wording import day, listed, sentence

_PUBLIC = "A deep dive looks closely at one question. It brings together figures, case records and what people tell us."
_PARTNERS = "A deep dive looks at one theme through audit, performance data and engagement together."
_KINDS = {
    "strength": ("What works well", "Strength", "good"),
    "area-for-development": ("What needs to get better", "Area for development", "attention"),
}


def pages(view: View) -> Iterator[Page]:
    dives = sorted(view.all(DeepDive), key=lambda one: (one.agreed_by_chair or date.min, one.id), reverse=True)
    if not (view.uses("deep-dive") or dives):
        return
    yield Page(
        path="reviews/deep-dives/index.md",
        template="reviews/deep-dives.md.jinja",
        title="Deep dives",
        description="Closer looks at one theme, drawing on audits, figures and what people said.",
        context={
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "dives": [Cards([_card(view, one)]) for one in dives],
            "empty": f"No deep dive {'has been published' if view.public else 'is recorded'} yet.",
            "withdrawn": withdrawals(view.taken_down("deep-dive"), "A deep dive"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in dives:
        yield _page(view, one, answered)


def _card(view: View, one: DeepDive) -> Card:
    learned = one.results.learning if one.results else None
    agreed = f"Agreed {day(one.agreed_by_chair)}" if one.agreed_by_chair else ""
    text = Passage(learned or one.theme)
    return Card(one.title, f"deep-dive/{one.id}", text=text, kicker=agreed, badge=state(one, view.day))


def state(one: DeepDive, today: date) -> Any:
    """Return the stage of a deep dive that has results; for any other when it is due, and whether that day is past."""
    if one.results:
        return states.stage(one)
    due = f" due {day(one.due)}" if one.due else ""
    late = one.due is not None and today > one.due
    return phrase(Badge("Past its date", "attention") if late else Badge("Under way", "info"), due)


def _page(view: View, one: DeepDive, answered: Mapping[str, Sequence[ActionState]]) -> Page:
    own, results = f"deep-dive/{one.id}", one.results
    learned = results.learning if results else None
    findings = results.findings if results else ()
    return Page(
        path=f"reviews/deep-dives/{one.id}.md",
        template="reviews/deep-dive.md.jinja",
        title=one.title,
        description=f"A closer look at one theme: {one.title}.",
        context={
            "withdrawn": withdrawn_notice(one),
            "theme": Passage(one.theme),
            "byline": byline(one, Badge("Under way", "info") if not results else None),
            "departures": departures(view, own),
            "learned": Callout("info", "What to take from it", Passage(learned)) if learned else None,
            "voice": Passage(results.voice) if results and results.voice else None,
            "finished": results is not None,
            "findings": [_finding(view, own, point, answered) for point in findings],
            "how": how(view, one),
            "resulting_records": resulting_records(view, own),
        },
        record=("deep-dive", one.id),
        shows=tuple(("deep-dive", f"{one.id}#{point.id}") for point in findings),
        kicker="Thematic deep dive",
    )


def _finding(view: View, own: str, one: Found, answered: Mapping[str, Sequence[ActionState]]) -> Finding:
    public, partners, kind = _KINDS[one.kind]
    body: list[Any] = []
    if not view.public:
        body = [
            sources(one.sources) if one.sources else None,
            Prose(one.evidence) if one.evidence else None,
            phrase("Concerns ", agencies(one.agencies)) if one.agencies else None,
        ]
    kicker = public if view.public else partners
    return finding(view, f"{own}#{one.id}", one.statement, answered, *body, kicker=kicker, kind=kind)


def how(view: View, one: DeepDive) -> Facts:
    """Return how a deep dive was done: what it drew upon, who led it, and where its findings were presented."""
    methods = [choice(view, "deep_dive_methods", method).lower() for method in one.methods]
    results = one.results
    pairs: list[tuple[str, Any]] = [
        ("Agreed by the chair", day(one.agreed_by_chair)),
        ("Led by", one.led_by),
        ("Agencies", agencies(one.agencies) if one.agencies else None),
        ("To be finished", day(one.due) if not results else None),
        ("Findings settled", day(results.date) if results else None),
        ("Presented", Link(f"meeting/{results.presented}") if results and results.presented else None),
        ("Arose from", links(one.arises_from) if one.arises_from else None),
    ]
    said = [(name, value) for name, value in pairs if value not in (None, "")]
    return Facts([("Drew upon", sentence(listed(methods))), *said])
