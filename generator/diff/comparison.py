"""What changed between two views of the records: for each record the sentences that say so, and the fields."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import Any

from generator.diff import fields, stages, types
from generator.diff.pair import WEIGHTS, Kind, Pair, SentencePart, Weight
from generator.edition import View


@dataclass(frozen=True)
class Field:
    """One field that changed: its route as a person writes it, and both values as the edition shows them."""

    route: str
    before: object
    after: object


@dataclass(frozen=True)
class Sentence:
    """A sentence about one subject: the record, or an item in it."""

    subject: str
    said: str

    def __str__(self) -> str:
        return f"{self.subject}{self.mark} {self.said}"

    @property
    def mark(self) -> str:
        """What stands after the subject: a colon, or a dash where it has a colon of its own."""
        return " –" if ": " in self.subject else ":"


@dataclass(frozen=True)
class Difference:
    """How one record changed: a sentence for each item in it that changed, the record itself first."""

    type: str
    id: str
    kind: Kind
    title: str
    sentences: tuple[Sentence, ...]
    fields: tuple[Field, ...] = ()
    weight: Weight = field(default="changed", compare=False)


def differences(before: View, after: View) -> list[Difference]:
    """Return what changed between two views of one edition, by type; the most important types and changes first.

    Both have each record under the id that it has after (`register.former`).
    """
    said = [found for pair in _pairs(before, after) if (found := difference(pair))]
    first = {one.type: WEIGHTS.index(one.weight) for one in sorted(said, key=_weight, reverse=True)}
    return sorted(said, key=lambda one: (first[one.type], one.type, _weight(one), one.id))


def difference(pair: Pair) -> Difference | None:
    """Return how one record changed; None where the edition shows no difference."""
    parts = list(_parts(pair))
    if not parts:
        return None
    title = _title(pair)
    lines: dict[str, list[str]] = {title: []} if any(not part.subject for part in parts) else {}
    for part in parts:
        lines.setdefault(part.subject or title, []).append(part.text)
    weight = min((part.weight for part in parts), key=WEIGHTS.index)
    sentences = tuple(Sentence(subject, "; ".join(said)) for subject, said in lines.items())
    return Difference(pair.type, pair.id, pair.kind, title, sentences, tuple(_fields(pair)), weight)


@cache
def modules() -> Mapping[str, ModuleType]:
    """Return the module of each record type that has sentences of its own, by the type's name."""
    found = [module.name for module in pkgutil.iter_modules(types.__path__)]
    return {name.replace("_", "-"): importlib.import_module(f"{types.__name__}.{name}") for name in found}


def _pairs(before: View, after: View) -> Iterator[Pair]:
    """Every record that one view lacks, or whose file or derived figures differ."""
    views = before, after
    for type in after.register.schemas:
        then, now = (view.register.entries.get(type, {}) for view in views)
        touched = frozenset(_from_module(type, "touched", before, after) or ())
        for id in sorted(then.keys() | now.keys()):
            old, new = then.get(id), now.get(id)
            same = old and new and before.register.documents.get(old.name) == after.register.documents.get(new.name)
            if not same or id in touched:
                yield Pair(type, id, old, new, views)


def _parts(pair: Pair) -> Iterator[SentencePart]:
    if pair.kind == "removed":
        yield stages.removed(pair)
    elif pair.kind == "new":
        yield stages.added(pair)
        own = _from_module(pair.type, "new", pair)
        yield from (SentencePart(text) for text in (fields.new(pair) if own is None else own))
    else:
        said = [*_renamed(pair), *stages.changed(pair), *(_from_module(pair.type, "changed", pair) or ())]
        covered = {change for part in said for change in part.covers}
        left = [change for change in pair.changes if change not in covered]
        about = getattr(modules().get(pair.type), "about", None)
        yield from (*said, *fields.changed(pair, left, about))


def _renamed(pair: Pair) -> Iterator[SentencePart]:
    if pair.before and pair.kind == "renamed":
        yield SentencePart(f"renamed, {pair.before.id_of_file} → {pair.id}", pair.below("formerly"), weight="renamed")


def _title(pair: Pair) -> str:
    """The name of the record; for one withdrawn from the view's readers only its type."""
    if stages.withdrawn(pair):
        return pair.views[1].type_name(pair.type)
    own: str | None = _from_module(pair.type, "subject", pair)
    return own or pair.name(pair.type, pair.entry.id)


def _fields(pair: Pair) -> Iterator[Field]:
    """The fields that changed; all fields of a new record, none of a removed one."""
    if pair.kind == "new" and pair.after:
        yield from (Field(name, None, value) for name, value in pair.after.value.items())
    yield from (Field(one.route, one.before, one.after) for one in pair.changes)


def _from_module(type: str, name: str, *given: object) -> Any:
    """The result of a function of the type's own module; None where there is no such module or function."""
    function = getattr(modules().get(type), name, None)
    return function(*given) if function else None


def _weight(one: Difference) -> int:
    return WEIGHTS.index(one.weight)
