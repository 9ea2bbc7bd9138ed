"""The signs that Git leaves in a file where two people changed the same place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lines import split_lines

_SIGN = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_ANY = re.compile(rb"^(?:<{7}|={7}|>{7})", re.MULTILINE)
MESSAGE = "two people changed this place at once, and Git kept both"


def conflicts(data: bytes) -> Iterator[tuple[int, str, str]]:
    """Yield each conflict: its line, from 0, a message that names both sides' lines, and the remedy."""
    if not _ANY.search(data):
        return
    signs: list[tuple[int, str]] = []
    for number, line in enumerate(split_lines(data), 1):
        sign = _SIGN.fullmatch(line)
        if not sign:
            continue
        if sign[1][0] == "<" and signs:
            yield _conflict(signs)
            signs = []
        signs.append((number, sign[1][0]))
        if sign[1][0] == ">":
            yield _conflict(signs)
            signs = []
    if signs:
        yield _conflict(signs)


def _conflict(signs: list[tuple[int, str]]) -> tuple[int, str, str]:
    first, last = signs[0][0], signs[-1][0]
    middle = next((number for number, sign in signs if sign == "="), 0)
    own_end = next((number for number, sign in signs if sign in "|="), 0)
    lines = ", ".join(str(number) for number, _ in signs)
    if signs[0][1] != "<" or signs[-1][1] != ">" or not middle:
        return first - 1, "Git left a sign of a conflict here", f"Keep what is right, and delete line {lines}."
    sides = f"{_lines(first + 1, own_end - 1)} on one side, {_lines(middle + 1, last - 1)} on the other"
    remedy = f"Keep one side, or both in order of date, and delete the lines of signs: {lines}."
    return first - 1, f"{MESSAGE}: {sides}", remedy


def _lines(first: int, last: int) -> str:
    """The lines of one side in words."""
    if last < first:
        return "nothing"
    return f"line {first}" if first == last else f"lines {first} to {last}"
