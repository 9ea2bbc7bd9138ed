"""Record prose as safe HTML: the one filter between a record's Markdown and a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.wording.markdown import escaped

TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "code", "h4", "h5", "hr", "table", "thead",
        "tbody", "tr", "th", "td"}  # fmt: skip
SCHEMES = {"http", "https", "mailto"}
_RECORD = "record:"
_QUOTED = re.compile('"([^"]*)"')
_TAG = re.compile("<(?=[A-Za-z/!?])")


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def prose(text: str | None, href: Callable[[str], str | None]) -> Markup:
    """Return Markdown as HTML with raw HTML stripped and links limited to http, https, mailto and records.

    `href` gives the address of a record named in a link `record:type/id`; a link it does not know keeps its words.
    """
    if not text:
        return Markup("")
    tokens = _markdown().parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h4"
        for inner in token.children or ():
            target = str(inner.attrs.get("href", "")) if inner.type == "link_open" else ""
            if target.startswith(_RECORD):
                inner.attrs["href"] = href(target.removeprefix(_RECORD)) or ""
    html = _markdown().renderer.render(tokens, _markdown().options, {})
    return Markup(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None).strip())


def inline(text: str | None) -> Markup:
    """Return one line of a record, escaped for HTML and for Markdown: for headings that the engine reads."""
    return Markup(escaped(text or ""))


def unmarked(text: str) -> str:
    """Return one line of a record safe in a page's head, where the theme escapes nothing: no tag, no quotation mark."""
    return _TAG.sub("‹", _QUOTED.sub(r"“\1”", text).replace('"', "”"))
