"""One record before and after, what differs in it, and the parts of sentences about it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from generator.diff.changes import Change, changes
from generator.edition import View
from generator.model.record import Record
from generator.register import Entry
from generator.register.names import short_name
from generator.schema import Schema

R = TypeVar("R", bound=Record)
Kind = Literal["new", "changed", "removed", "renamed"]
Weight = Literal["withdrawn", "removed", "published", "agreed", "renamed", "new", "changed"]
WEIGHTS: tuple[Weight, ...] = ("withdrawn", "removed", "published", "agreed", "renamed", "new", "changed")
"""The most important first."""


@dataclass(frozen=True)
class SentencePart:
    """A part of a sentence about a subject, or about the record where `subject` is empty.

    `covers` are the changes that it describes; `weight` is how important it is.
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
        """How it changed: renamed where its own `formerly` changed too, not where only a record that its path names
        was.
        """
        if self.before and self.after:
            return "renamed" if self.before.name != self.after.name and self.below("formerly") else "changed"
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
        return short_name((known or [self.view])[0].register, type, id or "")

    def numbered(self, change: Change, field: str, noun: str) -> tuple[str, int]:
        """Return the name of the list entry that a change is in, and how many steps of the change's route that name
        covers.

        For a change in the list `field`, whose entries are called a `noun`: `("Action 3 of Plan F", 2)`. For any other
        change: `("", 0)`.
        """
        if change.keys[0] == field and len(change.keys) > 1:
            for entry in filter(None, (self.after, self.before)):
                ids = [one["id"] for one in entry.value.get(field, ())]
                if change.keys[1] in ids:
                    return f"{noun} {ids.index(change.keys[1]) + 1} of {self.name(self.type, self.id)}", 2
        return "", 0

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
