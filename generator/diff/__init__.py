"""What changed between two views of the records, as sentences in the words of their reader."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import ModuleType
from typing import Any, Literal, TypeVar

from generator.assurance import wording
from generator.edition import View
from generator.model.record import Record
from generator.register import Entry
from generator.schema import Schema
from generator.schema.changes import Change, changes

R = TypeVar("R", bound=Record)
Kind = Literal["new", "changed", "removed", "renamed"]
Weight = Literal["withdrawn", "removed", "published", "agreed", "renamed", "new", "changed"]
WEIGHTS: tuple[Weight, ...] = ("withdrawn", "removed", "published", "agreed", "renamed", "new", "changed")
"""The most weighty first."""


@dataclass(frozen=True)
class Said:
    """A part of a sentence: what of the subject, and the changes that need no other words.

    Without a subject it is about the record. `weight` is set where it says more than that something changed.
    """

    text: str
    covers: Collection[Change] = ()
    subject: str = ""
    weight: Weight = "changed"


@dataclass(frozen=True, eq=False)
class Pair:
    """One record in two views of one edition; None where a view does not have it."""

    type: str
    id: str
    before: Entry | None
    after: Entry | None
    views: tuple[View, View]

    @property
    def kind(self) -> Kind:
        if self.before and self.after:
            return "changed" if self.before.id == self.after.id else "renamed"
        return "new" if self.after else "removed"

    @property
    def schema(self) -> Schema:
        return self.views[1].register.schemas[self.type]

    @property
    def entry(self) -> Entry:
        """The record, as it is after if both views have it."""
        found = self.after or self.before
        assert found, "a pair has a record"
        return found

    @property
    def view(self) -> View:
        """The view that has the record, the later of the two if both do."""
        return self.views[1] if self.after else self.views[0]

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Where the record differs; nothing where one view lacks it."""
        if self.before is None or self.after is None:
            return ()
        return changes(self.schema.tree, self.before.value, self.after.value)

    def below(self, *keys: str) -> tuple[Change, ...]:
        """The changes whose route begins with these keys; `*` is any."""
        return tuple(
            one
            for one in self.changes
            if len(one.keys) >= len(keys) and all(key in ("*", at) for key, at in zip(keys, one.keys, strict=False))
        )

    def name(self, type: str, id: str | None) -> str:
        """What people call a record, of whichever view has it."""
        known = [view for view in reversed(self.views) if id in view.register.entries.get(type, {})]
        return wording.plain((known or [self.view])[0].register, type, id or "")

    def called(self, written: str | None) -> str:
        """What people call the record that is written `type/id`."""
        type, _, id = (written or "").partition("#")[0].partition("/")
        return self.name(type, id)


def record(pair: Pair, kind: type[R]) -> R:
    """Return a pair's record, as it is after if both views have it, for the module of its type."""
    found = pair.entry.record
    assert isinstance(found, kind)
    return found


def both(pair: Pair, kind: type[R]) -> tuple[R, R]:
    """Return a record before and after, for the module of its type."""
    assert pair.before
    assert isinstance(pair.before.record, kind)
    return pair.before.record, record(pair, kind)


@dataclass(frozen=True)
class Field:
    """One field that changed, as a person writes its route: plain values as its edition has them."""

    route: str
    before: object
    after: object


@dataclass(frozen=True)
class Sentence:
    """What is said of one subject: the record, or a thing in it."""

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
    """What became of one record: a sentence for each thing in it that changed, the record itself first."""

    type: str
    id: str
    kind: Kind
    title: str
    sentences: tuple[Sentence, ...]
    fields: tuple[Field, ...] = ()
    weight: Weight = field(default="changed", compare=False)


def differences(before: View, after: View) -> list[Difference]:
    """Return what changed between two views of one edition, the most weighty first within each type, the type with
    the weightiest first of all.
    """
    told = [found for pair in _pairs(before, after) if (found := difference(pair))]
    first = {one.type: WEIGHTS.index(one.weight) for one in sorted(told, key=_weight, reverse=True)}
    return sorted(told, key=lambda one: (first[one.type], one.type, _weight(one), one.id))


def difference(pair: Pair) -> Difference | None:
    """Return what became of one record; None where its edition shows no difference."""
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
    """Every module here by the name that a record type would have."""
    found = [module.name for module in pkgutil.iter_modules(__path__)]
    return {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in found}


def _pairs(before: View, after: View) -> Iterator[Pair]:
    """Every record that one view lacks, or whose file or derived figures differ; a renamed one once."""
    views = before, after
    for type in after.register.schemas:
        then, now = (view.register.entries.get(type, {}) for view in views)
        touched = frozenset(_own(type, "touched", before, after) or ())
        former = {old: id for id, entry in now.items() for old in entry.record.formerly if old in then.keys() - now}
        for id in sorted(then.keys() | now.keys()):
            if id in former:
                continue
            old = then.get(id) or next((then[one] for one, new in former.items() if new == id), None)
            new = now.get(id)
            same = old and new and before.register.documents.get(old.name) == after.register.documents.get(new.name)
            if not same or id in touched or (old and old.id != id):
                yield Pair(type, id, old, new, views)


def _parts(pair: Pair) -> Iterator[Said]:
    stages, fields = modules()["stages"], modules()["fields"]
    if pair.kind == "removed":
        yield stages.gone(pair)
    elif pair.kind == "new":
        yield stages.come(pair)
        own = _own(pair.type, "new", pair)
        yield from (Said(text) for text in (fields.new(pair) if own is None else own))
    else:
        told = [*_renamed(pair), *stages.changed(pair), *(_own(pair.type, "changed", pair) or ())]
        covered = {change for part in told for change in part.covers}
        left = [change for change in pair.changes if change not in covered]
        about = getattr(modules().get(pair.type), "about", None)
        yield from (*told, *fields.changed(pair, left, about))


def _renamed(pair: Pair) -> Iterator[Said]:
    if pair.before and pair.before.id != pair.id:
        yield Said(f"renamed, {pair.before.id} → {pair.id}", pair.below("formerly"), weight="renamed")


def _title(pair: Pair) -> str:
    """What people call the record; of one withdrawn from its readers only its kind."""
    if modules()["stages"].withdrawn(pair):
        return pair.schema.title
    own: str | None = _own(pair.type, "subject", pair)
    return own or pair.name(pair.type, pair.entry.id)


def _fields(pair: Pair) -> Iterator[Field]:
    """The fields that changed, every one of a new record; what was removed is not said again."""
    if pair.kind == "new" and pair.after:
        yield from (Field(name, None, value) for name, value in pair.after.value.items())
    yield from (Field(one.route, one.before, one.after) for one in pair.changes)


def _own(type: str, name: str, *given: object) -> Any:
    """What the type's own module says, if it has one with that function; else None."""
    function = getattr(modules().get(type), name, None)
    return function(*given) if function else None


def _weight(one: Difference) -> int:
    return WEIGHTS.index(one.weight)
