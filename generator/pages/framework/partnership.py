"""About this site: whose it is, how to read it, what it is not, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.figures.disclosure import Marker
from generator.edition import View
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    yield Page(
        path="about/index.md",
        template="framework/partnership.md.jinja",
        title="About this site",
        description="Whose site this is, where its words and figures come from, how to read them, and whom to ask.",
        context={"marks": [(marker.value, marker.words[:1].upper() + marker.words[1:]) for marker in Marker]},
        record=("partnership", view.partnership.id),
    )
