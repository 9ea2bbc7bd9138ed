"""Where a text has unsafe content: markup, templates, unusual links, characters that can't be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.screens.plain import Span

SCHEMES = ("http:", "https:", "mailto:", "record:")

_TAG = re.compile(
    r"<(?P<tag>[A-Za-z]{1,20})\b[^<>]{0,80}>[^<>]{0,80}</(?P=tag)>"
    r"|<(?!(?:https?|mailto):|[^\s<>]{1,64}@[^\s<>]{1,100}>)[A-Za-z/!?][^\s<>]{0,20}>?"
    r"|\{[{%#][^{}]{0,40}[}%#]\}|\{[{%#:]"
)
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\](?:\([^\s)]{0,300}\)?|\[)")
_LINK = re.compile(
    r"\]\(\s{0,9}<?(?P<to>[^\s)>]{0,500})|^ {0,3}\[[^\[\]]{1,300}\]:\s{0,9}<?(?P<to2>\S{1,500})", re.MULTILINE
)
_SCRIPT = re.compile(r"(?i)\b(?:java|vb|live)script\s?:\s?\S")
_BLANK = re.compile(r"[\s\x00-\x20]")
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]|(?<=[ -~])[\u200c\u200d]|[\u200c\u200d](?=[ -~])"
)


def markup(text: str) -> Iterator[Span]:
    """Yield HTML tags (with what they hold, where that is short), braces of templates and attributes, and images."""
    yield from (found.span() for found in _TAG.finditer(text))
    yield from (found.span() for found in _IMAGE.finditer(text))


def links(text: str) -> Iterator[Span]:
    """Yield addresses of links that begin with none of `SCHEMES`, and script addresses anywhere in the text."""
    for found in _LINK.finditer(text):
        to = _BLANK.sub("", found["to"] or found["to2"] or "")
        if not to.casefold().startswith(SCHEMES):
            yield found.span("to" if found["to"] is not None else "to2")
    yield from (found.span() for found in _SCRIPT.finditer(text))


def hidden(text: str) -> Iterator[Span]:
    """Yield characters that can't be seen or change the direction of writing, and joiners beside ASCII characters."""
    yield from (found.span() for found in HIDDEN.finditer(text))
