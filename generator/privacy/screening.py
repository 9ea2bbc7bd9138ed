"""The screens' matches in a register's files, each at its place, and faults that report them without repeating them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from generator import schema, screens, source
from generator.problem import Fault, Place
from generator.register import Register
from generator.routes import field_path, node_at
from generator.screens import LocalSettings
from generator.source.texts import Text, Written
from generator.wording import shown

MASK = "…"
MOST = 20
"""The most matches that are reported of one file; where it has as many, its other problems are left out."""
_PUBLIC = ("personal-telephone-number", "postcode")
"""What a field made for public contact may hold."""
_IN_TEXT = {"markup": ("value", "name"), "unsafe-link": ("value",), "hidden-character": ("value", "name", "comment")}
"""Where harmful text is looked for, by kind; personal data are looked for everywhere."""

Check = Callable[[Register], Iterator[Fault]]
"""The `problems` function of a check."""


@dataclass(frozen=True)
class Match:
    """One match: `said` is the text found, `name` its file, `path` its field as an exception names it.

    `around` says where it stands, for a message: `in “note”`.
    """

    kind: str
    place: Place
    around: str
    name: str = field(repr=False)
    said: str = field(repr=False)
    path: str = ""


@lru_cache(maxsize=2)
def matches(register: Register) -> Mapping[str, Sequence[Match]]:
    """Return what was found in all files and their names, by kind and place."""
    faulty = {fault.place.file for fault in register.faults}
    names = [name for name in register.documents if name in register.by_name or name in faulty]
    about = _partnerships(register)
    shapes = tuple(_listed(about, "case_references"))
    together = "\n;\n".join(name.removesuffix(".yaml") for name in names).encode()
    wanted = screens.suspects([*map(register.documents.__getitem__, names), together], shapes)
    found: list[Match] = []
    if wanted:
        asked = any("personal-telephone-number" in kinds for kinds in wanted.values())
        numbers = _numbers(register, about) if asked else frozenset()
        local = LocalSettings(frozenset(_listed(about, "email_domains")), numbers, shapes)
        # only the partnership's record says which addresses and numbers are public
        unknown = set() if about else {"personal-email-address", *_PUBLIC}
        for at, kinds in wanted.items():
            kinds = kinds - unknown
            if at < len(names):
                found += islice(_in_file(register, names[at], kinds, local), MOST)
            else:
                found += (one for name in names for one in _in_name(name, kinds, local))
    by_kind: dict[str, list[Match]] = {}
    for one in sorted(found, key=lambda one: one.place):
        by_kind.setdefault(one.kind, []).append(one)
    return by_kind


def personal_data(kind: str, what: str, instead: str = "Take it out") -> Check:
    """Return the `problems` of a check that refuses personal data of the kind: `what` it is, what to do `instead`."""
    return screened(kind, what, f"{instead}; if it was committed, follow SECURITY.md.")


def screened(kind: str, what: str, remedy: str) -> Check:
    """Return the `problems` of a check that finds texts of the kind: `what` names it, `remedy` begins its remedy."""
    return lambda register: _faults(register, kind, what, remedy)


def _faults(register: Register, kind: str, what: str, begins: str) -> Iterator[Fault]:
    for one in matches(register).get(kind, ()):
        remedy = begins
        if one.path and kind not in _IN_TEXT:
            remedy += f" If it may stand, say why under `exceptions`, with `field: {one.path}` and `rule: no-{kind}`."
        elif one.place.file != one.name:
            remedy += " Rename the file."
        yield Fault(one.place, f"{what} stands {one.around}{_shown(one)}", remedy)


def _shown(one: Match) -> str:
    """The harmful text as the message quotes it; empty for personal data."""
    if one.kind == "hidden-character":
        return f": {unicodedata.name(one.said, 'a control character').lower()}"
    return f": {shown(' '.join(one.said.split()))}" if one.kind in _IN_TEXT else ""


def _in_file(register: Register, name: str, kinds: Collection[str], local: LocalSettings) -> Iterator[Match]:
    data = register.documents[name]
    written = Written.of(data)
    otherwise = b"\\" in data or b"''" in data
    kinds = [
        kind
        for kind in screens.KINDS
        if kind in kinds and (otherwise or kind == "date-of-birth" or screens.find(kind, written.folded, local))
    ]
    if not kinds:
        return
    entry = register.by_name.get(name)
    expected = register.schemas.get(name.split("/")[1])
    tree: Mapping[str, Any] = expected.tree if expected else {}
    for text in written.texts(data, name):
        after = 0
        for kind, said in _in_text(text, kinds, local):
            if kind in _PUBLIC and _public(tree, text):
                continue
            start = written.start_of(said, text, after)
            after = start + 1
            place = Place(name, *written.position(start), route=text.route, key=text.kind == "name")
            excusable = entry is not None and text.kind == "value"
            where = field_path(tree, entry.value, text.route) if entry and excusable else ""
            where = where.partition(said)[0].rpartition(".")[0] if said in where else where
            yield Match(kind, place, _around(text), name, said, where)


def _in_text(text: Text, kinds: Collection[str], local: LocalSettings) -> Iterator[tuple[str, str]]:
    """The kind and the words of each match in one text, in the order they stand there; a match inside another is left
    out.
    """
    skip, whole = len(text.context), text.context + text.said
    spans = [
        (start, -end, order, kind)
        for order, kind in enumerate(kinds)
        if text.kind in _IN_TEXT.get(kind, (text.kind,))
        for start, end in screens.find(kind, whole, local)
        if start >= skip
    ]
    reached = 0
    for start, back, _, kind in sorted(spans):
        if -back > reached:
            yield kind, whole[start:-back]
        reached = max(reached, -back)


def _in_name(name: str, kinds: Collection[str], local: LocalSettings) -> Iterator[Match]:
    """The matches in a file's name, read as it is and with spaces for hyphens; each place is the name with all matches
    masked.
    """
    kinds = [kind for kind in kinds if kind not in _IN_TEXT]
    stem = name.removesuffix(".yaml").rpartition("/")[2]
    ways = dict.fromkeys((stem, stem.replace("-", " ")))
    found = [(kind, said) for way in ways for kind, said in _in_text(Text("name", way), kinds, local)]
    found = [*dict.fromkeys((kind, said if said in stem else said.replace(" ", "-")) for kind, said in found)]
    shown = name
    for _, said in found:
        shown = shown.replace(said, MASK)
    yield from (Match(kind, Place(shown), "in a file's name", name, said) for kind, said in found)


def _around(text: Text) -> str:
    field = next((step for step in reversed(text.route) if isinstance(step, str)), "")
    return {"value": f"in “{field}”", "name": "in the name of a field", "comment": "in a comment"}.get(
        text.kind, "here"
    )


def _public(tree: Mapping[str, Any], text: Text) -> bool:
    """Whether the text stands in a field for public contact; for a file that can't be read, whether its type has such a
    field.
    """
    if text.kind == "whole":
        return any(schema.each(schema.keyword_tree(tree, "x-contact")))
    return bool(node_at(tree, text.route).get("x-contact"))


def _partnerships(register: Register) -> list[Mapping[str, Any]]:
    """The values of the partnership's record, even if it is faulty: without them all its own addresses would be
    rejected.
    """
    valid = [entry.value for entry in register.entries.get("partnership", {}).values()]
    if valid:
        return valid
    files = [(name, data) for name, data in register.documents.items() if name.startswith("records/partnership/")]
    values = [source.read(name, data).value for name, data in files]
    return [value for value in values if isinstance(value, dict)]


def _listed(about: Sequence[Mapping[str, Any]], field: str) -> list[str]:
    listed = [one.get(field) for one in about]
    return [word for words in listed if isinstance(words, list) for word in words if isinstance(word, str) and word]


def _numbers(register: Register, about: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Every telephone number that stands in a field made for public contact."""
    plans = {type: schema.keyword_tree(known.tree, "x-contact") for type, known in register.schemas.items()}
    records = {
        **{type: [entry.value for entry in register.entries.get(type, {}).values()] for type in plans},
        "partnership": about,
    }
    found = (schema.walk(plan, value) for type, plan in plans.items() if plan for value in records[type])
    values = [value for many in found for _, _, value in many if isinstance(value, str)]
    return frozenset(
        screens.number_of(value[start:end]) for value in values for start, end in screens.telephone_numbers(value, ())
    )
