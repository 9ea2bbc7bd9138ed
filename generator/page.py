"""The Page: one page of the site, before it is text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.lists import Step, find, title

Reference = tuple[str, str]
"""A record: its type and id."""


@dataclass(frozen=True)
class Page:
    """One page: its path below the pages' folder (`audits/2026-fire-safety.md`), its template and what it is given.

    `shows` are the records whose links lead to this page; an anchor may follow the id: `("sar", "2025-adult-f#r1")`.
    `record` is the one record this page is about: the page has a link to its source. `template` is a file of
    `site/templates`. `kicker` is the word above the heading that says what kind of page it is.
    """

    path: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any] = field(default_factory=dict)
    record: Reference | None = None
    shows: tuple[Reference, ...] = ()
    kicker: str = ""
    layout: str = ""
    searchable: bool = True

    @property
    def url(self) -> str:
        """The page's address from the site's root: `audits/2026-fire-safety/`."""
        return url(self.path)


@dataclass(frozen=True)
class File:
    """One file beside the pages: its path and its text or bytes."""

    path: str
    content: str | bytes


_MEANINGS = {"weak": "attention", "poor": "poor", "none": "neutral"}


def step(scale: Sequence[Step], id: str) -> tuple[str, str]:
    """Return what people call a step of a scale, and the kind of badge that it has."""
    found = find(scale, id)
    if found is None:
        return title(scale, id), "neutral"
    return found.title, _MEANINGS.get(found.meaning, "good" if found is scale[0] else "done")


def url(path: str) -> str:
    """Return the address, from the site's root, of a page or file: `a/index.md` → `a/`, `a/b.csv` → `a/b.csv`."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def relative(page: str, target: str) -> str:
    """Return the address of the path `target` (an anchor may follow) as written on the page at path `page`."""
    path, hash, anchor = target.partition("#")
    here = url(page).split("/")[:-1]
    *folders, last = url(path).split("/")
    shared = 0
    while shared < min(len(here), len(folders)) and here[shared] == folders[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) + folders[shared:]
    return "/".join([*steps, last]) + hash + anchor if steps or last else "./" + hash + anchor
