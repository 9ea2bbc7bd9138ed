"""Titles and roles that begin with “The” have one article, on every page and in every file of every edition."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import world

from generator import edition, feeds, pages, register, render
from generator.assurance.assessment import assess
from generator.output.settings import settings
from generator.routes import Route
from generator.schema import Schema

DAY = date(2026, 6, 30)
TWICE = re.compile(r"\b(?:the|an?|each|every|this) the\b", re.IGNORECASE)


class Titled(world.World):
    """A world whose every text begins with “The”."""

    def _text(self, type: str, node: Mapping[str, Any], route: Route) -> str:
        text = super()._text(type, node, route)
        room = node.get("maxLength", 300) > len(text) + 4
        return f"The {text}" if text in self.planted and room else text


@pytest.mark.parametrize("name", edition.EDITIONS)
def test_no_page_and_no_file_says_the_twice(
    name: edition.Edition, schemas: dict[str, Schema], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world, "World", Titled)
    known = register.gather(world.full(schemas).documents, schemas).at(DAY)
    view = edition.view(name, DAY, known, assess(known, DAY))
    site = render.site(view, list(pages.every(view)), list(feeds.every(view)), root / "site")
    texts = {one.path: one.content if isinstance(one.content, str) else one.content.decode() for one in site.texts}
    texts["mkdocs.yml"] = str(settings(view, site, root, root / "build"))
    assert any("The canary" in text for text in texts.values())
    found = {
        (path, text[max(at.start() - 30, 0) : at.end() + 20])
        for path, text in ((path, re.sub("<[^>]*>", "", html.unescape(text))) for path, text in texts.items())
        for at in TWICE.finditer(text)
    }
    assert found == set()
