"""A page at each former address of a record, which leads to where the record is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
        record = view.named("/".join(page.record)) if page.record else None
        if record is None or not page.path.endswith(f"{record.id}.md"):
            continue
        for former in record.formerly:
            old = page.path.removesuffix(f"{record.id}.md") + f"{former}.md"
            yield File(f"{url(old)}index.html", _PAGE.format(title=page.title, to=relative(old, page.path)))
