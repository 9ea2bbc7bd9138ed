"""Runs of the engine, from a folder of Markdown to a finished site that replaces the former one whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

ENGINES = ("mkdocs", "zensical")
NEXT = "next"
"""The folder inside an edition's, where the engine writes: Zensical can't write outside an edition's folder."""
_ENVIRONMENT = {"PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}


class EngineError(Exception):
    """The engine could not build an edition; the message is the engine's own."""


def build(folders: Mapping[str, Path], engine: str, day: date, progress: Callable[[int, int], None]) -> None:
    """Run the engine on each edition's folder, side by side, into `next/` inside it.

    `progress` is called with the pages written, and of how many. Errors: EngineError with the engine's last words.
    """
    moment = datetime.combine(day, time(), UTC)
    environment = os.environ | _ENVIRONMENT | {"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}
    expected = sum(1 for folder in folders.values() for _ in folder.rglob("*.md"))
    running = {}
    for edition, folder in folders.items():
        shutil.rmtree(folder / NEXT, ignore_errors=True)
        command = _command(engine, folder / "mkdocs.yml")
        running[edition] = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
        )
    try:
        for edition, process in running.items():
            said = _wait(process, lambda: progress(_pages(folders.values()), expected))
            if process.returncode or not (folders[edition] / NEXT / "index.html").exists():
                raise EngineError(f"{engine} could not build the {edition} edition:\n{said.strip()[-4000:]}")
    finally:
        for process in running.values():
            process.kill()
            process.wait()


@contextmanager
def served(folder: Path, address: str) -> Iterator[None]:
    """Serve an edition's folder and rebuild it as it changes, until the block ends. Errors: OSError."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", str(folder / "mkdocs.yml"), "-a", address]
    process = subprocess.Popen(command, env=os.environ | _ENVIRONMENT)
    try:
        yield
    finally:
        process.terminate()
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


def _pages(folders: Iterable[Path]) -> int:
    return sum(1 for folder in folders for _ in (folder / NEXT).rglob("index.html"))


def swap(folders: Mapping[str, Path], sites: Path) -> None:
    """Put each finished edition in the place of the former one, by renaming; first undo a swap that was interrupted."""
    sites.mkdir(parents=True, exist_ok=True)
    for edition, folder in folders.items():
        site, former = sites / edition, sites / f"{edition}.former"
        if former.exists() and not site.exists():
            former.rename(site)
        shutil.rmtree(former, ignore_errors=True)
        if site.exists():
            site.rename(former)
        (folder / NEXT).rename(site)
        shutil.rmtree(former, ignore_errors=True)
