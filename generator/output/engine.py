"""The engine's run: Markdown folder in, finished site out, swapped in whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

ENGINES = ("mkdocs", "zensical")
_NEXT, _FORMER = ".next", ".former"


class EngineError(Exception):
    """The engine could not build an edition: its own words."""


def next_site(sites: Path, edition: str) -> Path:
    """Where the engine writes an edition until it is finished."""
    return sites / f"{edition}{_NEXT}"


def build(folders: dict[str, Path], sites: Path, engine: str, day: date, progress: Callable[[int, int], None]) -> None:
    """Run the engine on each edition's folder, side by side, into `sites/<edition>.next`.

    `progress` is told of pages written, of how many. Errors: EngineError with the engine's last words.
    """
    sites.mkdir(parents=True, exist_ok=True)
    moment = datetime.combine(day, time(), UTC)
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "1",
    }
    expected = sum(1 for folder in folders.values() for _ in folder.rglob("*.md"))
    running = {}
    for edition, folder in folders.items():
        shutil.rmtree(next_site(sites, edition), ignore_errors=True)
        command = _command(engine, folder / "mkdocs.yml")
        running[edition] = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
        )
    try:
        for edition, process in running.items():
            said = _wait(process, lambda: progress(_pages(sites, running), expected))
            if process.returncode or not (next_site(sites, edition) / "index.html").exists():
                raise EngineError(f"{engine} could not build the {edition} edition:\n{said.strip()[-4000:]}")
    finally:
        for process in running.values():
            process.kill()
            process.wait()


def _command(engine: str, configuration: Path) -> list[str]:
    words = ["build", "--strict", "--quiet"] if engine == "mkdocs" else ["build"]
    return [sys.executable, "-m", engine, *words, "-f", str(configuration)]


def _wait(process: subprocess.Popen[str], tick: Callable[[], None]) -> str:
    while True:
        try:
            said, _ = process.communicate(timeout=1)
            return said
        except subprocess.TimeoutExpired:
            tick()


def _pages(sites: Path, editions: Iterable[str]) -> int:
    return sum(1 for edition in editions for _ in next_site(sites, edition).rglob("index.html"))


def swap(sites: Path, editions: Iterable[str]) -> None:
    """Put each finished edition in the place of the former one, by renaming; recover what a killed swap left."""
    for edition in editions:
        site, former, new = sites / edition, sites / f"{edition}{_FORMER}", next_site(sites, edition)
        recover(sites, edition)
        if site.exists():
            site.rename(former)
        new.rename(site)
        shutil.rmtree(former, ignore_errors=True)


def recover(sites: Path, edition: str) -> None:
    """Bring back the former site where a swap was killed between its two renames."""
    site, former = sites / edition, sites / f"{edition}{_FORMER}"
    if former.exists() and not site.exists():
        former.rename(site)
    shutil.rmtree(former, ignore_errors=True)
