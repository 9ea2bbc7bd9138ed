"""The record that a reference probably means where it is not written by the record's id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator import schema
from generator.problem import Edit, Fault, Place
from generator.register import Entry, Link, Register
from generator.wording import plural

MANY = 5
"""Where at least so many places use a name that leads nowhere, what it names is gone rather than mistyped each time."""


@dataclass(frozen=True)
class Names:
    """An index of what records are called, letters and digits only; built when first used."""

    register: Register
    known: dict[str, tuple[Mapping[str, set[str]], Mapping[str, set[str]]]] = field(default_factory=dict)

    def meant(self, kinds: str | Sequence[str], written: str) -> str:
        """Return the one reference that `written` can mean, in the form that `kinds` (an `x-record`) asks for.

        It may be an id in capitals or with other hyphens, a file's path, a title, a label, an abbreviation or an alias.
        Empty where none or several fit.
        """
        whole, sign, item = written.partition("#")
        letters = schema.fold(schema.without_odd_marks(whole).removeprefix("records/").removesuffix(".yaml"))
        several = [kinds] if isinstance(kinds, str) else kinds
        types = [kind.removesuffix("#") for kind in several if kind.endswith("#") == bool(sign)]
        for which in (0, 1):
            found = {(type, id) for type in types for id in self._known(type)[which].get(letters, ())}
            if found:
                break
        if len(found) != 1 or not letters:
            return ""
        ((type, id),) = found
        return f"{id if isinstance(kinds, str) else f'{type}/{id}'}{sign}{item}"

    def _known(self, type: str) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
        """Two indexes: ids, with and without their type, and ids by titles, labels, abbreviations and aliases."""
        if type not in self.known:
            by_id, by_name = defaultdict(set), defaultdict(set)
            for id, entry in self.register.entries.get(type, {}).items():
                for one in (id, f"{type}/{id}"):
                    by_id[schema.fold(one)].add(id)
                for name in _names(entry):
                    by_name[schema.fold(name)].add(id)
                    by_name[schema.fold(f"{type}/{name}")].add(id)
            self.known[type] = by_id, by_name
        return self.known[type]


def _names(entry: Entry) -> Iterator[str]:
    for field_name in ("title", "label", "abbreviation"):
        name = entry.value.get(field_name)
        if isinstance(name, str):
            yield name
    aliases = entry.value.get("aliases", ())
    yield from (one for one in aliases if isinstance(one, str)) if isinstance(aliases, list) else ()


def item_ids(value: object) -> Iterator[str]:
    """Yield the ids of every inner item of a record, at any depth."""
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict) and isinstance(inner.get("id"), str):
                yield inner["id"]
            yield from item_ids(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from item_ids(inner)


def allowed_kinds(register: Register, link: Link) -> str | Sequence[str]:
    """Return the kinds of record that may be named at the link's place, as the schema has them."""
    entry = register.entries[link.type][link.id]
    walked = schema.walk(register.schemas[link.type].references, entry.value)
    found: str | Sequence[str] = next(kinds for route, kinds, _ in walked if route == link.route)
    return found


def forms(kinds: str | Sequence[str]) -> str:
    """Return how references to these kinds are written: `audit/…, sar/…#…`; at most the first four."""
    several = [kinds] if isinstance(kinds, str) else kinds
    forms = [f"{kind.removesuffix('#')}/…{'#…' if kind.endswith('#') else ''}" for kind in several]
    return ", ".join(forms[:4]) + (" and so on" if len(forms) > 4 else "")


def alike(written: str, ids: Iterable[str]) -> str:
    """Return the id that differs only in capitals, spaces and hyphens; empty where none or several do."""
    same = schema.same_name(written, ids)
    return same[0] if len(same) == 1 else ""


def not_found(place: Place, message: str, remedy: str, written: str, ids: Iterable[str], meant: str) -> Fault:
    """Return the fault of a reference to nothing: its fix is `meant`, if given; else the message suggests the nearest
    id.
    """
    if not meant:
        return Fault(place, message + schema.nearest(written, ids), remedy)
    fix = (Edit(place.route, meant),)
    line = schema.to_write(fix)
    return Fault(place, f"{message}: did you mean “{meant}”?", f"Write `{line}`." if line else remedy, fix=fix)


def combined(faults: Sequence[Fault], message: str, remedy: str) -> Fault:
    """Return one fault for all places that name what is gone, at the first; `message` has {} for how many they are."""
    first, *others = faults
    places = f"{len(faults):,} places in {plural(len({one.place.file for one in faults}), 'record')}"
    related = tuple(replace(one.place, note="also named") for one in others[:2])
    return Fault(first.place, message.format(places), remedy, related)
