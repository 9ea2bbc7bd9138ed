"""The value that an author probably meant by an invalid one; certain only where there is just one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import jsonschema_rs

from generator import emit, source
from generator.problem import Edit
from generator.schema.keywords import KEYWORDS
from generator.schema.validation.date_forms import days_meant

LINE = 100
"""Characters: what is longer is not repeated in a remedy."""
_YES_NO = {"true": True, "yes": True, "y": True, "on": True, "false": False, "no": False, "n": False, "off": False}
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:([, _'])\d{3}(?:\1\d{3})*)?|\d+)(\.\d+)?")
_QUOTES = {"“": "”", "‘": "’", "„": "“", "«": "»", '"': '"', "'": "'", "`": "`", "”": "”", "’": "’"}
_LIST = re.compile(r"\s*[,;]\s*")
_validators: dict[int, tuple[Mapping[str, Any], Any]] = {}


def meant(node: Mapping[str, Any], written: Any) -> tuple[Any, ...]:
    """Return the values, valid by the schema `node`, that `written` may stand for: certain where it is one.

    Only the form is corrected, never the substance: capitals, spaces, hyphens, quotation marks, how a date or a
    number is written. A misspelt word is not among them: `suggestions` asks about it.
    """
    found: list[Any] = []
    for value in _readings(node, written):
        if value not in found and valid(node, value):
            found.append(value)
    return tuple(found)


def same_name(written: str, names: Iterable[str]) -> list[str]:
    """Return the `names` that differ from `written` only in capitals, spaces, hyphens and quotation marks."""
    letters = fold(written)
    return [name for name in names if letters and fold(name) == letters]


def fold(text: str) -> str:
    """Return the letters and digits alone, in lower case."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def without_odd_marks(text: str) -> str:
    """Return a text without odd and outer spaces, odd dashes, and quotation marks around it."""
    kinds = {letter: unicodedata.category(letter) for letter in text}
    letters = ("-" if kinds[one] == "Pd" or one == "\u2212" else one for one in text if kinds[one] != "Cf")
    text = " ".join("".join(letters).split())
    while len(text) > 1 and _QUOTES.get(text[0]) == text[-1] and text[-1] not in text[1:-1]:
        text = text[1:-1].strip()
    return text


def slug(text: str) -> str:
    """Return a text as an id is written: `Fire exits` → `fire-exits`; nothing where a letter would be lost."""
    return source.kebab(without_odd_marks(text))


def one_slip(written: str, name: str) -> bool:
    """Return whether one letter was left out, put in, mistaken for another, or two neighbours were swapped."""
    short, long = sorted((written, name), key=len)
    at = next((place for place, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short))
    if len(short) == len(long):
        swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
        return short != long and (swapped or short[at + 1 :] == long[at + 1 :])
    return len(long) - len(short) == 1 and short[at:] == long[at + 1 :]


def valid(node: Mapping[str, Any], value: Any) -> bool:
    """Return whether the schema `node` accepts the value."""
    known = _validators.get(id(node))
    if known is None or known[0] is not node:
        known = node, jsonschema_rs.Draft202012Validator(dict(node), validate_formats=True, keywords=KEYWORDS)
        _validators[id(node)] = known
    return bool(known[1].is_valid(value))


def to_write(fix: Sequence[Edit]) -> str:
    """Return the text that the author should write; empty where it is long or the fix has several edits."""
    if len(fix) != 1 or (isinstance(fix[0].new, list) and len(fix[0].new) != 1):
        return ""
    route, new = fix[0].route, fix[0].new
    if fix[0].key:
        return f"{new}:"
    name = route[-1]
    try:
        line = emit.line(name, new) if isinstance(name, str) else emit.line("entry", new).removeprefix("entry: ")
    except emit.Unwritable:
        return ""
    return line if len(line) <= LINE else ""


def _readings(node: Mapping[str, Any], written: Any) -> Iterator[Any]:
    kinds = node.get("type", "string")
    if "array" in kinds:
        yield from _lists(node, written)
    if isinstance(written, bool) or not isinstance(written, str | int):
        return
    text = without_odd_marks(str(written))
    if "enum" in node:
        yield from same_name(text, (option for option in node["enum"] if isinstance(option, str)))
    elif node.get("format") == "date":
        yield from days_meant(text)
    elif "boolean" in kinds and isinstance(written, str):
        if text.casefold() in _YES_NO:
            yield _YES_NO[text.casefold()]
    elif ("integer" in kinds or "number" in kinds) and isinstance(written, str):
        yield from _numbers(text)
    elif "string" in kinds and isinstance(written, int):
        yield str(written)
    elif {"pattern", "format"} & node.keys():
        form = next((one for one in (_one_line(str(written)), text, slug(text)) if valid(node, one)), None)
        yield from () if form is None else (form,)


def _numbers(text: str) -> Iterator[int | float]:
    found = _NUMBER.fullmatch(text)
    if found and len(text) < 18:
        digits = re.sub("[, _']", "", text)
        yield float(digits) if found[2] and float(digits) % 1 else int(float(digits))


def _one_line(text: str) -> str:
    return re.sub(r"\s*[\r\n]\s*", " ", text.strip())


def _lists(node: Mapping[str, Any], written: Any) -> Iterator[list[Any]]:
    """A list of one name, or of several that commas separate, where a list is wanted; sentences are not split."""
    inner = node.get("items", {})
    if isinstance(written, str) and ("enum" in inner or {"x-record", "x-item", "x-here"} & inner.keys()):
        entries = _LIST.split(without_odd_marks(written))
        if all(re.fullmatch(r"\w[^\s]*", entry) for entry in entries):
            yield entries
