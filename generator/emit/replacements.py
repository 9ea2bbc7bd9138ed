"""The span of a document's text that a change replaces, and what it puts there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.emit import layout
from generator.emit.positions import Spot, end, hyphen, line_end, line_start, start
from generator.emit.scalars import block, scalar
from generator.routes import below

Span = tuple[int, int, str]
"""Start and end (excluded) in characters, and the text that replaces them."""

_HEAD = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)?(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*( *)")
"""The first line of a block text, its comment, and how far the text is indented."""


def replaced(spot: Spot, new: Any, text: str, tree: Mapping[str, Any], on_a_line: bool = False) -> Span:
    """Return the change of a value: a text keeps its form, a comment on its line stays behind it."""
    node, base = spot.node, _base(spot, text)
    first, stop = start(node), end(node, text)
    between = text[base:first]
    gap = "" if between or spot.flow else " "
    like = node.style if isinstance(node, ScalarNode) else None
    is_block = like in ("|", ">")
    if spot.flow or on_a_line or (text[stop : line_end(text, stop)].strip() and not is_block):
        return first, stop, gap + _on_a_line(new, spot.flow, like, tree)
    if between.strip():  # a comment stands between the name and what is below it
        column = first - line_start(text, first)
        more = max(0, spot.indent + layout.STEP - column)
        return first, stop, " " * more + _below(new, column + more, tree)
    if isinstance(new, dict | list):
        is_entry = spot.key is None and spot.holder is not None
        return base, stop, (layout.entry if is_entry else _after)(new, spot.indent, tree)
    if "\n" in between or "\r" in between:
        first, gap = base, " "
    if not isinstance(new, str):
        return first, stop, gap + scalar(new)
    head = _HEAD.match(text, first) if is_block else None
    if head and not head[1] and "\n" not in new:
        like = None
    indent = len(head[2]) if head and len(head[2]) > spot.indent else spot.indent + layout.STEP
    column = first - line_start(text, first) + len(gap)
    written = block(new, indent, column, like=like, day=layout.may_be_day(tree))
    if head and head[1]:
        line, lines, rest = written.partition("\n")
        written = line + head[1] + lines + rest
    return first, stop, gap + written


def added(spot: Spot, step: str | int, new: Any, text: str, tree: Mapping[str, Any], on_a_line: bool = False) -> Span:
    """Return the addition of a field to the group at `spot`, or of an entry to the list."""
    node = spot.node
    flow = spot.flow or bool(getattr(node, "flow_style", False))
    if not node.value:
        return replaced(spot, [new] if isinstance(node, SequenceNode) else {step: new}, text, tree, on_a_line)
    inner = below(tree, step)
    if isinstance(node, SequenceNode):
        stop = end(node.value[-1], text)
        if flow:
            return stop, stop, ", " + _on_a_line(new, True, None, inner)
        stop, column = line_end(text, stop), node.start_mark.column
        written = " " + _on_a_line(new, False, None, inner) if on_a_line else layout.entry(new, column, inner)
        return stop, stop, f"\n{' ' * column}-{written}"
    name = str(step)
    names = [key.value for key, _ in node.value]
    order = layout.ordered([*names, name], tree)
    earlier = [place for place, other in enumerate(names) if order.index(other) < order.index(name)]
    if flow:
        written = f"{layout.key(name)}: {_on_a_line(new, True, None, inner)}"
        if earlier:
            stop = end(node.value[earlier[-1]][1], text)
            return stop, stop, f", {written}"
        return start(node.value[0][0]), start(node.value[0][0]), f"{written}, "
    column = node.start_mark.column
    field = f"{layout.key(name)}: {_on_a_line(new, False, None, inner)}"
    if not on_a_line:
        field = next(iter(layout.fields({name: new}, column, {"properties": {name: inner}}))).lstrip(" ")
    if earlier:
        stop = line_end(text, end(node.value[earlier[-1]][1], text))
        return stop, stop, f"\n{' ' * column}{field}"
    first = start(node.value[0][0])
    return first, first, f"{field}\n{' ' * column}"


def removed(holder: Spot, spot: Spot, text: str) -> Span:
    """Return the removal of a field or entry, with its line's comment; comments above it stay."""
    node = holder.node
    parts: list[tuple[Node, Node]] = (
        [*node.value] if isinstance(node, MappingNode) else [(one, one) for one in node.value]
    )
    if len(parts) == 1:
        return replaced(holder, [] if isinstance(node, SequenceNode) else {}, text, {})
    stop = end(parts[spot.position][1], text)
    if spot.flow:
        if spot.position:
            return end(parts[spot.position - 1][1], text), stop, ""
        return start(parts[0][0]), start(parts[1][0]), ""

    def begin(position: int) -> int:
        return hyphen(node, position, text) if isinstance(node, SequenceNode) else start(parts[position][0])

    first = begin(spot.position)
    stop = line_end(text, stop)
    if not text[line_start(text, first) : first].strip(" "):
        first = line_start(text, first)
        return first, stop + (2 if text.startswith("\r\n", stop) else 1), ""
    following = begin(spot.position + 1)
    return first, following if not text[stop:following].strip() else stop, ""


def _base(spot: Spot, text: str) -> int:
    """Where a value may begin: after its field's colon or its entry's hyphen; inside brackets, where the value itself
    does.
    """
    if spot.flow:
        return start(spot.node)
    if spot.key is not None:
        return text.index(":", end(spot.key, text)) + 1
    if isinstance(spot.holder, SequenceNode):
        return hyphen(spot.holder, spot.position, text) + 1
    return start(spot.node)


def _on_a_line(new: Any, flow: bool, like: str | None, tree: Mapping[str, Any]) -> str:
    if isinstance(new, dict | list):
        return layout.on_a_line(new, tree)
    return scalar(new, flow=flow, like=like, day=layout.may_be_day(tree))


def _after(new: Any, indent: int, tree: Mapping[str, Any]) -> str:
    return layout.after(new, indent, indent + 30, tree)


def _below(new: Any, column: int, tree: Mapping[str, Any]) -> str:
    """The value as it stands on a line of its own that is indented already."""
    if isinstance(new, dict | list):
        return layout.after(new, column - layout.STEP, column, tree).lstrip(" \n")
    return scalar(new, day=layout.may_be_day(tree))
