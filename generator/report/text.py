"""Problems for a person at a terminal: each with its line, a mark under the place, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.lines import line_at, split_lines
from generator.problem import Place, Problem
from generator.report import Report, counted
from generator.wording import one_line

_BOLD, _DIM, _RED, _YELLOW, _GREEN = "1", "2", "31", "33", "32"


def plain(problems: Iterable[Problem], prefix: str = "") -> str:
    """Return two lines a problem: the clickable place with the message, then the remedy with related places.

    `prefix` leads from the current folder to the root: `../`.

    It repeats no line of a record, so it may be shown to others.
    """
    said = []
    for one in problems:
        related = "".join(f"   ({place.note + ': ' if place.note else ''}{prefix}{place})" for place in one.related)
        kind = "" if one.level == "E" else "departure: "
        said.append(one_line(f"{prefix}{one.place}: {kind}{one.rule}: {one.message}"))
        said.append(f"    {one_line(one.remedy + related)}")
    return "\n".join(said)


def printed(report: Report) -> str:
    """Return errors, departures, where the problems are that were there before, then what to do next."""
    parts = []
    for title, problems in (("Errors", report.errors), ("Departures from the framework", report.departures)):
        if problems:
            parts.append(_paint(report, _BOLD, f"{title}: {len(problems):,}"))
            parts += ["\n".join(_problem(report, one)) for one in problems]
    if report.already:
        title = f"There already, at {one_line(report.against)}: {counted(report.already)}"
        parts.append("\n".join([_paint(report, _BOLD, title), *(f"  {one}" for one in report.already_by_file())]))
    return "\n\n".join([*parts, "\n".join(_end(report))])


def _problem(report: Report, problem: Problem) -> Iterator[str]:
    rejected = problem.level == "E"
    kind = _paint(report, _RED if rejected else _YELLOW, problem.rule if rejected else f"departure: {problem.rule}")
    yield f"{_paint(report, _BOLD, report.place(problem.place))}: {kind}: {one_line(problem.message)}"
    yield from _snippet(report, problem.place)
    yield f"    {_paint(report, _GREEN, one_line(problem.remedy))}"
    for place in problem.related:
        yield f"    {one_line(place.note) or 'see'}: {report.place(place)}"


def _end(report: Report) -> Iterator[str]:
    yield from report.notices
    yield _paint(report, _BOLD, report.summary())
    fixed = sum(bool(one.fix) for one in report.problems)
    if fixed:
        yield f"`qa check --fix` fixes {fixed:,} of them."
    if report.departures:
        yield "Departures are accepted; the instruction below each says where to give its reason."


def _snippet(report: Report, place: Place) -> Iterator[str]:
    """The line and a mark under the place; nothing for what concerns the whole file or must not be repeated."""
    if place.file in report.secret or ((place.line, place.column) == (1, 1) and not place.route):
        return
    text = line_at(report.documents.get(place.file, b""), place.line)
    if text is None or not text.strip():
        return
    gutter = f"{place.line:>6} │ "
    head, tail = window(text, max(place.column - 1, 0), max(report.width - len(gutter), 20))
    yield _paint(report, _DIM, gutter) + (head + tail).rstrip()
    mark = _paint(report, _RED, "^")
    yield _paint(report, _DIM, " " * 6 + " │ ") + " " * cells(head) + mark


def change(report: Report, name: str, old: bytes, new: bytes, begin: int = 1) -> str:
    """Return where a file changed and, unless its lines must not be repeated, what from and what to.

    `begin`: the number of the first line, where only some lines of the file are given.
    """
    before, after = split_lines(old), split_lines(new)
    short = min(len(before), len(after))
    first = next((at for at in range(short) if before[at] != after[at]), short)
    last = next((at for at in range(short - first) if before[-1 - at] != after[-1 - at]), short - first)
    place = report.place(Place(name, begin + first))
    if name in report.secret:
        return place
    room = report.width // 2
    was, now = (
        "".join(window(" ".join(map(str.strip, part[first : len(part) - last])), 0, room)) for part in (before, after)
    )
    return f"{place}: {was} → {now}"


def window(text: str, at: int, room: int) -> tuple[str, str]:
    """Return the parts of a line before a character and from it on, cut to fit `room` cells of a terminal."""
    at = min(at, len(text))
    head = [_shown(letter) for letter in text[max(0, at - room) : at]]
    tail = [_shown(letter) for letter in text[at : at + room]]
    before, after = sum(map(cells, head)), sum(map(cells, tail))
    cut_before, cut_after = at > len(head), at + len(tail) < len(text)
    first, last = 0, len(tail)
    while before + cut_before + after + cut_after > room:
        if after > room // 2 or first == len(head):
            last, cut_after = last - 1, True
            after -= cells(tail[last])
        else:
            before, cut_before = before - cells(head[first]), True
            first += 1
    return "…" * cut_before + "".join(head[first:]), "".join(tail[:last]) + "…" * cut_after


def cells(text: str) -> int:
    """Return how many cells of a terminal the text takes."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _shown(letter: str) -> str:
    """A character, or what stands for one that can't be seen."""
    if letter.isprintable():
        return letter
    if letter == "\t":
        return "→   "
    number = ord(letter)
    return chr(0x2400 + number) if number < 0x20 else "␡" if number == 0x7F else f"<U+{number:04X}>"


def _paint(report: Report, colour: str, text: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if report.colour else text
