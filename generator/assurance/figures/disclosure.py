"""What may be published of a count or percentage: a rounded number, or a marker that says why there is none.

Rounding and suppression follow the Safeguarding Adults Collection; percentages come from the rounded counts: from
percentages of exact counts most suppressed cells could be worked out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Counts = Literal["people", "events", "process"]


class Marker(StrEnum):
    """A marker shown in place of a number ([c], [x], [z]) or after one ([p], [r], [e])."""

    CONFIDENTIAL = "[c]"
    NOT_AVAILABLE = "[x]"
    NOT_APPLICABLE = "[z]"
    PROVISIONAL = "[p]"
    REVISED = "[r]"
    ESTIMATED = "[e]"

    @property
    def words(self) -> str:
        """What the marker means, for the note beside the table."""
        return _WORDS[self]


_WORDS = {
    Marker.CONFIDENTIAL: "confidential: withheld so that nobody can be identified",
    Marker.NOT_AVAILABLE: "not available",
    Marker.NOT_APPLICABLE: "not applicable",
    Marker.PROVISIONAL: "provisional: not yet confirmed",
    Marker.REVISED: "revised: differs from what was given before",
    Marker.ESTIMATED: "estimated: by the agency, or because a figure is missing from it",
}

_PRECEDENCE: tuple[Marker, ...] = (Marker.NOT_APPLICABLE, Marker.NOT_AVAILABLE, Marker.CONFIDENTIAL, *Marker)

Published = float | Marker
"""A number that may be published, or the marker that stands in its place. A count is a whole number."""


@dataclass(frozen=True)
class Policy:
    """How counts of people are made safe: below `threshold` withheld, others rounded to the nearest `base`.

    `suppress_zero` withholds a true zero like any other small count.
    """

    threshold: int = 5
    base: int = 5
    suppress_zero: bool = True

    def __post_init__(self) -> None:
        if self.threshold < 0 or self.base < 1:
            raise ValueError("a threshold is 0 or more, and a base for rounding 1 or more")

    @property
    def words(self) -> str:
        """The policy as a note beside a table; empty where it changes nothing."""
        notes = []
        if self.suppress_zero and self.threshold > 0:
            why = "because a zero in a small group would disclose something about everyone in it"
            notes.append(f"Counts of people below {self.threshold}, zero included, are withheld, {why}.")
        elif self.threshold > 1:
            notes.append(f"Counts of people from 1 to {self.threshold - 1} are withheld.")
        if self.base > 1:
            notes.append(f"Other counts of people are rounded to the nearest {self.base}, totals too.")
            notes.append("Percentages are worked out from the rounded counts.")
        return " ".join(notes)


def count(number: int | Marker | None, policy: Policy, counts: Counts = "people") -> int | Marker:
    """Return what may be published of a count; None becomes `[x]`; a marker, or a count already published, is returned
    unchanged.

    `counts` says what is counted. Events and process are never changed. Counts of people below the threshold are
    withheld, the others rounded half up to the base; one that would round to zero or below the threshold is raised to
    the first multiple at or above it, so that a published zero is always a true zero. Errors: ValueError for a negative
    count.
    """
    if number is None:
        return Marker.NOT_AVAILABLE
    if isinstance(number, Marker):
        return number
    if number < 0:
        raise ValueError(f"a count is 0 or more, not {number}")
    if counts != "people":
        return number
    if number < policy.threshold and (number > 0 or policy.suppress_zero):
        return Marker.CONFIDENTIAL
    if number == 0:
        return 0
    least = -(-max(policy.threshold, 1) // policy.base) * policy.base
    return max(_half_up(number, policy.base) * policy.base, least)


def percentage(
    numerator: int | Marker | None,
    denominator: int | Marker | None,
    policy: Policy,
    counts: Counts = "people",
    *,
    within: bool = True,
) -> Published:
    """Return the percentage, to one decimal, of the two counts as published; both may be exact or published already.

    A marker in either becomes the percentage's: `[z]` before `[x]` before `[c]`. With a denominator of zero, people
    give `[c]`, even where the zero is published, and others `[z]` (a share of nothing is not applicable). `within` says
    that the numerator is part of the denominator: then the result is at most 100, whatever rounding or a faulty return
    made of the two. Errors: ValueError for a negative count.
    """
    return _ratio(count(numerator, policy, counts), count(denominator, policy, counts), 100, counts, within)


def rate(numerator: int | Marker | None, population: int | Marker | None, per: int, policy: Policy) -> Published:
    """Return how many people per `per` of a population, to one decimal: the count as published, the population exact.

    The population is public, such as the adults of an area. Markers as in `percentage`; a population of zero gives
    `[z]`. Errors: ValueError for a negative count.
    """
    return _ratio(count(numerator, policy), count(population, policy, "process"), per, "process", False)


def text(value: Published, *marks: Marker) -> str:
    """Return a published value as tables and sentences write it: `1,235`, `82.4`, `[c]`, with marks `815 [p]`."""
    number = value if isinstance(value, Marker) else f"{value:,}"
    return " ".join([number, *(mark for mark in marks if not isinstance(value, Marker))])


def _ratio(numerator: int | Marker, denominator: int | Marker, per: int, counts: Counts, within: bool) -> Published:
    if isinstance(numerator, Marker) or isinstance(denominator, Marker):
        return next(marker for marker in _PRECEDENCE if marker in (numerator, denominator))
    if denominator == 0:
        return Marker.CONFIDENTIAL if counts == "people" else Marker.NOT_APPLICABLE
    if within:
        numerator = min(numerator, denominator)
    return _half_up(numerator * per * 10, denominator) / 10


def _half_up(number: int, base: int) -> int:
    """`number` / `base`, rounded half up to a whole number."""
    return (2 * number + base) // (2 * base)
