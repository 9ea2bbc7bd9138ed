"""What every record has, whatever its type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar


@dataclass(frozen=True, kw_only=True)
class RuleException:
    """A departure from a rule that is right here: the field, the rule's name and the reason."""

    field: str = ""
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One dated step towards publication."""

    stage: str = "draft"
    date: date | None = None
    meeting: str | None = None
    role: str | None = None
    agencies: tuple[str, ...] = ()
    reason: str | None = None


_NOT_STAGED = Stage(stage="")


@dataclass(frozen=True, kw_only=True)
class Record:
    """One record. Every field has a default, because an edition may withhold any of them."""

    id: str
    title: str = ""
    principles: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    information: tuple[str, ...] = ()
    recorded: date | None = None
    formerly: tuple[str, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    stages: tuple[Stage, ...] = ()

    @property
    def last_stage(self) -> Stage:
        """The last step towards publication; an empty one where there is none."""
        return self.stages[-1] if self.stages else _NOT_STAGED


@dataclass(frozen=True, kw_only=True)
class Version(Record):
    """A record that applies from a day until a later version of the same does: a framework, a methodology."""

    applies_from: date | None = None


V = TypeVar("V", bound=Version)


def oldest_first(versions: Iterable[V]) -> list[V]:
    """Return the versions by the day from which they apply; one without a day comes first."""
    return sorted(versions, key=lambda one: (one.applies_from or date.min, one.id))


def in_force(versions: Iterable[V], day: date) -> V | None:
    """Return the newest version that applies on `day`; where none does yet, the first that will; None without any."""
    ordered = oldest_first(versions)
    begun = [one for one in ordered if one.applies_from is None or one.applies_from <= day]
    return begun[-1] if begun else next(iter(ordered), None)
