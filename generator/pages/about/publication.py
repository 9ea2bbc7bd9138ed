"""Published versions: every frozen edition of the site, the day it shows and who agreed to publish it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import View
from generator.model.publication import Publication
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    publications = sorted(view.all(Publication), key=lambda one: (str(one.as_of), one.id), reverse=True)
    if publications:
        yield Page(
            path="downloads/versions.md",
            template="about/publications.md.jinja",
            title="Published versions",
            description="The versions of this site that were kept as they stood on one day.",
            context={"publications": publications},
            shows=tuple(("publication", f"{one.id}#{one.id}") for one in publications),
        )
