"""The glossary: every word and abbreviation in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.components import Anchored, Blocks, Column, Lead, Link, Paragraph, Phrase, Prose, Table, enumerated
from generator.edition import View
from generator.model.term import Term
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    terms = sorted(view.all(Term), key=lambda one: (one.title.casefold(), one.id))
    if not terms:
        return
    titles = {one.id: one.title for one in terms}
    rows = [(Anchored(one.id, one.title), one.abbreviation, meaning(one, titles)) for one in terms]
    columns = [Column("Word"), Column("Short form", narrow=True), Column("What it means")]
    yield Page(
        path="framework/glossary.md",
        template="framework/glossary.md.jinja",
        title="Glossary",
        description="The words and abbreviations of safeguarding and of this site, in plain words.",
        context={
            "lead": Lead("The words and abbreviations of safeguarding and of this site, in plain words."),
            "terms": Table("Words and what they mean", columns, rows, stack=True, hide_caption=True),
        },
        shows=tuple(("term", f"{one.id}#{one.id}") for one in terms),
        kicker="Framework",
    )


def meaning(term: Term, titles: Mapping[str, str]) -> Blocks:
    """Return what a term means, where to read more, and the terms to see as well; `titles` are those that are shown."""
    said: list[Prose | Paragraph] = [Prose(term.meaning)]
    if term.link:
        said.append(Paragraph(Link(term.link, f"Read more about {term.title}")))
    see = [Link(f"term/{id}", titles[id]) for id in term.see if id in titles]
    if see:
        said.append(Paragraph(Phrase(("See also ", enumerated(see)), soft=True)))
    return Blocks(said)
