"""Whatever a record names exists.

A record names others by their id: an agency, a meeting, an audit, or an inner item such as a finding (`2026-fire-safety#exits`).
A name that leads nowhere would make a page without its subject, and a figure that counts nothing.

Wrong: `agency: adult-socialcare`, when the record is `records/agency/adult-social-care.yaml`.
Right: `agency: adult-social-care`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.problem import Fault
from generator.register import Link, Register

upholds = ("R01", "R38", "R45")
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for link in register.links:
        fault = _fault(register, link)
        if fault:
            yield Fault(register.entries[link.type][link.id].place(*link.route), *fault)
    for entry in register.each():
        for route, name, written in schema.walk(register.schemas[entry.type].items, entry.value):
            if written not in register.items[name] and not _broken(register, name.split("/")[0]):
                near = schema.nearest(str(written), sorted(register.items[name]))
                remedy = f"Choose one of {', '.join(sorted(register.items[name])) or 'none: the list is empty'}."
                yield Fault(entry.place(*route), f"“{written}” is not among the {name.split('/')[1]}{near}", remedy)


def _fault(register: Register, link: Link) -> tuple[str, str] | None:
    type, id, item = link.target
    if not type:
        return (
            f"“{link.written}” names a kind of record that does not belong here",
            f"Write the type and the id, as in {example(register, link)}.",
        )
    entry = register.entries[type].get(id)
    if entry is None:
        if (type, id) in register.broken:
            return None
        near = schema.nearest(id, register.entries[type])
        return f"there is no {title(register, type)} “{id}”{near}", f"Correct the id, or add records/{type}/{id}.yaml."
    items = dict.fromkeys(_item_ids(entry.value))
    if item and item not in items:
        near = schema.nearest(item, items)
        return f"{type}/{id} has no item “{item}”{near}", f"Its items are {', '.join(items) or 'none'}."
    return None


def example(register: Register, link: Link) -> str:
    """A reference that would be allowed here."""
    for route, kinds, _ in schema.walk(
        register.schemas[link.type].references, register.entries[link.type][link.id].value
    ):
        if route == link.route:
            allowed = [kinds] if isinstance(kinds, str) else kinds
            return " or ".join(f"{kind.removesuffix('#')}/…{'#…' if kind.endswith('#') else ''}" for kind in allowed)
    return "agency/…"


def title(register: Register, type: str) -> str:
    """The type's title in the middle of a sentence."""
    words = register.schemas[type].title
    return words if words.split()[0].isupper() else words[0].lower() + words[1:]


def _item_ids(value: object) -> Iterator[str]:
    """The ids of every inner item, at any depth."""
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict) and isinstance(inner.get("id"), str):
                yield inner["id"]
            yield from _item_ids(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _item_ids(inner)


def _broken(register: Register, type: str) -> bool:
    """A record of that type can't be read: what it lists is unknown."""
    return any(broken == type for broken, _ in register.broken)
