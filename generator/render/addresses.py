"""Where each record, page and file of a site is, as an address from the page that links to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.page import File, Page, relative

Address = Callable[[Page, str], str | None]


def addresses(pages: Sequence[Page], files: Sequence[File]) -> Address:
    """Return a function of a page and a target (a page, a file, or a record `type/id`, an item may follow) that gives
    the target's address relative to the page; None where the site has no such target.
    """
    records = _records(pages)
    others = frozenset(page.path for page in pages) | frozenset(file.path for file in files)

    def to(page: Page, target: str) -> str | None:
        whole = target.partition("#")[0]
        path = records.get(target) or records.get(whole)
        if path is None and whole in others:
            path = target
        return relative(page.path, path) if path else None

    return to


def _records(pages: Sequence[Page]) -> dict[str, str]:
    """Where each record is shown: `type/id` → path, the record's own page before others."""
    found: dict[str, str] = {}
    for page in pages:
        if page.record:
            found.setdefault("/".join(page.record), page.path)
    for page in pages:
        for type, id in page.shows:
            whole, hash, anchor = id.partition("#")
            found.setdefault(f"{type}/{id}", page.path + hash + anchor)
            found.setdefault(f"{type}/{whole}", page.path + hash + anchor)
    return found
