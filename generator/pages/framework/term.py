"""The glossary: every word and abbreviation in plain words, those of the framework marked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import View
from generator.model.term import Term
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    terms = sorted(view.all(Term), key=lambda one: (one.title.casefold(), one.id))
    if not terms:
        return
    yield Page(
        path="framework/glossary.md",
        template="framework/glossary.md.jinja",
        title="Glossary",
        description="The words and abbreviations of safeguarding and of this site, in plain words.",
        context={"terms": terms, "titles": {one.id: one.title for one in terms}},
        shows=tuple(("term", f"{one.id}#{one.id}") for one in terms),
        kicker="Framework",
    )
