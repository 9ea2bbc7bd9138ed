"""Markdown as its reader sees it: rendered as GitHub does, and the runs of text that a host of code looks through."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td><td>", "<!-- ", "--> x", "<https://x.example>",
    "[a](javascript:x)", "[a](https://x.example)", "![a](http://x.example/y.png)", "[a][b]", "[b]: https://x.example",
    "[^1]", "**bold** __bold__ _em_ *em*", "`code` ``x``", "~~struck~~ ~x~", "$x^2$ $`x`$", "a | b |", "|---|",
    "| a | b |\n|---|---|\n| c | d |", "# heading", "a\n\n# b\n| c |", "a\n---", "=====", "---", "***", "- list",
    "+ list", "* list", "1. list", "2026) list", "> quotation", "    code", "```\ncode", ": definition", "\\| \\",
    "ends in \\", "&lt;b&gt; &copy; &#60;", "{: onclick=x }", "{{ x }} {% x %}", "- [ ] task",
    "http://evil.example www.evil.example WWW.evil.example mailto:a@evil.example", "a@evil.example",
    "@team @a-b org/repo@abc #12 GH-12 gh-12 org/repo#12 !12 &12 %12 ~12 $12 ~\"label\" %\"goal\" ^12",
    ":smile: :+1: :100: :1st_place_medal:",
    "5c3f9d1 0123456789abcdef0123456789abcdef01234567", "\x1b[31mred\x1b[0m \u202e reversed",
]  # fmt: skip
"""Texts of a record that Markdown, HTML or a host of code would make something of."""

_REFERENCE = re.compile(
    r"@\w|[#!$%&~^][\w\"]|\bGH-[0-9]|://|\bwww\.|:(?:[a-z]\w*|\+1|100):|\b[0-9a-f]{7,40}\b", re.IGNORECASE
)
"""What a host of code makes a link or a picture of, in a run of text."""


def html(markdown: str) -> str:
    """Return what GitHub would show, before it makes links of plain words."""
    return str(MARKDOWN.render(markdown))


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.runs, self.tags = [""], set[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attributes or tag in ("ol", "th", "td"), (tag, attributes)
        self.runs.append("")

    def handle_endtag(self, tag: str) -> None:
        self.runs.append("")

    def handle_comment(self, data: str) -> None:
        self.runs.append("")

    def handle_data(self, data: str) -> None:
        self.runs[-1] += data


def tags(page: str) -> set[str]:
    """Return the names of the page's elements."""
    return _Page(page).tags


def visible(page: str) -> str:
    """Return the page's text, white space as one space."""
    return " ".join("".join(_Page(page).runs).split())


def references(page: str) -> list[str]:
    """Return what of the page's text a host of code would make a link or a picture of."""
    return [found[0] for run in _Page(page).runs for found in _REFERENCE.finditer(run)]


def as_seen(words: str) -> str:
    """Return a text as a reader sees it: what does not print is a space, and white space one."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
