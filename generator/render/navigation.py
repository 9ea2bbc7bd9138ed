"""The navigation of one edition: the tree of `site/navigation.yml`, cut to the pages there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

_TREES = {"working": "partnership", "partnership": "partnership", "public": "public"}


def navigation(folder: Path, edition: str, paths: Collection[str]) -> list[Any]:
    """Return the edition's tree without the pages it does not have, nor sections left empty."""
    trees = yaml.safe_load((folder / "navigation.yml").read_text(encoding="utf-8"))
    return _cut(trees[_TREES[edition]], paths)


def _cut(tree: Sequence[Any], paths: Collection[str]) -> list[Any]:
    kept: list[Any] = []
    for entry in tree:
        if isinstance(entry, str):
            kept += [entry] if entry in paths else []
            continue
        for title, below in entry.items():
            found = _cut(below, paths) if isinstance(below, list) else below if below in paths else None
            kept += [{title: found}] if found else []
    return kept


def section(tree: Sequence[Any], path: str) -> str:
    """Return the title of the top entry whose folder the page lies in; nothing for a page in no section."""
    for entry in tree:
        for title, below in entry.items() if isinstance(entry, dict) else ():
            if "/" in path and path.partition("/")[0] in {one.partition("/")[0] for one in _paths(below)}:
                return str(title)
    return ""


def _paths(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for below in tree.values():
            yield from _paths(below)
    else:
        for below in tree:
            yield from _paths(below)
