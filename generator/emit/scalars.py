"""One plain value as a person would write it in YAML, so that no common reader takes it for something else."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from yaml import ScalarNode
from yaml.resolver import Resolver

from generator import source
from generator.wording import day_of

WIDTH = 100
"""Columns: text that goes beyond is folded."""

_NUMBER_TO_SOME = re.compile(
    r"[-+]?(?:[0-9][0-9_,]*(?:\.[0-9_]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|0[xXoObB][0-9a-fA-F_]+|[-+]?[0-9]+(?::[0-9]+)+(?:\.[0-9]*)?"
)
_WORD_TO_SOME = frozenset({"y", "n", "=", "<<", ".nan", ".inf", "-.inf", "+.inf"})
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_PLAIN = re.compile(r"(?![-?:](?:\s|$))[^\s,\[\]{}#&*!|>'\"%@`](?:[^\n\t]*[^\s:])?")
_TEXT = "tag:yaml.org,2002:str"
_resolver: Any = Resolver()


class Unwritable(ValueError):
    """An error: a value that YAML can't hold as records are read here, or an edit that would change something else."""


def scalar(value: Any, *, flow: bool = False, like: str | None = None, day: bool = True) -> str:
    """Return a value on one line. Errors: Unwritable.

    `flow`: it stands between brackets; `like`: the quotation mark it had, kept where it can be; `day`: a date may
    stand without quotation marks.
    """
    for text in _on_a_line(value, flow, like, day):
        if _reads(f"[{text}]" if flow else text, [value] if flow else value):
            return text
    raise Unwritable("a text with invisible control characters, or a number that is too long, can't be written")


def block(value: str, indent: int, column: int, *, like: str | None = None, day: bool = True) -> str:
    """Return a text that may go over several lines, each indented by `indent`; its first begins at `column`."""
    if like in ("'", '"'):
        return scalar(value, like=like, day=day)
    long = "\n" in value or column + len(value) > WIDTH or like in ("|", ">")
    for text in _on_lines(value, indent, like) if long and value else ():
        if _reads(text, value, indent - 2 if indent > 1 else 0):
            return text
    return scalar(value, day=day)


def plain(text: str, *, flow: bool = False, day: bool = True) -> bool:
    """Return whether a text needs no quotation marks: every common reader takes it for this text."""
    if not _PLAIN.fullmatch(text) or ": " in text or " #" in text:
        return False
    if flow and (set(text) & set(",[]{}?:") or text[0] in "-?"):
        return False
    if text.startswith(("---", "...")) or text.casefold() in _WORD_TO_SOME or _NUMBER_TO_SOME.fullmatch(text):
        return False
    return bool(_resolver.resolve(ScalarNode, text, (True, False)) == _TEXT) or (day and day_of(text) is not None)


def _on_a_line(value: Any, flow: bool, like: str | None, day: bool) -> Iterator[str]:
    if value is None:
        yield "null"
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, int | float):
        yield repr(int(value) if isinstance(value, float) and value.is_integer() else value)
    elif isinstance(value, str):
        escaped = "\\" in value or '"' in value or "\n" in value
        single = "'" + value.replace("'", "''") + "'"
        if like != '"' and like != "'" and plain(value, flow=flow, day=day):
            yield value
        if "\n" not in value and (like == "'" or (like != '"' and escaped)):
            yield single
        yield json.dumps(value, ensure_ascii=False)
    else:
        raise Unwritable(f"{type(value).__name__} is nothing that YAML can hold")


def _on_lines(value: str, indent: int, like: str | None) -> Iterator[str]:
    """The text after `|` or `>`: folded after `>`, with the text's own lines after `|`."""
    body = value.rstrip("\n")
    more = len(value) - len(body)
    sign = ("-", "", "+")[min(more, 2)]
    step = "2" if body[:1] in (" ", "\n", "\t") else ""
    pad = " " * indent
    if like != "|" and (like == ">" or "\n" not in value):
        lines = [line for part in re.split("(\n+)", body) for line in _folded(part, indent)]
        if like == ">" or len(lines) > 1 or indent + len(body) <= WIDTH:
            yield _block(f">{step}{sign}", lines, pad, more)
    if like or "\n" in value:
        yield _block(f"|{step}{sign}", body.split("\n"), pad, more)


def _folded(part: str, indent: int) -> list[str]:
    if part.startswith("\n"):
        return [""] * len(part)
    return textwrap.wrap(part, WIDTH - indent, break_long_words=False, break_on_hyphens=False)


def _block(head: str, lines: list[str], pad: str, more: int) -> str:
    return "\n".join([head, *(pad + line if line else "" for line in lines), *[""] * (more - 1)])


def _reads(text: str, value: Any, indent: int = 0) -> bool:
    """Whether the written text is read back as the value and has no character that can't be seen."""
    if isinstance(value, str) and _UNSEEN.search(value):
        return False
    try:
        data = f"{' ' * indent}k: {text}\n".encode()
    except UnicodeEncodeError:
        return False
    document = source.read("", data)
    return not document.problems and same(document.value["k"], value)


def same(one: Any, other: Any) -> bool:
    """Return whether two values are equal and of one kind, at any depth: 1 is 1.0 and not true."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other and isinstance(one, bool) == isinstance(other, bool)
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(inner, other[key]) for key, inner in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
