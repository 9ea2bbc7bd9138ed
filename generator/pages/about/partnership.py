"""About this site: whose it is, how to read it, what it is not, and whom to ask."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.assurance.figures.disclosure import Marker
from generator.components import Blocks, Callout, Facts, Lead, Link, Paragraph, Phrase, Points, Strong, phrase
from generator.edition import View
from generator.model.partnership import Partnership, RoleContact
from generator.model.term import Term
from generator.page import Page
from generator.wording import day, the


def pages(view: View) -> Iterator[Page]:
    board, policy = view.partnership, view.policy
    figures = bool(view.assessment.figures)
    yield Page(
        path="about/index.md",
        template="about/partnership.md.jinja",
        title="About this site",
        description="Whose site this is, where its words and figures come from, how to read them, and whom to ask.",
        context={
            "lead": lead(board, view.public),
            "illustrative": _illustrative(board),
            "as_of": _as_of(view.day),
            "reading": _reading(board.year_starts, glossary=bool(view.all(Term))),
            "marks": Facts([(one.value, one.words[:1].upper() + one.words[1:]) for one in Marker]) if figures else None,
            "disclosure": Paragraph(policy.words) if figures and view.public and policy.words else None,
            "editions": Blocks([Paragraph(one) for one in (_public() if view.public else _editions(view))]),
            "contacts": contacts(board),
            "report_abuse": Link("report-abuse.md", "see how to report abuse") if view.public else None,
        },
        record=("partnership", board.id),
    )


def lead(board: Partnership, public: bool) -> Lead:
    """Return whose site it is and, in the public edition, for whom."""
    place = f", for the people of {board.place}" if public and board.place else ""
    return Lead(f"This is the quality assurance site of {the(board.title)}{place}.")


def _illustrative(board: Partnership) -> Callout | None:
    if board.illustrative is None:
        return None
    return Callout("attention", "These records are illustrative", board.illustrative.notice)


def _as_of(day_shown: date) -> Paragraph:
    after = ". Nothing that became known later is shown."
    return Paragraph(phrase("Everything here is as it stood on ", Strong(day(day_shown)), after))


def _reading(year_starts: int, *, glossary: bool) -> Points:
    points: list[Any] = [
        f"A year runs from {month_name[year_starts]}. A quarter is three months of it: “Q1” is the first.",
        "Colours never speak alone: every mark has a word and a shape of its own.",
        "Nought, missing, late, not applicable and withheld are five different things, and are written differently.",
        "Charts have their figures beside them as a table and as a file.",
    ]
    words = phrase("Words you may not know are in the ", Link("framework/glossary.md", "glossary"), ".")
    return Points([*points, words] if glossary else points)


def _public() -> Iterator[str]:
    yield (
        "This is the public edition. It shows what the partnership has decided to publish: what was learned, what "
        "changed, its figures, its reviews and its reports. Nothing is published because a date has passed; each "
        "publication is a decision."
    )


def _editions(view: View) -> Iterator[Any]:
    """Which edition this is, which others there are, and where the public one is."""
    yield phrase(
        f"This is the {view.edition} edition. There are three: {the(view.partnership.business_unit)}’s working "
        "edition, which has everything; the partnership edition, for the agencies; and the public edition. All are "
        "made from the same records. What each may see is decided field by field and set out in ",
        Link("framework/editions.md", "Who sees what"),
        ".",
    )
    address = view.partnership.site.public
    yield phrase(
        "Please don’t pass this edition on: what is public has a site of its own",
        *((", at ", Link(address, address)) if address else ()),
        ".",
    )


def contacts(board: Partnership) -> Facts:
    """Return whom to ask about what; who is not named in the record is left out."""
    pairs = (
        ("Leads the partnership", board.chair),
        ("Keeps the records", board.business_unit),
        ("About privacy", contact(board.privacy_contact)),
        ("About accessibility", contact(board.accessibility_contact)),
    )
    return Facts([(name, value) for name, value in pairs if value])


def contact(one: RoleContact | None) -> Phrase | None:
    """Return a contact's role and, where there is one, a link to write to."""
    if one is None:
        return None
    return phrase(one.role, *((", ", Link(f"mailto:{one.email}", one.email)) if one.email else ()))
