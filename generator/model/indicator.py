"""An indicator: what it counts, how it is worked out, who returns it and what to compare it with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A count that agencies return; counts is people, events or process."""

    id: str = ""
    title: str = ""
    counts: str = "people"
    within: str | None = None
    adds_up: bool = True


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Measures that add up to `whole`, or to a total that is no measure, if `whole` is empty."""

    measures: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Category:
    """A category of a breakdown; a residual one is for what fits no other, or is not known."""

    id: str = ""
    title: str = ""
    residual: bool = False


@dataclass(frozen=True, kw_only=True)
class Breakdown:
    """A split of measures: `exclusive` says that its categories add up to the measure, `ordered` that their order means
    something.
    """

    id: str = ""
    title: str = ""
    of: tuple[str, ...] = ()
    exclusive: bool = True
    ordered: bool = False
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Comparator:
    """A published figure, in the indicator's unit."""

    value: int | float = 0
    period: str | None = None
    geography: str = ""
    kind: str = "national"
    category: str | None = None
    label: str | None = None
    calculated: bool = False
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Target:
    """The level the partnership set itself, in the indicator's unit."""

    value: int | float = 0
    from_quarter: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class OwingAgency:
    """An agency that returns the indicator, how often and for which area."""

    agency: str = ""
    frequency: str = "quarterly"
    geography: str = ""
    from_quarter: str | None = None
    until_quarter: str | None = None
    local_definition: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Rebase:
    """A quarter from which the control chart starts afresh."""

    from_quarter: str = ""
    reason: str = ""
    decided: date | None = None


@dataclass(frozen=True, kw_only=True)
class Indicator(Record):
    code: str = ""
    section: str = ""
    kind: str = "returned"
    unit: str = "count"
    per: int | None = None
    better: str = "neutral"
    definition: str = ""
    what_it_tells: str = ""
    measures: tuple[Measure, ...] = ()
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    parts: Parts | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    each: str | None = None
    from_records: str | None = None
    comparators: tuple[Comparator, ...] = ()
    target: Target | None = None
    owed_by: tuple[OwingAgency, ...] = ()
    rebases: tuple[Rebase, ...] = ()
