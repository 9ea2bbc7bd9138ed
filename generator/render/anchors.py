"""Ids that are unique on a page: a heading gives way where something else has the id that the engine would give it."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_HEADING = re.compile(r"^(#{1,6}) (?!.*\{:? ?#[\w-]+ ?\}\s*$)(.+)$", re.MULTILINE)
_ID = re.compile(r'<[a-z][^>]*? id="([^"]+)"|\{:? ?#([\w-]+) ?\}\s*$', re.MULTILINE)


def distinct(text: str) -> str:
    """Return a page's Markdown in which no heading gets an id from its words that the page already has.

    Records name the ids of findings, terms and actions, and links lead there; so the heading has another, which ends
    in `-section`.
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
