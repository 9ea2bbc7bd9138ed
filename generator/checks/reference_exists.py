"""Whatever a record names exists.

A record names others by their id: an agency, a meeting, an audit, or an inner item such as a finding
(`2026-fire-safety#exits`). A name that leads nowhere would make a page without its subject, and a figure that counts
nothing.

Wrong: `agency: adult-socialcare`, when the record is `records/agency/adult-social-care.yaml`.
Right: `agency: adult-social-care`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import schema
from generator.problem import Fault
from generator.register import Link, Register

upholds = ("R01", "R38", "R45")
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    items: dict[tuple[str, str], dict[str, None]] = {}
    for link in register.links:
        fault = _fault(register, link, items)
        if fault:
            yield Fault(register.entries[link.type][link.id].place(*link.route), *fault)
    unreadable = {type for type, _ in register.broken}
    for entry in register.each():
        for route, name, written in schema.walk(register.schemas[entry.type].items, entry.value):
            type, _, list = name.partition("/")
            if written not in register.items[name] and type not in unreadable:
                ids = sorted(register.items[name])
                message = f"“{written}” is not among the {list.replace('_', ' ')}{schema.nearest(str(written), ids)}"
                remedy = (
                    f"Choose one of {', '.join(ids)}." if ids else f"No {type} record lists any: add it there first."
                )
                yield Fault(entry.place(*route), message, remedy)


def _fault(register: Register, link: Link, known: dict[tuple[str, str], dict[str, None]]) -> tuple[str, str] | None:
    type, id, item = link.target
    if not type:
        message = f"“{link.written}” does not name a record that may stand here"
        return message, f"Write the type and the id: {_forms(_allowed(register, link))}."
    entry = register.entries[type].get(id)
    if entry is None:
        if (type, id) in register.broken:
            return None
        title = schema.inside(register.schemas[type].title)
        near = schema.nearest(id, register.entries[type])
        return f"there is no {title} “{id}”{near}", f"Correct the id, or add records/{type}/{id}.yaml."
    if item and (type, id) not in known:
        known[type, id] = dict.fromkeys(_item_ids(entry.value))
    items = known.get((type, id), {})
    if item and item not in items:
        message = f"{type}/{id} has no item “{item}”{schema.nearest(item, items)}"
        return message, f"Its items are {', '.join(items)}." if items else "It has no items that can be named."
    return None


def _allowed(register: Register, link: Link) -> Sequence[str]:
    """The kinds of record that may be named at the link's place."""
    entry = register.entries[link.type][link.id]
    walked = schema.walk(register.schemas[link.type].references, entry.value)
    kinds = next(kinds for route, kinds, _ in walked if route == link.route)
    return [kinds] if isinstance(kinds, str) else kinds


def _forms(kinds: Sequence[str]) -> str:
    """How references to these kinds are written, a few of many."""
    forms = [f"{kind.removesuffix('#')}/…{'#…' if kind.endswith('#') else ''}" for kind in kinds]
    return ", ".join(forms[:4]) + (" and so on" if len(forms) > 4 else "")


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
