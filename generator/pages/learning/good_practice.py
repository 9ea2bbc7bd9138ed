"""Good practice: what was done well, where it was seen and celebrated, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.components import Card, Cards, Facts, Lead, Link, Passage, agencies, links, phrase, states
from generator.components.records import agency_names, byline, withdrawals, withdrawn_notice
from generator.edition import View
from generator.model.good_practice import GoodPractice
from generator.page import Page
from generator.wording import listed, sentence, the

_PUBLIC = (
    "Good work deserves to be seen. Here are things that made a difference to someone, written so that nobody can be "
    "recognised."
)
_PARTNERS = "Worth celebrating and worth copying: good work that audits, reviews and visits have found."
_SOON = "Nothing has been published here yet, but good work is done every day. Come back soon."


def pages(view: View) -> Iterator[Page]:
    examples = sorted(view.all(GoodPractice), key=lambda one: (one.last_stage.date or date.min, one.id), reverse=True)
    if not (view.uses("good-practice") or examples):
        return
    yield Page(
        path="learning/good-practice/index.md",
        template="learning/good-practices.md.jinja",
        title="Good practice",
        description="What was done well for adults at risk, and how others can do the same.",
        context={
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "examples": [Cards([_card(view, one)]) for one in examples],
            "empty": _SOON if view.public else "No good practice is recorded yet.",
            "withdrawn": withdrawals(view.taken_down("good-practice"), "An example of good practice"),
        },
    )
    for one in examples:
        yield Page(
            path=f"learning/good-practice/{one.id}.md",
            template="learning/good-practice.md.jinja",
            title=one.title,
            description=f"Good practice: {one.title}.",
            context={
                "withdrawn": withdrawn_notice(one),
                "byline": byline(one),
                "what": Passage(one.what),
                "difference": Passage(one.difference) if one.difference else None,
                "learned": Passage(one.learned) if one.learned else None,
                "facts": _facts(one),
            },
            record=("good-practice", one.id),
            kicker="Good practice",
        )


def _card(view: View, one: GoodPractice) -> Card:
    changed = f"\n\n**What it changed**\n\n{one.difference}" if one.difference else ""
    stage = (" ", states.stage(one)) if one.last_stage.stage != "published" else ()
    return Card(
        one.title,
        f"good-practice/{one.id}",
        text=Passage(f"{one.what}{changed}"),
        kind="good",
        badge=phrase(seen_and_celebrated(view, one), *stage),
    )


def seen_and_celebrated(view: View, one: GoodPractice) -> str:
    """Return where an example was seen and at which meeting it was celebrated."""
    seen = f"Seen at {agency_names(view, one.agencies)}." if one.agencies else ""
    celebrated = f"Celebrated at {the(view.name(f'meeting/{one.celebrated}'))}." if one.celebrated else ""
    return " ".join(said for said in (seen, celebrated) if said)


def _facts(one: GoodPractice) -> Facts | None:
    pairs: list[tuple[str, Any]] = [
        ("Where it was seen", agencies(one.agencies) if one.agencies else None),
        ("What showed it", links(one.shown_by) if one.shown_by else None),
        ("Celebrated at", Link(f"meeting/{one.celebrated}") if one.celebrated else None),
        ("Principles", sentence(listed(one.principles)) if one.principles else None),
    ]
    known = [(name, value) for name, value in pairs if value is not None]
    return Facts(known) if known else None
