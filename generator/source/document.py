"""One YAML document as plain values: YAML 1.2 scalars, unique keys, no anchors, aliases or tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.problem import Place, Problem, Route

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 40

_NO_TAG = "plain"
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?")
_CONSTANTS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: word[0] in "tT" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}
_FIRST_OF_NUMBER_OR_CONSTANT = frozenset("0123456789+-.~ntfNTF")
_ANCHOR_OR_ALIAS = re.compile(rb"(?:^|[\s\[{,])[&*][^\s&*]", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A record's file: its name from the root, its bytes, its values; with problems, the values are None."""

    name: str
    data: bytes
    value: Any
    problems: tuple[Problem, ...] = ()


class _Composer(CParser):
    """libyaml's composer, with the resolving of tags left to our own walk of the nodes."""

    def resolve(self, kind: type[Node], value: str, implicit: tuple[bool, bool]) -> str:
        return _NO_TAG

    def descend_resolver(self, parent: Node, index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...


class _Refused(Exception):
    """A document that can't be read: what is wrong, what to do, and where (from 0)."""

    def __init__(self, message: str, remedy: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.remedy, self.line, self.column = message, remedy, line, column


def read(name: str, data: bytes) -> Document:
    """Read one document: from a folder, a commit, a form or an upload alike.

    `name` is what a person calls the file; `data` its bytes. Every fault is in `problems`; nothing is raised.
    """
    try:
        root = _compose(data)
        faults: list[Problem] = []
        value = _value(root, name, faults)
        if not isinstance(value, dict):
            raise _Refused("the file is not a list of fields", "Begin each line with a field's name and a colon.")
    except _Refused as refused:
        place = Place(name, refused.line + 1, refused.column + 1)
        return Document(name, data, None, (Problem(place, "yaml", "E", refused.message, refused.remedy),))
    return Document(name, data, None if faults else value, tuple(faults))


def locate(data: bytes, route: Route, *, key: bool = False) -> tuple[int, int]:
    """Return the line and column, from 1, of the value at `route` (or of its key); the nearest parent's if absent."""
    try:
        node = _compose(data)
    except _Refused as refused:
        return refused.line + 1, refused.column + 1
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


def _is_block(node: Node) -> bool:
    """A value written below its key: the key's line is where a reader looks."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _compose(data: bytes) -> Node:
    if len(data) > MAXIMUM_BYTES:
        raise _Refused(
            f"the file has {len(data):,} bytes; at most {MAXIMUM_BYTES:,} are read",
            "Move long text into a document of its own and link to it.",
        )
    if _ANCHOR_OR_ALIAS.search(data) or _may_be_deep(data):
        _refuse_hazards(data)
    try:
        node = _Composer(data).get_single_node()
    except yaml.YAMLError as error:
        _refuse_syntax(data, error)
    except RecursionError:
        raise _Refused("the file is nested too deeply", "Write it flatter.") from None
    if node is None:
        raise _Refused("the file is empty", "Write the record's fields, or delete the file.")
    return node


def _value(node: Node, name: str, faults: list[Problem]) -> Any:
    if node.tag != _NO_TAG:
        _fault(faults, name, node, f"the tag “{node.tag}” is not allowed", "Remove it: write the plain value.")
    if type(node) is ScalarNode:
        text = node.value
        if node.style or (text and text[0] not in _FIRST_OF_NUMBER_OR_CONSTANT):
            return text
        return _scalar(text)
    if type(node) is SequenceNode:
        return [_value(item, name, faults) for item in node.value]
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if type(key_node) is not ScalarNode:
            _fault(faults, name, key_node, "a field's name must be plain words", "Write a name, then a colon.")
        elif key in values:
            message = f"“{key}” is written twice in one place; only one of them could count"
            _fault(faults, name, key_node, message, "Keep one and delete the other.")
        else:
            values[key] = _value(value_node, name, faults)
    return values


def _scalar(text: str) -> str | int | float | bool | None:
    """A plain scalar by YAML 1.2's core schema, without its octal and hexadecimal integers: those stay text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) <= 18 else text
    if _FLOAT.fullmatch(text) and ("." in text or "e" in text or "E" in text):
        return float(text) if len(text) <= 32 else text
    return text


def _fault(faults: list[Problem], name: str, node: Node, message: str, remedy: str) -> None:
    place = Place(name, node.start_mark.line + 1, node.start_mark.column + 1)
    faults.append(Problem(place, "yaml", "E", message, remedy))


def _may_be_deep(data: bytes) -> bool:
    return data.count(b"[") + data.count(b"{") + data.count(b"- -") > MAXIMUM_DEPTH or b" " * 2 * MAXIMUM_DEPTH in data


def _refuse_hazards(data: bytes) -> None:
    """Refuse anchors, aliases and deep nesting from the stream of events, which needs neither recursion nor memory."""
    depth = 0
    try:
        for event in _events(data):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _Refused(
                    f"“{'*' if isinstance(event, yaml.AliasEvent) else '&'}{event.anchor}” refers to another part",
                    "Write the value out, or put the text in quotation marks.",
                    event.start_mark.line,
                    event.start_mark.column,
                )
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAXIMUM_DEPTH:
                mark = event.start_mark
                raise _Refused("the file is nested too deeply", "Write it flatter.", mark.line, mark.column)
    except yaml.YAMLError as error:
        _refuse_syntax(data, error)


def _events(data: bytes) -> Iterator[Any]:
    parser = _Composer(data)
    while parser.check_event():
        yield parser.get_event()


_HINTS = (
    ("found another document", "the file holds two records", "Keep one record a file: what follows “---” belongs in a file of its own."),
    ("mapping values are not allowed", "there is a second colon here", "Put text that contains “: ” in quotation marks, or mend the indentation."),
    ("cannot start any token", "a value can't begin with this character", "Put it in quotation marks; indent with spaces, never with tabs."),
    ("unexpected end of stream", "a quotation mark is opened and never closed", "Close the quotation mark."),
    ("did not find expected", "the list or block is not closed or not indented as its neighbours are", "Compare the indentation, commas and brackets with the lines above."),
    ("could not find expected ':'", "a field's name has no colon", "Write a colon and a space after the field's name."),
)  # fmt: skip


def _refuse_syntax(data: bytes, error: yaml.YAMLError) -> NoReturn:
    """Turn libyaml's words into ours."""
    said = str(error)
    if isinstance(error, yaml.reader.ReaderError):
        line = data[: _position(data)].count(b"\n")
        raise _Refused("the file is not plain text in UTF-8", "Save it again with the encoding UTF-8.", line) from None
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    for words, message, remedy in _HINTS:
        if words in said:
            raise _Refused(message, remedy, line, column) from None
    problem = getattr(error, "problem", None) or "this can't be read"
    raise _Refused(f"not valid YAML: {problem}", "Compare the line with the type's example.", line, column) from None


def _position(data: bytes) -> int:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return next(
        (
            len(text[:at].encode())
            for at, letter in enumerate(text)
            if not letter.isprintable() and letter not in "\n\r\t"
        ),
        0,
    )
