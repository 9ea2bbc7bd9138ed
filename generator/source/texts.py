"""Every text of a record's file: names of fields, values and comments, each with its route and where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator import source
from generator.lines import position
from generator.routes import Route

_COMMENT = re.compile(r"(?:(?<=\s)|(?<![^\n\r]))#[^\n\r]*")
_NOT_BREAK = re.compile(r"[^\n\r]")
_FOLD = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Text:
    """One text: `said` is its value, `start` to `end` its place in the file, where it may have escapes or line breaks.

    `context` is what stands before it: a value's own field. `kind` is `value`, `name` (of a field) or `comment`; in a
    file that can't be read all is one text, whose kind is `whole`.
    """

    kind: str
    said: str = field(repr=False)
    route: Route = ()
    start: int = 0
    end: int = 0
    context: str = ""


@dataclass(frozen=True)
class Written:
    """A file as text, whose offsets can be had as lines and columns."""

    text: str = field(repr=False)

    @classmethod
    def of(cls, data: bytes) -> Written:
        return cls(data.decode("utf-8-sig", "replace"))

    @cached_property
    def folded(self) -> str:
        """The text without the indentation of its lines."""
        return _FOLD.sub("\n", self.text)

    def texts(self, data: bytes, name: str) -> Iterator[Text]:
        """Yield every text of the file, in no particular order."""
        node = None if source.read(name, data).problems else source.compose(data)
        if node is None:
            yield Text("whole", self.folded, (), 0, len(self.text))
            return
        found = [*_texts(node, (), "")]
        yield from found
        spans = sorted((one.start, one.end) for one in found)
        rest, at = [], 0
        for start, end in spans:
            rest += [self.text[at:start], _NOT_BREAK.sub("\0", self.text[start:end])]
            at = max(at, end)
        for comment in _COMMENT.finditer("".join([*rest, self.text[at:]])):
            yield Text("comment", comment[0], (), *comment.span())

    def position(self, at: int) -> tuple[int, int]:
        """Return the line and column of a character, from 1."""
        return position(self.text, at)

    def start_of(self, words: str, text: Text, after: int = 0) -> int:
        """Return where words of a text are in the file; the start of the text, if the file has them in another form."""
        pattern = r"(?:\s|\\\n)+".join(re.escape(word) for word in words.split())
        found = re.compile(pattern).search(self.text, max(text.start, after), text.end)
        return found.start() if found else text.start


def _texts(node: Node, route: Route, context: str) -> Iterator[Text]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield Text("name", key.value, (*route, key.value), key.start_mark.index, key.end_mark.index)
            yield from _texts(value, (*route, key.value), f"{key.value}: ")
    elif isinstance(node, SequenceNode):
        for position, inner in enumerate(node.value):
            yield from _texts(inner, (*route, position), context)
    elif isinstance(node, ScalarNode):
        mark = node.style if node.style in ("'", '"') else ""
        said = f"{mark}{_FOLD.sub(chr(10), node.value)}{mark}"
        yield Text("value", said, route, node.start_mark.index, node.end_mark.index, context)
