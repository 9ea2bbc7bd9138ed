"""The definitions: how to read the figures, and what each indicator counts and how it is worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.assurance.figures.disclosure import Marker, Policy
from generator.components import Column, Facts, Lead, Link, Paragraph, Passage, Table, phrase
from generator.edition import View
from generator.model.indicator import Indicator
from generator.page import Page
from generator.pages.performance.definition import facts, indicators, measure_titles, sections
from generator.periods import Year, short_label_of
from generator.wording import sentence
from generator.wording.units import written


def pages(view: View) -> Iterator[Page]:
    every = indicators(view)
    if not every:
        return
    titles = measure_titles(view)
    signs = [(str(one), sentence(one.words)) for one in Marker]
    disclosed = disclosure(view.policy, public=view.public)
    yield Page(
        path="performance/definitions.md",
        template="performance/definitions.md.jinja",
        title="Definitions",
        description="What each indicator counts, how it is worked out, and how to read the figures.",
        context={
            "lead": Lead("What each indicator counts and how it is worked out, and what the signs in the tables mean."),
            "periods": Paragraph(periods(Year.of(view.day, view.partnership.year_starts))),
            "signs": Table("Signs", [Column("Sign"), Column("Meaning")], signs),
            "disclosure": Paragraph(disclosed) if disclosed else None,
            "sections": [
                {"title": title, "indicators": [_defined(view, one, titles) for one in found]}
                for title, found in sections(every)
            ],
        },
    )


def periods(year: Year) -> str:
    """Return when the year runs, how a quarter is written, and what the signs in tables are for."""
    return (
        f"The year runs from {year.start:%B} to {year.end:%B}. A quarter is written {year.quarters[0].label}. Where no "
        "number stands in a table, or a number needs a word of caution, a sign in square brackets says why:"
    )


def disclosure(policy: Policy, *, public: bool) -> str:
    """Return how counts of people are published, here or in the public edition; nothing where they are exact."""
    if not policy.words:
        return ""
    return f"{'Here' if public else 'In public'}: {policy.words} Organisations’ own figures are not published."


def _defined(view: View, indicator: Indicator, titles: Mapping[str, str]) -> dict[str, Any]:
    pairs = facts(indicator, titles)
    if indicator.target and indicator.better != "neutral":
        since = short_label_of(indicator.target.from_quarter, view.partnership.year_starts)
        pairs.insert(-1, ("Target", f"{written(indicator.target.value, indicator)} from {since}"))
    return {
        "title": indicator.title,
        "anchor": indicator.id,
        "counted": Paragraph(phrase(Link(f"indicator/{indicator.id}", indicator.code), f". {indicator.definition}")),
        "shows": Passage(indicator.what_it_tells),
        "facts": Facts(pairs),
    }
