"""Where YAML may have cut a text short: it takes “#4 asked” in “bay #4 asked” for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml._yaml import CParser
from yaml.events import ScalarEvent, StreamEndEvent

from generator.lines import split_lines

_POSSIBLE = re.compile(rb"[^\s#][ \t]+#[^\s#!]")
"""Only files that match can have such a text."""
CUT_TEXT = (
    "the text ends here: what follows a space and “#” is not read",
    "Put the whole text in quotation marks; if it is a comment, write a space after “#”.",
)
_COMMENT = re.compile(r"[ \t]+(#)")
_LETTER = re.compile(r"[^\W\d_]")


def cut_texts(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the line and column, from 0, of each “#” that cuts a text off; one with a space after it is a comment.

    `data` is a file that YAML can read. Only words and numbers directly after the “#” are reported.
    """
    if not _POSSIBLE.search(data):
        return
    plain: dict[int, tuple[int, str]] = {}
    parser = CParser(data)
    while type(event := parser.get_event()) is not StreamEndEvent:
        if type(event) is ScalarEvent:
            end: Any = event.end_mark
            plain.pop(end.line, None)
            if not event.style:
                plain[end.line] = end.column, event.value
    for number, line in enumerate(split_lines(data)):
        if number not in plain:
            continue
        column, value = plain[number]
        comment = _COMMENT.match(line, column)
        at = comment.start(1) if comment else 0
        after = line[at + 1 : at + 2]
        if comment and _LETTER.search(value) and (after.isdigit() or (" " in value and after.isalnum())):
            yield number, at
