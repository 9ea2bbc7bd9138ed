"""What people call records, their items, references and values: titles for ids, dates and quarters in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import wording
from generator.periods import short_label_of
from generator.register.links import target
from generator.register.records import Register
from generator.wording import quoted, words

NAMES = ("title", "statement", "text", "question", "theme", "area", "to", "answer")
"""The fields that can name an entry of a list; the first that the entry has is used."""


def record_name(register: Register, type: str, id: str) -> str:
    """Return what people call a record: its title, or its type and what its path names, days and quarters in words.

    `KPI return: Pennine Care, Q3 2024-25`; a record named by a day (a meeting) has no type before its name: `Quality
    Assurance Partnership, 2 July 2026`.
    """
    entry, expected = register.entries.get(type, {}).get(id), register.schemas.get(type)
    if entry and entry.record.title:
        return entry.record.title
    parts = (expected.path.read(id) if expected else None) or {"id": id}
    said = [_part(register, part, one) for part, one in parts.items()]
    if expected is None or "date" in parts:
        return ", ".join(said)
    return f"{expected.title}: {', '.join(said)}"


def _part(register: Register, part: str, text: str) -> str:
    """What one part of an id says: a record's name, a day, a quarter, a year, or words."""
    if part in register.schemas:
        return record_name(register, part, text)
    return words(text) if part == "id" else short_label_of(day_in_words(text), register.partnership.year_starts)


def short_name(register: Register, type: str, id: str) -> str:
    """Return a record's name without its type before it: `Action plan: safe discharge` → `Safe discharge`; a year
    alone keeps it: `Audit programme 2026-27`.
    """
    said = record_name(register, type, id)
    title = register.schemas[type].title
    short = said.removeprefix(f"{title}: ")
    if short == said:
        return said
    return f"{title} {short}" if short[:1].isdigit() else short[:1].upper() + short[1:]


def reference_name(register: Register, kinds: str | Sequence[str], written: str) -> str:
    """Return what a reference names: a record, or an item of one by its own words."""
    type, id, item = target(kinds, written)
    said = short_name(register, type, id) if type in register.schemas else written
    if not item:
        return said
    entry = register.entries.get(type, {}).get(id)
    found = next(_items(entry.value, item), None) if entry else None
    return f"{entry_name(found) if found else words(item)} of {said}"


def item_name(register: Register, list: str, id: str) -> str:
    """Return what an item of a list such as `framework/principles` is called; its id in words where that is unknown."""
    one = register.items.get(list, {}).get(id, {})
    return next((str(one[field]) for field in NAMES if field in one), words(id))


def entry_name(entry: Mapping[str, Any]) -> str:
    """Return what an entry of a list is known by, in quotation marks."""
    said = next((entry[one] for one in NAMES if isinstance(entry.get(one), str)), None)
    return quoted(said) if said else f"“{words(str(entry['id']))}”" if "id" in entry else ""


def day_in_words(text: str) -> str:
    """Return a date as a reader writes it, `2026-06-30` → `30 June 2026`; any other text as it is."""
    return wording.day(wording.day_of(text)) or text


def _items(value: Any, id: str) -> Iterator[Mapping[str, Any]]:
    """Every entry of a list, at any depth, that has the id."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _items(inner, id)
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, Mapping):
                if one.get("id") == id:
                    yield one
                yield from _items(one, id)


def type_name(register: Register, type: str) -> str:
    """Return what the partnership calls one record of a type: `Adult practice review`."""
    return next((one.title for one in register.framework.names if one.type == type), register.schemas[type].title)


def type_plural(register: Register, type: str) -> str:
    """Return what the partnership calls several records of a type: `Adult practice reviews`."""
    own = next((one.plural for one in register.framework.names if one.type == type), "")
    title = register.schemas[type].title
    return own or (f"{title[:-1]}ies" if title.endswith("y") else f"{title}s")
