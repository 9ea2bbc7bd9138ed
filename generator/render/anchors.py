"""Ids that are unique on a page: a heading gets another id where its own is already used for something else."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_HEADING = re.compile(r"^(#{1,6}) (?!.*\{:? ?#[\w-]+ ?\}\s*$)(.+)$", re.MULTILINE)
_ID = re.compile(r'<[a-z][^>]*? id="([^"]+)"|\{:? ?#([\w-]+) ?\}\s*$', re.MULTILINE)


def distinct(text: str) -> str:
    """Return a page's Markdown with an id `…-section` for each heading whose own id, made of its words, is taken.

    The ids of findings, terms and actions come from records and links lead to them; so the heading's id changes.
    """
    taken = {id for found in _ID.findall(text) for id in found if id}

    def with_own_id(heading: re.Match[str]) -> str:
        slug = _slug(heading[2])
        return f"{heading[0].rstrip()} {{: #{slug}-section }}" if slug in taken else heading[0]

    return _HEADING.sub(with_own_id, text)


def _slug(words: str) -> str:
    """The id that the engine makes of a heading's words."""
    plain = unicodedata.normalize("NFKD", unescape(words)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
