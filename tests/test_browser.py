"""Every kind of page, in every edition, opened in Chromium: no error, nothing from outside, charts with their marks."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator import cli
from generator.edition import EDITIONS

pytestmark = pytest.mark.xdist_group("browser")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped records' site, in all editions."""
    out = tmp_path_factory.mktemp("site")
    assert cli.main(["build", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(site / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


def kinds(pages: Path) -> list[str]:
    """One page of each kind: every index, and of each folder the first other page with a chart and without."""
    found: dict[tuple[str, bool, bool], str] = {}
    for path in sorted(pages.rglob("*.md")):
        name = path.relative_to(pages).as_posix()
        charted = "qa-chart__spec" in path.read_text(encoding="utf-8")
        found.setdefault((path.parent.as_posix(), path.name == "index.md", charted), name)
    return list(found.values())


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
        page.goto(f"{address}/{edition}/{path.removesuffix('index.md').removesuffix('.md')}", wait_until="load")
        assert page.locator("h1").count() == 1, path
        charts += drawn(page)
    page.close()
    assert faults == []
    assert charts > 0


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
        page.goto(f"{address}/public/{path.removesuffix('index.md').removesuffix('.md')}")
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
