"""The shipped records' site in all editions, served here and opened in Chromium; and one page of each kind."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator import cli

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder; `site/` below it has the editions, each edition's folder its `pages/`."""
    out = tmp_path_factory.mktemp("site")
    assert cli.main(["build", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(site / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


def url(address: str, edition: str, path: str) -> str:
    """Return where a page of an edition, named by its path below the pages' folder, is served."""
    return f"{address}/{edition}/{path.removesuffix('index.md').removesuffix('.md')}"


def kinds(pages: Path) -> list[str]:
    """One page of each kind: every index, and of each folder the first other page with a chart and without."""
    found: dict[tuple[str, bool, bool], str] = {}
    for path in sorted(pages.rglob("*.md")):
        name = path.relative_to(pages).as_posix()
        charted = "qa-chart__spec" in path.read_text(encoding="utf-8")
        found.setdefault((path.parent.as_posix(), path.name == "index.md", charted), name)
    return list(found.values())
