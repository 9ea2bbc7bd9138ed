"""Records, fields and values as a sentence has them: names for ids, dates and quarters in words, long text cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator import schema
from generator.assurance.periods import Quarter
from generator.assurance.verdicts import label
from generator.register import Register, target

SHORT = 60
"""The longest text that is given whole."""

NAMES = ("title", "statement", "text", "question", "theme", "area", "to", "answer")
"""The fields an entry of a list may be known by, the first it has."""


def day(value: date) -> str:
    """`30 June 2026`."""
    return f"{value.day} {value:%B %Y}"


def moved(before: date, after: date) -> str:
    """`31 March → 30 June 2026`: the year once where it is one."""
    first = day(before).removesuffix(f" {after.year}") if before.year == after.year else day(before)
    return f"{first} → {day(after)}"


def quarter(text: str, year_starts: int) -> str:
    """`2026-27-q2` → `Q2 2026-27`; anything else stays."""
    try:
        return label(Quarter.parse(text, year_starts))
    except ValueError:
        return text


def inside(title: str) -> str:
    """Return a title in the middle of a sentence: `audit day`, `KPI return`, `DoLS applications`."""
    return title if title.split()[0][1:] != title.split()[0][1:].lower() else schema.inside(title)


def words(id: str) -> str:
    """`requires-improvement` → `requires improvement`."""
    return id.replace("-", " ").replace("_", " ")


def quoted(text: str, most: int = SHORT) -> str:
    """The text, or its beginning, on one line in quotation marks."""
    line = " ".join(text.split())
    if len(line) <= most:
        return f"“{line}”"
    kept = line[: most - 1]
    return f"“{kept.rpartition(' ')[0] if ' ' in kept[most // 2 :] else kept} …”"


def listed(items: Iterable[str], most: int = 4) -> str:
    """`a, b and c`; `a, b, c and 3 more`."""
    found = list(items)
    if len(found) > most:
        found = [*found[: most - 1], f"{len(found) - most + 1:,} more"]
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def number(value: object) -> str:
    """`1,234`; `nothing` where there is none; text, such as a marker, as it is."""
    if value is None:
        return "nothing"
    return str(value) if isinstance(value, str) else f"{value:,}"


def ordinal(number: int) -> str:
    """`1st`, `12th`, `32nd`: a number in a row of things."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number:,}{'th' if number % 100 in (11, 12, 13) else endings.get(number % 10, 'th')}"


def some(number: int, one: str, many: str = "") -> str:
    """`1 finding`, `12 findings`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def name(register: Register, type: str, id: str) -> str:
    """Return what people call a record: its title, or its type and what its path names, days and quarters in words.

    What its path dates is called so without its type: `Quality Assurance Partnership, 2 July 2026`.
    """
    entry, expected = register.entries.get(type, {}).get(id), register.schemas.get(type)
    if entry and entry.record.title:
        return entry.record.title
    parts = (expected.path.read(id) if expected else None) or {"id": id}
    said = [_part(register, part, one) for part, one in parts.items()]
    if expected is None or {"date", "quarter"} & parts.keys():
        return ", ".join(said)
    return f"{expected.title}: {', '.join(said)}"


def _part(register: Register, part: str, text: str) -> str:
    """What one part of an id says: a record's name, a day, a quarter, a year, or words."""
    if part in register.schemas:
        return name(register, part, text)
    return words(text) if part == "id" else quarter(_day(text), register.partnership.year_starts)


def plain(register: Register, type: str, id: str) -> str:
    """Return a record's name without its type before it: `Action plan: safe discharge` → `Safe discharge`; a year
    alone keeps it: `Audit programme 2026-27`.
    """
    said = name(register, type, id)
    title = register.schemas[type].title
    short = said.removeprefix(f"{title}: ")
    if short == said:
        return said
    return f"{title} {short}" if short[:1].isdigit() else short[:1].upper() + short[1:]


def reference(register: Register, kinds: str | Sequence[str], written: str) -> str:
    """Return what a reference names: a record, or an item of one by its own words."""
    type, id, item = target(kinds, written)
    said = plain(register, type, id) if type in register.schemas else written
    if not item:
        return said
    entry = register.entries.get(type, {}).get(id)
    found = next(_items(entry.value, item), None) if entry else None
    return f"{entry_name(found) if found else words(item)} of {said}"


def item(register: Register, list: str, id: str) -> str:
    """Return what an item of a list such as `framework/principles` is called; its id in words where that is unknown."""
    type, _, field = list.partition("/")
    for entry in register.entries.get(type, {}).values():
        for one in entry.value.get(field, ()):
            if one.get("id") == id:
                return next((str(one[field]) for field in NAMES if field in one), words(id))
    return words(id)


def entry_name(entry: Mapping[str, Any]) -> str:
    """Return what an entry of a list is known by, in quotation marks."""
    said = next((entry[one] for one in NAMES if isinstance(entry.get(one), str)), None)
    return quoted(said) if said else f"“{words(str(entry['id']))}”" if "id" in entry else ""


def value(node: Mapping[str, Any], given: Any, register: Register) -> str:
    """Return a value as a reader knows it; `node` is what its schema says of it, None is nothing."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if given is None or isinstance(given, int | float):
        return number(given)
    if isinstance(given, str):
        return _text(node, given, register)
    if isinstance(given, Sequence):
        return listed(value(node.get("items", {}), one, register) for one in given) or "none"
    return facts(node, given, register)


def facts(
    node: Mapping[str, Any], given: Mapping[str, Any], register: Register, most: int = 3, leave: Iterable[str] = ()
) -> str:
    """Return the first things a group of fields says, by their titles: `mode in person, led by QAP Chair`."""
    properties, other = node.get("properties", {}), node.get("additionalProperties")
    found = []
    for field, inner in given.items():
        if field in leave:
            continue
        below = properties.get(field, other)
        below = below if isinstance(below, Mapping) else {}
        title = inside(str(below.get("title", words(field)))) if field in properties else words(field)
        found.append(f"{title} {value(below, inner, register)}")
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(found[:most]) + more


def _text(node: Mapping[str, Any], given: str, register: Register) -> str:
    if "x-record" in node:
        return reference(register, node["x-record"], given)
    if "x-item" in node:
        return item(register, node["x-item"], given)
    if "enum" in node or "x-here" in node:
        return words(given)
    if node.get("format") == "date":
        return _day(given)
    if node.get("x-period"):
        return quarter(given, register.partnership.year_starts)
    if "x-counts" in node:
        return given
    return quoted(given)


def _day(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


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
