"""A fault in a record: where it is, which rule it breaks, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from generator.routes import Route

Level = Literal["E", "D"]
"""E: rejected. D: accepted as a departure from the framework."""


@dataclass(frozen=True, order=True)
class Place:
    """A value in a file, or its key: given by its route; line and column count from 1 and are 0 until located."""

    file: str
    line: int = 0
    column: int = 0
    route: Route = field(default=(), compare=False)
    note: str = ""
    key: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True)
class Edit:
    """A change of the value at `route`, or with `key` of that field's name: `new` is a plain value."""

    route: Route
    new: Any
    key: bool = False


@dataclass(frozen=True)
class Fault:
    """What a check found: the rule's name and level are the check's own.

    `reason` is one that the record gives in a field of its own.
    """

    place: Place
    message: str
    remedy: str
    related: tuple[Place, ...] = ()
    reason: str = ""
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, in words about the record, with the remedy and the places that explain it.

    `reason` is the one recorded for a departure: then it is shown and no longer asked about. `fix` are the edits of
    its own file that fix it, where only one meaning is possible. `secret`: what stands at the place must not be
    repeated, so no form shows a line of the file.
    """

    place: Place
    rule: str
    level: Level
    message: str
    remedy: str
    related: tuple[Place, ...] = ()
    reason: str = ""
    fix: tuple[Edit, ...] = field(default=(), compare=False)
    secret: bool = field(default=False, compare=False)
