"""Every kind of page, in every edition, opened in Chromium: no error, nothing from outside, charts with their marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import kinds, url
from playwright.sync_api import Browser, Page

from generator.edition import EDITIONS

pytestmark = pytest.mark.xdist_group("browser")
TWICE = """() => Array.from(document.querySelectorAll('[id]'), one => one.id)
    .filter((id, at, every) => every.indexOf(id) !== at)"""
COUNTED = """() => Array.from(
    document.querySelectorAll('.md-content :is(h1, h2, h3, h4, figure, div)[id]'), one => one.id)
    .filter(id => /_[0-9]+$/.test(id))"""


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_kind_of_page_opens_without_a_fault(edition: str, site: Path, address: str, browser: Browser) -> None:
    paths = kinds(site / edition / "pages")
    assert len(paths) > 10
    faults: list[str] = []
    charts = 0
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", lambda said: faults.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith((address, "data:")) else None)
    page.on("response", lambda got: faults.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    for path in paths:
        page.goto(url(address, edition, path), wait_until="load")
        assert page.locator("h1").count() == 1, path
        charts += drawn(page)
        faults += [f"{path}: two elements have the id {id}" for id in page.evaluate(TWICE)]
        faults += [f"{path}: {id} is counted from the top of the page" for id in page.evaluate(COUNTED)]
    page.close()
    assert faults == []
    assert charts > 0


A4 = {"width": 680, "height": 980}
"""The part of an A4 page inside our margins, in CSS pixels."""
CUT = """() => {
    document.querySelectorAll('details').forEach(one => one.open = true)
    const edge = document.querySelector('.md-content').getBoundingClientRect().right
    const broken = one => one.getBoundingClientRect().right > edge + 1 || getComputedStyle(one).breakInside === 'avoid'
    return Array.from(document.querySelectorAll('.qa-table, .qa-grid, details.qa-more')).filter(broken)
        .map(one => one.className + ': ' + one.innerText.slice(0, 60))
}"""


def test_on_paper_every_table_is_whole_and_may_share_its_page(site: Path, address: str, browser: Browser) -> None:
    page = browser.new_page(viewport=A4)
    page.emulate_media(media="print")
    pages = site / "partnership" / "pages"
    wide = [path.relative_to(pages).as_posix() for path in sorted((pages / "performance").rglob("k*.md"))]
    faults = []
    for path in [*kinds(pages), *wide]:
        page.goto(url(address, "partnership", path), wait_until="load")
        faults += [f"{path}: {one}" for one in page.evaluate(CUT)]
    page.close()
    assert faults == []


def drawn(page: Page) -> int:
    """Scroll to each chart, and see it drawn with at least one mark of data; return how many there are."""
    figures = page.locator("figure.qa-chart:has(.qa-chart__spec)")
    for number in range(figures.count()):
        figure = figures.nth(number)
        figure.scroll_into_view_if_needed()
        marks = figure.locator(".qa-chart__plot svg [class*='mark-'] path, .qa-chart__plot svg [class*='mark-'] rect")
        marks.first.wait_for(state="attached", timeout=15_000)
    return figures.count()


def test_every_page_is_readable_without_scripts(site: Path, address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in kinds(site / "public" / "pages"):
        page.goto(url(address, "public", path))
        for image in page.locator("figure.qa-chart img").all():
            assert image.get_attribute("alt"), path
    context.close()


def test_the_public_home_begins_with_how_to_report_abuse(site: Path, address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/public/")
    emergency = page.get_by_role("link", name="999").last
    box = emergency.bounding_box()
    assert box is not None
    assert box["y"] < 844, "999 is in a phone's first screen"
    page.close()


def test_search_finds_an_audit(site: Path, address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/partnership/")
    page.keyboard.press("/")
    page.keyboard.type("self-neglect")
    page.locator(".md-search-result__item").first.wait_for(timeout=15_000)
    page.close()
