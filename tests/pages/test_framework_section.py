"""The calendar and the framework's pages: the framework's words, how each entry stands, and nothing lost on the way."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT

from generator import edition, feeds, render
from generator.assurance.assessment import assess
from generator.components import Table
from generator.edition import View
from generator.model.audit import Audit
from generator.model.framework import Framework
from generator.model.group import Group
from generator.model.obligation import Obligation
from generator.model.priority import Priority
from generator.page import Page
from generator.pages.calendar import calendar
from generator.pages.framework import framework, group, methodologies, obligations, priority, term
from generator.register import Register

DAY = date(2026, 11, 20)
SECTION = (calendar, framework, group, methodologies, obligations, priority, term)


@pytest.fixture(scope="module")
def views(shipped: Register) -> dict[str, View]:
    known = shipped.at(DAY)
    found = assess(known, DAY)
    return {name: edition.view(name, DAY, known, found) for name in ("partnership", "public")}


@pytest.fixture(scope="module")
def said(views: dict[str, View]) -> dict[str, dict[str, str]]:
    """For each edition, the text of each page of the section, by its path."""
    texts = {}
    for name, view in views.items():
        pages: list[Page] = [page for module in SECTION for page in module.pages(view)]
        made = render.site(view, pages, list(feeds.every(view)), ROOT / "site")
        texts[name] = {one.path: str(one.content) for one in made.texts}
    return texts


def test_the_calendar_has_every_entry_where_the_framework_prints_it(
    views: dict[str, View], said: dict[str, dict[str, str]]
) -> None:
    (page,) = calendar.pages(views["partnership"])
    table: Table = page.context["printed"]
    printed = {
        (row[0], column.title, item.parts[0].target)
        for row in table.rows
        for column, cell in zip(table.columns[1:], row[1:], strict=True)
        for item in (cell.items if cell else ())
    }
    assert len(printed) == len(views["partnership"].all(Obligation))
    assert ("Audit activity", "Every 3 years", "obligation/peer-review") in printed
    text = said["partnership"]["calendar/index.md"]
    assert all(one.title in text for one in views["partnership"].all(Obligation))
    assert 'href="calendar.ics"' in text


def test_the_public_sees_what_is_done_and_when_but_not_how_it_stands(said: dict[str, dict[str, str]]) -> None:
    assert "calendar/index.md" not in said["public"]
    text = said["public"]["framework/obligations.md"]
    assert "Quarterly" in text
    assert "Multi-Agency Audit" in text
    assert "qa-badge" not in text
    assert "qa-badge" in said["partnership"]["framework/obligations.md"]


def test_the_frameworks_words_are_there_to_the_letter(views: dict[str, View], said: dict[str, dict[str, str]]) -> None:
    (current,) = views["public"].all(Framework)
    text = said["public"]["framework/index.md"]
    for passage in (*current.principles, *current.values, *current.sources):
        assert passage.title in text
        assert passage.text.split(".")[0].split("&")[0].split("'")[0] in text


def test_partners_alone_are_told_that_a_review_is_due(said: dict[str, dict[str, str]]) -> None:
    assert "A review of this framework is due" in said["partnership"]["framework/index.md"]
    assert "review of this framework is due" not in said["public"]["framework/index.md"]


def test_no_group_is_lost_whatever_names_its_parent() -> None:
    circle = (Group(id="a", parent="b"), Group(id="b", parent="a"), Group(id="c", parent="gone"))
    assert [one.id for one in group.top_down(circle)] == ["c", "a", "b"]


def test_a_priority_lists_the_audits_that_serve_it(views: dict[str, View]) -> None:
    view = views["partnership"]
    one = view.get(Priority, "self-neglect")
    assert one
    audits = priority.served(one, view.links_to[("priority", one.id)], view.all(Audit))["audit"]
    assert ("audit", "2026-self-neglect") in audits
    assert all(type == "audit" for type, _ in audits)
