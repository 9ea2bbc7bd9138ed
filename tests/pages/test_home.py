"""The two home pages: what a reader finds first on each."""

from __future__ import annotations

from datetime import date

from conftest import ROOT
from editions import view

from generator import edition, feeds, register, render
from generator.components import Link
from generator.page import Page
from generator.pages.about import downloads
from generator.pages.home import partners as home
from generator.pages.home import public as public_home
from generator.register import Register
from generator.schema import Schema


def text(seen: edition.View, *pages: Page) -> str:
    made = render.site(seen, pages, list(feeds.every(seen)), ROOT / "site")
    return "".join(str(one.content) for one in made.texts if one.path == pages[0].path)


def second(schemas: dict[str, Schema], day: date, name: str) -> edition.View:
    return view(register.read(ROOT / "tests" / "second", schemas), day, name)


def test_the_public_is_told_how_to_report_abuse_before_anything_else(shipped: Register) -> None:
    public = view(shipped, date(2026, 11, 20), "public")
    said = text(public, *public_home.pages(public))
    contact = public.partnership.contacts[0]
    assert contact.phone
    assert said.index('<section class="qa-report"') < said.index(contact.phone) < said.index("\n## ")
    assert "last checked on 2 November 2026" in said


def test_the_public_is_not_told_how_things_stand(shipped: Register) -> None:
    public = view(shipped, date(2026, 11, 20), "public")
    assert not list(home.pages(public))
    said = text(public, *public_home.pages(public))
    assert "verdue" not in said
    assert "outstanding" not in said


def test_partners_see_what_is_late_and_whose_it_is(schemas: dict[str, Schema]) -> None:
    in_time, late = (second(schemas, day, "partnership") for day in (date(2026, 5, 20), date(2026, 7, 20)))
    assert "none overdue" in text(in_time, *home.pages(in_time))
    (page,) = home.pages(late)
    action = "action-plan/2026-falls#a1"
    overdue = [item for item in page.context["late"].items if item.target.startswith("action-plan/")]
    assert [item.target for item in overdue] == [action]
    council = next(row for row in page.context["agencies"].rows if row[0] == Link("agency/council"))
    assert overdue[0].text in council[1].parts[1].items
    assert council[4] == 1
    assert "1 overdue" in text(late, page)


def test_a_partnership_that_keeps_nothing_yet_has_a_home(schemas: dict[str, Schema]) -> None:
    from small import PARTNERSHIP, small

    bare = small(schemas, {"partnership/board": {**PARTNERSHIP, "types_in_use": [{"type": "agency"}]}})
    seen = view(bare, date(2026, 1, 5), "partnership")
    assert "Nothing is overdue" in text(seen, *home.pages(seen)) or "nothing is overdue" in text(
        seen, *home.pages(seen)
    )
    public = view(bare, date(2026, 1, 5), "public")
    assert "0161 496 0101" in text(public, *public_home.pages(public))


def test_downloads_lists_every_file_of_the_edition(shipped: Register) -> None:
    for name in ("partnership", "public"):
        seen = view(shipped, date(2026, 11, 20), name)
        (page,) = downloads.pages(seen)
        said = text(seen, page)
        files = [file.path for file in feeds.every(seen)]
        assert files
        assert [path for path in files if path.removeprefix("downloads/") not in said] == []
