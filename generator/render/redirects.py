"""Files at the former addresses of a renamed record: pages that redirect, and copies of its CSV files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.edition import View
from generator.page import File, Page, relative, url

_PAGE = Markup(
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Moved: {title}</title>'
    '<meta http-equiv="refresh" content="0; url={to}"><link rel="canonical" href="{to}"><meta name="robots" '
    'content="noindex"></head><body><p>This page has moved: <a href="{to}">{title}</a></p></body></html>\n'
)


def redirects(view: View, pages: Sequence[Page]) -> Iterator[File]:
    """Yield a file for every id that a record with its own page had before (its `formerly`)."""
    for page in pages:
        for old in _former(view, page):
            yield File(f"{url(old)}index.html", _PAGE.format(title=page.title, to=relative(old, page.path)))


def copies(view: View, pages: Sequence[Page], files: Mapping[str, str]) -> Iterator[File]:
    """Yield a copy, for each former id, of the files in the folder of a renamed record's page.

    A spreadsheet or a program that reads `performance/<id>/trend.csv` does not follow an HTML redirect.
    """
    for page in pages:
        folder = page.path.removesuffix(".md") + "/"
        for old in _former(view, page):
            for path in _below(folder, files):
                yield File(f"{old.removesuffix('.md')}/{path.removeprefix(folder)}", files[path])


def _below(folder: str, paths: Iterable[str]) -> list[str]:
    return [path for path in paths if path.startswith(folder)]


def _former(view: View, page: Page) -> Iterator[str]:
    """The paths that a record's own page had under its former ids."""
    record = view.named("/".join(page.record)) if page.record else None
    if record is None or not page.path.endswith(f"{record.id}.md"):
        return
    for former in record.formerly:
        yield page.path.removesuffix(f"{record.id}.md") + f"{former}.md"
