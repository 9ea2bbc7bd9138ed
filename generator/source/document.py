"""One YAML document as plain values: YAML 1.2 scalars, unique keys, no anchors, aliases or tags."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.problem import Place, Problem
from generator.source import comments
from generator.source.conflicts import conflicts
from generator.source.spaces import mistaken, mistaken_for
from generator.source.syntax import EMPTY, NO_SPACE, NOT_UTF_8, UNSEEN_BREAK, WRITE_OUT, Refused, explain, odd_break

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 40
MAXIMUM_FAULTS = 100
"""The most faults that are reported of one file; a file with a million is an attack."""
MAXIMUM_NUMBER = 10**15
"""Beyond it a number with a point is not exact: it stays text."""

_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_FLOAT = re.compile(r"[-+]?(?:(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)")
_CONSTANTS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: word[0] in "tT" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}
_FIRST_OF_NUMBER_OR_CONSTANT = frozenset("0123456789+-.~ntfNTF")


@dataclass(frozen=True)
class Document:
    """A record's file: its name from the root, its bytes, its values; with problems, the values are None."""

    name: str
    data: bytes
    value: Any
    problems: tuple[Problem, ...] = ()


def read(name: str, data: bytes) -> Document:
    """Read one document: from a folder, a commit, a form or an upload alike.

    `name` is what a person calls the file; `data` its bytes. Every fault is in `problems`; nothing is raised.
    """
    reader = _Reader(name, data)
    value = None
    for line, message, remedy in conflicts(data):
        reader.report(line, 0, message, remedy)
    if reader.faults:
        return Document(name, data, None, tuple(reader.faults))
    try:
        value = reader.document()
        for line, column in comments.cut_texts(data) if not reader.faults else ():
            reader.report(line, column, *comments.CUT_TEXT)
    except Refused as refused:
        reader.report(refused.line, refused.column, refused.message, refused.remedy)
    except yaml.YAMLError as error:
        said = explain(data, error)
        reader.report(said.line, said.column, said.message, said.remedy)
    return Document(name, data, None if reader.faults else value, tuple(reader.faults))


@dataclass
class _Reader:
    """Builds values from libyaml's events in one pass, without a tree; aliases are refused and depth is limited."""

    name: str
    data: bytes
    faults: list[Problem] = field(default_factory=list)
    next: Callable[[], Any] = field(init=False)

    def document(self) -> dict[str, Any]:
        """Return the fields of the only document. Errors: Refused, YAMLError."""
        if len(self.data) > MAXIMUM_BYTES:
            raise Refused(
                f"the file has more than {MAXIMUM_BYTES:,} bytes",
                "Move long text into a document of its own and link to it.",
            )
        if self.data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
            raise Refused(*NOT_UTF_8)
        found = None if self.data.isascii() else UNSEEN_BREAK.search(self.data)
        if found:
            raise odd_break(self.data, found)
        events: Any = CParser(self.data)
        self.next = events.get_event
        self.next()
        if type(self.next()) is StreamEndEvent:
            raise Refused(*EMPTY)
        first = self.next()
        value = self.value(first, 0)
        self.next()
        after = self.next()
        if type(after) is DocumentStartEvent:
            remedy = "Keep one record a file: move what follows “---” into a file of its own."
            mark: Any = after.start_mark
            self.fault(mark.line, 0, "a second record begins here", remedy)
        if value is None and not self.faults:
            raise Refused(*EMPTY)
        if not isinstance(value, dict) and not self.faults:
            remedy = "Begin each field on a line of its own: its name, a colon, a space, its value."
            mark = first.start_mark
            glued = NO_SPACE.fullmatch(value) if isinstance(value, str) else None
            if glued:
                raise Refused("there is no space after the colon", f"Write it: “{glued[1]} {glued[2]}”.")
            raise Refused("the file is not a record: it has no fields", remedy, mark.line, mark.column)
        return value if isinstance(value, dict) else {}

    def value(self, event: Any, depth: int) -> Any:
        """Return the value that begins with `event`."""
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is AliasEvent or event.anchor is not None:
            sign = "*" if kind is AliasEvent else "&"
            self.refuse(event, f"a value can't begin with “{sign}”", WRITE_OUT)
        if event.tag is not None:
            self.tag(event)
        if depth == MAXIMUM_DEPTH:
            self.refuse(
                event, f"the file is nested more than {MAXIMUM_DEPTH} deep", "Fix the brackets or the indentation."
            )
        if kind is SequenceStartEvent:
            items = []
            while type(event := self.next()) is not SequenceEndEvent:
                items.append(self.scalar(event) if type(event) is ScalarEvent else self.value(event, depth + 1))
            return items
        values: dict[str, Any] = {}
        first: dict[str, Any] = {}
        while type(key := self.next()) is not MappingEndEvent:
            name = self.name_of(key, values, first, depth)
            event = self.next()
            value = self.scalar(event) if type(event) is ScalarEvent else self.value(event, depth + 1)
            if name is not None:
                values[name] = value
        return values

    def name_of(self, key: Any, values: dict[str, Any], first: dict[str, Any], depth: int) -> str | None:
        """Return a field's name; None, with a fault, where it can't be one."""
        mark = key.start_mark
        if type(key) is not ScalarEvent or key.anchor is not None or key.tag is not None:
            self.value(key, depth + 1)
            if type(key) is MappingStartEvent or type(key) is SequenceStartEvent:
                remedy = "Write a name, then a colon; put text that begins with a bracket in quotation marks."
                self.fault(mark.line, mark.column, "a field's name can't begin with a bracket", remedy)
            return None
        name: str = key.value
        if name in values:
            related = Place(self.name, first[name].line + 1, first[name].column + 1, note="first")
            message = f"“{name}” is written twice in one place; only one of them could count"
            self.fault(mark.line, mark.column, message, "Keep one and delete the other.", related)
            return None
        if not name:
            self.fault(mark.line, mark.column, "a field's name is missing", "Write a name before the colon.")
            return None
        if name == "<<" and not key.style:
            self.refuse(key, "a record can't take over fields with “<<”", "Write the fields out.")
        if not (name.isascii() or key.style) and name[0].isspace():
            self.fault(mark.line, mark.column, *mistaken_for(name[0]))
            return None
        first[name] = mark
        return name

    def scalar(self, event: Any) -> str | int | float | bool | None:
        """A scalar by YAML 1.2's core schema; but whole numbers in another form than digits alone stay text."""
        if event.anchor is not None:
            self.refuse(event, "a value can't begin with “&”", WRITE_OUT)
        if event.tag is not None:
            self.tag(event)
        text: str = event.value
        if not (event.style or text.isascii()) and (column := mistaken(text)) is not None:
            self.fault(event.start_mark.line, event.start_mark.column + column, *mistaken_for(text[column]))
        if event.style or (text and text[0] not in _FIRST_OF_NUMBER_OR_CONSTANT):
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.fullmatch(text):
            return int(text) if len(text) <= 18 else text
        if len(text) <= 32 and _FLOAT.fullmatch(text) and abs(number := float(text)) < MAXIMUM_NUMBER:
            return int(number) if number.is_integer() else number
        return text

    def tag(self, event: Any) -> None:
        mark, remedy = event.start_mark, "Remove the word that begins with “!”, or put the text in quotation marks."
        self.fault(mark.line, mark.column, "a value can't begin with “!”", remedy)

    def refuse(self, event: Any, message: str, remedy: str) -> None:
        raise Refused(message, remedy, event.start_mark.line, event.start_mark.column)

    def fault(self, line: int, column: int, message: str, remedy: str, *related: Place) -> None:
        if len(self.faults) == MAXIMUM_FAULTS:
            raise Refused("there are more faults below", "Fix those above first.", line, column)
        self.report(line, column, message, remedy, *related)

    def report(self, line: int, column: int, message: str, remedy: str, *related: Place) -> None:
        fault = Problem(Place(self.name, line + 1, column + 1), "yaml", "E", message, remedy, related)
        if fault not in self.faults[-1:]:  # a fault that stops the parser may be reported already
            self.faults.append(fault)
