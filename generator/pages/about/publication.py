"""Published versions: every frozen edition of the site, the day it shows and who agreed to publish it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.components import Facts, Lead, Link
from generator.edition import View
from generator.model.publication import Publication
from generator.page import Page
from generator.wording import day, plural, sentence


def pages(view: View) -> Iterator[Page]:
    publications = sorted(view.all(Publication), key=lambda one: (str(one.as_of), one.id), reverse=True)
    if publications:
        yield Page(
            path="downloads/versions.md",
            template="about/publications.md.jinja",
            title="Published versions",
            description="The versions of this site that were kept as they stood on one day.",
            context={"lead": lead(len(publications)), "versions": [_version(one) for one in publications]},
            shows=tuple(("publication", f"{one.id}#{one.id}") for one in publications),
        )


def lead(number: int) -> Lead:
    """Return how many versions are kept."""
    kept = f"{sentence(plural(number, 'version'))} of this site {'is' if number == 1 else 'are'} kept"
    return Lead(f"{kept} as things stood on one day. What was known later is not in them.")


def _version(one: Publication) -> dict[str, Any]:
    agreed = Link(f"meeting/{one.meeting}") if one.meeting else one.role
    pairs: list[tuple[str, Any]] = [("Shows", day(one.as_of)), ("Edition", sentence(one.edition))]
    pairs += [("Agreed by", agreed)] if agreed else []
    return {"title": one.title, "anchor": one.id, "facts": Facts(pairs), "note": one.note}
