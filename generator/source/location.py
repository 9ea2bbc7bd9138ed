"""The line and column of any value of a document, found only when a problem is reported."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, SequenceNode

from generator.routes import Route
from generator.source.document import MAXIMUM_DEPTH


class _Composer(CParser):
    """libyaml's composer, without resolving tags: only places are asked for. It refuses what is nested too deep."""

    depth = 0

    def resolve(self, kind: type[Node], value: str, implicit: tuple[bool, bool]) -> str:
        return "plain"

    def descend_resolver(self, parent: Node, index: Any) -> None:
        self.depth += 1
        if self.depth > MAXIMUM_DEPTH + 2:
            raise yaml.YAMLError

    def ascend_resolver(self) -> None:
        self.depth -= 1


def locate(data: bytes, route: Route, *, key: bool = False) -> tuple[int, int]:
    """Return the line and column, from 1, of the value at `route` (or of its key); the nearest parent's if absent."""
    node = compose(data)
    if node is None:
        return 1, 1
    mark = node.start_mark
    for step in route:
        found: Node | None = None
        if isinstance(node, MappingNode):
            for key_node, value_node in node.value:
                if key_node.value == str(step):
                    found = value_node
                    mark = key_node.start_mark if key or _is_block(value_node) else value_node.start_mark
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
            mark = found.start_mark
        if found is None:
            break
        node = found
    return mark.line + 1, mark.column + 1


@lru_cache(maxsize=8)
def compose(data: bytes) -> Node | None:
    """Return the document's nodes, kept for its next problem; None where it can't be read."""
    try:
        return _Composer(data).get_single_node()
    except yaml.YAMLError:
        return None


def _is_block(node: Node) -> bool:
    """Whether a value begins on a line below its key: then the key's line is the place that is reported."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style
