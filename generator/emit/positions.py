"""Where a value of a document stands in its text: its span, what holds it, and whether that is between brackets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator import source
from generator.routes import Route


@dataclass(frozen=True)
class Spot:
    """A value's node, the key or list above it, and whether it stands between brackets.

    `indent` is the column of its key, of its entry's hyphen, or of what holds the brackets.
    """

    node: Node
    key: ScalarNode | None = None
    holder: Node | None = None
    position: int = 0
    flow: bool = False
    indent: int = 0


def spots(root: Node, route: Route) -> Iterator[Spot]:
    """Yield the spots from the top down to the value at `route`, or to the last that is there."""
    spot = Spot(root)
    yield spot
    for step in route:
        node = spot.node
        flow = spot.flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, MappingNode):
            for position, (key, value) in enumerate(node.value):
                if key.value == step:
                    indent = spot.indent if flow else key.start_mark.column
                    spot = Spot(value, key, node, position, flow, indent)
                    break
            else:
                return
        elif isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            indent = spot.indent if flow else node.start_mark.column
            spot = Spot(node.value[step], None, node, step, flow, indent)
        else:
            return
        yield spot


def lines_of(data: bytes, route: Route, key: bool = False) -> tuple[int, bytes]:
    """Return the number (from 1) of the first line of a field, which has its name, and all its lines as they are.

    With `key`, the lines of the name alone. For a value that is missing, the lines of its parent; for the record, all
    lines.
    """
    root = source.compose(data)
    if root is None:
        return 1, data
    text = data.decode("utf-8-sig")
    *_, spot = spots(root, route)
    first = spot.key or spot.node
    stop = end(first if key else spot.node, text)
    return int(first.start_mark.line) + 1, text[line_start(text, start(first)) : line_end(text, stop)].encode()


def start(node: Node) -> int:
    """Return where the value begins, in characters."""
    return int(node.start_mark.index)


def end(node: Node, text: str) -> int:
    """Return where the value ends: behind its last visible character, before any comment that follows."""
    stop = int(node.end_mark.index)
    if isinstance(node, ScalarNode):
        if node.style not in ("|", ">"):
            return stop
        return line_end(text, start(node) + len(text[start(node) : stop].rstrip(" \t\r\n")))
    if getattr(node, "flow_style", False) or not node.value:
        return stop
    last: Any = node.value[-1]
    return end(last[1] if isinstance(node, MappingNode) else last, text)


def hyphen(sequence: SequenceNode, position: int, text: str) -> int:
    """Return where the hyphen of a block list's entry stands."""
    if position == 0:
        return start(sequence)
    at = line_end(text, end(sequence.value[position - 1], text))
    column = sequence.start_mark.column
    while at < len(text):
        at += 2 if text.startswith("\r\n", at) else 1
        stop = line_end(text, at)
        if text[at:stop][: column + 1] == " " * column + "-":
            return at + column
        at = stop
    raise ValueError("the list has no such entry")


def line_end(text: str, at: int) -> int:
    """Return where the line that holds a character ends, before its break."""
    found = [place for place in (text.find("\n", at), text.find("\r", at)) if place >= 0]
    return min(found, default=len(text))


def line_start(text: str, at: int) -> int:
    """Return where the line that holds a character begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
