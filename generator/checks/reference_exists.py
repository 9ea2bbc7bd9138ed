"""A record that another names exists.

A record names others by their id: an agency, a meeting, an audit, or an inner item such as a finding
(`2026-fire-safety#exits`). A wrong id leaves a page without its subject and a record out of the counts.
Where many places name a record that is gone, it is reported once.

Wrong: `agency: adult-socialcare`, when the record is `records/agency/adult-social-care.yaml`.
Right: `agency: adult-social-care`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import Fault
from generator.register import Link, Register
from generator.register.former import former_ids, id_now
from generator.register.references import MANY, Names, alike, allowed_kinds, combined, forms, item_ids, not_found
from generator.wording import inside

upholds = ("R38", "R45")
level = "E"
as_written = True


def problems(register: Register) -> Iterator[Fault]:
    items: dict[tuple[str, str], dict[str, None]] = {}
    names, former = Names(register), former_ids(register)
    gone: dict[tuple[str, str], list[Fault]] = {}
    for link in register.links:
        if former and link.target[0] and id_now(register, former, *link.target[:2]):
            continue
        fault = _fault(register, link, items, names)
        if fault and not fault.fix and link.target[0] and link.target[1] not in register.entries[link.target[0]]:
            gone.setdefault(link.target[:2], []).append(fault)
        elif fault:
            yield fault
    for (type, id), faults in gone.items():
        back = f"Put records/{type}/{id}.yaml back; if it has another name now, correct each place that names it."
        yield from faults if len(faults) < MANY else [combined(faults, f"{faults[0].message}, and {{}} name it", back)]


def _fault(register: Register, link: Link, known: dict[tuple[str, str], dict[str, None]], names: Names) -> Fault | None:
    type, id, item = link.target
    place = register.entries[link.type][link.id].place(*link.route)
    entry = register.entries.get(type, {}).get(id)
    if entry is None:
        if (type, id) in register.broken:
            return None
        kinds = allowed_kinds(register, link) if link.route else type
        meant = names.meant(kinds, link.written) if link.route else ""
        if not type:
            message = f"“{link.written}” does not name a record that may stand here"
            return not_found(place, message, f"Write the type and the id: {forms(kinds)}.", link.written, (), meant)
        message = f"there is no {inside(register.schemas[type].title)} “{id}”"
        entries = register.entries[type]
        return not_found(place, message, f"Correct the id, or add records/{type}/{id}.yaml.", id, entries, meant)
    items = known.setdefault((type, id), dict.fromkeys(item_ids(entry.value))) if item else {}
    if item and item not in items:
        meant = alike(item, items)
        remedy = f"Its items are {', '.join(items)}." if items else "It has no items that can be named."
        whole = f"{link.written.partition('#')[0]}#{meant}" if meant else ""
        return not_found(place, f"{type}/{id} has no item “{item}”", remedy, item, items, whole)
    return None
