"""A value of a record as text in a sentence about a difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator import wording
from generator.periods import short_label_of
from generator.register import Register
from generator.register.names import day_in_words, item_name, reference_name
from generator.routes import below
from generator.wording import inside, quoted, some_of, words


def value_text(node: Mapping[str, Any], given: Any, register: Register) -> str:
    """Return a value as a reader knows it: `node` is its schema; None is “nothing”."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if given is None or isinstance(given, int | float):
        return wording.number(given, nothing="nothing")
    if isinstance(given, str):
        return _text(node, given, register)
    if isinstance(given, Sequence):
        return some_of(value_text(below(node, 0), one, register) for one in given) or "none"
    return facts_text(node, given, register)


def facts_text(
    node: Mapping[str, Any], given: Mapping[str, Any], register: Register, most: int = 3, leave: Iterable[str] = ()
) -> str:
    """Return the first things a group of fields says, by their titles: `mode in person, led by QAP Chair`."""
    found = []
    for field, inner in given.items():
        if field in leave:
            continue
        own = below(node, field)
        known = field in node.get("properties", {})
        title = inside(str(own.get("title", words(field)))) if known else words(field)
        found.append(f"{title} {value_text(own, inner, register)}")
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(found[:most]) + more


def _text(node: Mapping[str, Any], given: str, register: Register) -> str:
    if "x-record" in node:
        return reference_name(register, node["x-record"], given)
    if "x-item" in node:
        return item_name(register, node["x-item"], given)
    if "enum" in node or "x-here" in node:
        return words(given)
    if node.get("format") == "date":
        return day_in_words(given)
    if node.get("x-period"):
        return short_label_of(given, register.partnership.year_starts)
    if "x-counts" in node:
        return given
    return quoted(given)
