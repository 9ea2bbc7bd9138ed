"""The lines of a file as places count them: where each ends, what stands on it, and where a character is."""

from __future__ import annotations

import re
from functools import lru_cache

BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where YAML ends a line: more ends than most programs know, and those that libyaml counts."""


@lru_cache(maxsize=8)
def split_lines(data: bytes) -> tuple[str, ...]:
    """Return every line of a file without its end, whatever its bytes; a byte-order mark is no part of the first."""
    return tuple(BREAK.split(data.decode("utf-8-sig", "replace")))


def line_at(data: bytes, number: int) -> str | None:
    """Return the text of a line, counted from 1; None where there is no such line."""
    lines = split_lines(data)
    return lines[number - 1] if 0 < number <= len(lines) else None


def position(text: str, index: int) -> tuple[int, int]:
    """Return the line and the column, both from 1, of the character at `index` of a text."""
    number, begins = 1, 0
    for found in BREAK.finditer(text, 0, index):
        number, begins = number + 1, found.end()
    return number, index - begins + 1
