"""A record's file tidied: white space, line ends and indentation are normalised; no value or comment changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator import source
from generator.emit.positions import end, start
from generator.emit.scalars import same

_ODD = f"\t{source.ODD}"
_BEGINNING = re.compile(rf"[ {_ODD}]*(?:-[ {_ODD}]+)*")
_COLON = re.compile(rf"\A([^\s:#'\"{{}}\[\]]+:)[ {_ODD}]+")
_BETWEEN = re.compile(r"[ \t]*\t[ \t]*")
_MOST = 200
"""The most faults that are fixed in one file; a file with more has another cause."""


def tidy(data: bytes) -> bytes:
    """Return the file tidied: LF ends every line, and the file ends in exactly one.

    The byte-order mark and spaces at the end of lines are removed; tabs between values become one space, and a space of
    another kind where YAML wants an ordinary one becomes an ordinary one; lists are indented under their field. A file
    that can't be read after that is returned as it is.
    """
    document = source.read("", data)
    if document.problems and len(data) <= source.MAXIMUM_BYTES:
        document = source.read("", _fixed(data))
    if document.problems:
        return data
    for step in _STEPS:
        tidier = source.read("", step(document.data.decode()).encode())
        if not tidier.problems and same(tidier.value, document.value):
            document = tidier
    return document.data


def _fixed(data: bytes) -> bytes:
    """The file with ordinary spaces in those lines that could not be read because of spaces of another kind."""
    try:
        text = _with_line_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return data
    lines = text.split("\n")
    if not any(line.startswith(" ") for line in lines) and all(line.lstrip("\t")[:1] != " " for line in lines):
        lines = [_with_spaces(line) for line in lines]
    for _ in range(_MOST):
        faults = source.read("", "\n".join(lines).encode()).problems
        places = dict.fromkeys(one.place.line - 1 for one in faults)
        fixed = {place: _plain(lines[place]) for place in places if place < len(lines)}
        if all(lines[place] == line for place, line in fixed.items()):
            break
        for place, line in fixed.items():
            lines[place] = line
    return "\n".join(lines).encode()


def _plain(line: str) -> str:
    """A line with ordinary spaces before its name, after a hyphen and after the colon."""
    begin = _BEGINNING.match(line)
    head = begin[0] if begin else ""
    rest = _COLON.sub(r"\1 ", line[len(head) :])
    return re.sub(rf"(?<=-)\t+|[{source.ODD}]", " ", head) + rest


def _with_spaces(line: str) -> str:
    """A line whose indentation is of tabs alone, with two spaces for each."""
    rest = line.lstrip("\t")
    return "  " * (len(line) - len(rest)) + rest


def _with_line_ends(text: str) -> str:
    """The text without its byte-order mark, with LF as every line end, and exactly one at the end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip(" \t\n") + "\n"


def _without_spare_spaces(text: str) -> str:
    """The text with one space for tabs between values, and without spaces at the end of a line."""
    out, at = [], 0
    for first, stop in [*_texts(_root(text), text), (len(text), len(text))]:
        lines = text[at:first].split("\n")
        ended = [_with_spaces_for_tabs(line).rstrip(" \t") for line in lines[:-1]]
        out.append("\n".join([*ended, _with_spaces_for_tabs(lines[-1])]))
        out.append(text[first:stop])
        at = stop
    return "".join(out)


def _with_spaces_for_tabs(line: str) -> str:
    """The text between values, up to a comment, with one space for its tabs."""
    before, sign, comment = line.partition("#")
    return _BETWEEN.sub(" ", before) + sign + comment


def _without_spaces_in_texts(text: str) -> str:
    """The text without spaces at the line ends of plain and quoted texts of several lines; block texts stay."""
    out, at = [], 0
    for first, stop in [*_texts(_root(text), text), (len(text), len(text))]:
        out.append(text[at:first])
        whole = text[first:stop]
        out.append(whole if whole[:1] in ("|", ">") else re.sub(r"[ \t]+(?=\n)", "", whole))
        at = stop
    return "".join(out)


def _with_lists_indented(text: str) -> str:
    """The text with each list two further in than its field's name."""
    lines = text.split("\n")
    further = [0] * len(lines)
    for key, node in _lists(_root(text)):
        if node.start_mark.column == key.start_mark.column:
            last = text.count("\n", 0, end(node, text))
            for number in range(node.start_mark.line, last + 1):
                further[number] += 2
    return "\n".join(" " * more + line if line.strip() else line for more, line in zip(further, lines, strict=True))


_STEPS: tuple[Callable[[str], str], ...] = (
    lambda text: text.removeprefix("\ufeff"),
    lambda text: text.replace("\r\n", "\n").replace("\r", "\n"),
    _with_line_ends,
    _without_spare_spaces,
    _without_spaces_in_texts,
    _with_lists_indented,
)
"""Made in this order; a step that would change a value is skipped."""


def _root(text: str) -> Node | None:
    return source.compose(text.encode())


def _texts(node: Node | None, text: str) -> Iterator[tuple[int, int]]:
    """The span of every scalar, in order."""
    if isinstance(node, ScalarNode):
        yield start(node), end(node, text)
    elif node is not None:
        for inner in node.value:
            for one in inner if isinstance(node, MappingNode) else (inner,):
                yield from _texts(one, text)


def _lists(node: Node | None) -> Iterator[tuple[Node, SequenceNode]]:
    """Every block list that is a field's value, with the field's name."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(value, SequenceNode) and not value.flow_style:
                yield key, value
            yield from _lists(value)
    elif isinstance(node, SequenceNode):
        for inner in node.value:
            yield from _lists(inner)
