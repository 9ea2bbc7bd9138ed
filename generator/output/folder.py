"""One edition's build folder: its pages, files, drawings and the engine's configuration."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.output.drawings import draw, interactive
from generator.render import Site

CHART_SCRIPT = "assets/vega.js"


def cache(build: Path) -> Path:
    """Return the folder below the build folder that keeps what is slow to make: drawings, compiled templates."""
    folder = build / "cache"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write(
    site: Site, folder: Path, settings: Mapping[str, Any], cache: Path, progress: Callable[[int, int], None]
) -> int:
    """Write an edition to `folder`; return how many files changed.

    `progress` is called with the charts drawn, and of how many. A file whose text is as it was is left alone,
    so that a watching engine sees only what changed.
    """
    wanted: dict[str, str | bytes] = {f"pages/{text.path}": text.content for text in site.texts}
    drawings = draw([chart for chart in site.charts.values() if chart.drawn], cache, progress)
    wanted |= {f"pages/{path}": svg for path, svg in drawings.items()}
    if drawings:
        wanted[f"pages/{CHART_SCRIPT}"] = interactive(cache)
    wanted["mkdocs.yml"] = yaml.safe_dump(dict(settings), sort_keys=False, allow_unicode=True, width=120)
    changed = sum(_write(folder / name, content) for name, content in wanted.items())
    return changed + _remove_others(folder / "pages", frozenset(name.removeprefix("pages/") for name in wanted))


def _write(path: Path, content: str | bytes) -> bool:
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _remove_others(folder: Path, wanted: frozenset[str]) -> int:
    removed = 0
    for here, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(here, name)
            if path.relative_to(folder).as_posix() not in wanted:
                path.unlink()
                removed += 1
        if here != str(folder) and not os.listdir(here):
            Path(here).rmdir()
    return removed
