"""Our single-record rules as JSON Schema keywords, checked with the rest of a schema.

A fault's message holds only fields or positions, joined by `|`; the message table makes the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.wording import day_of


def at(value: Any, path: str) -> Any:
    """Return what stands at a dotted path of mappings, or None."""
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def unique_values(entry: Any, fields: Sequence[str]) -> tuple[str, ...] | None:
    """Return the values of `fields` that must be unique, without differences of letter case and spacing.

    None where the entry lacks the first of the fields.
    """
    values = [at(entry, name) for name in fields]
    return None if values[0] is None else tuple(" ".join(str(value).casefold().split()) for value in values)


class _Rule:
    """One of our own keywords; `said` is its value in the schema."""

    def __init__(self, parent_schema: Mapping[str, Any], said: Any, schema_path: list[str | int]) -> None:
        self.said = said

    def faults(self, instance: Any) -> Iterator[str]:
        raise NotImplementedError

    def iter_errors(self, instance: Any) -> Iterator[ValueError]:
        yield from map(ValueError, self.faults(instance))

    def validate(self, instance: Any) -> None:
        for error in self.iter_errors(instance):
            raise error


class NotBefore(_Rule):
    """`x-not-before: {field: other}`: the date is the other's or later."""

    def faults(self, instance: Any) -> Iterator[str]:
        for field, other_field in self.said.items():
            one, other = at(instance, field), at(instance, other_field)
            if _is_date(one) and _is_date(other) and one < other:
                yield f"{field}|{other_field}"


class AtMost(_Rule):
    """`x-at-most: {field: other}`: the number is the other's or smaller."""

    def faults(self, instance: Any) -> Iterator[str]:
        for field, other_field in self.said.items():
            one, other = at(instance, field), at(instance, other_field)
            if isinstance(one, int | float) and isinstance(other, int | float) and one > other:
                yield f"{field}|{other_field}"


class InOrder(_Rule):
    """`x-in-order: field`: the entries of the list stand in the order of that date, oldest first."""

    def faults(self, instance: Any) -> Iterator[str]:
        latest = ""
        for position, entry in enumerate(instance if isinstance(instance, list) else ()):
            day = at(entry, self.said)
            if _is_date(day):
                if day < latest:
                    yield f"{position}"
                latest = day


class Unique(_Rule):
    """`x-unique: [[field, …], …]`: no two entries of the list agree in all of those fields.

    At the top of a schema it is about records: no two of the type agree. A check tests that.
    """

    def faults(self, instance: Any) -> Iterator[str]:
        if not isinstance(instance, list):
            return
        for fields in self.said:
            seen: dict[tuple[str, ...], int] = {}
            for position, entry in enumerate(instance):
                values = unique_values(entry, fields)
                if values is not None and seen.setdefault(values, position) != position:
                    yield f"{position}|{seen[values]}|{fields[0]}"


def _is_date(value: Any) -> bool:
    """Whether the value is a valid date; an invalid one is reported elsewhere and not compared."""
    found = day_of(value) if isinstance(value, str) else None
    return found is not None and 1900 <= found.year < 2100


KEYWORDS: dict[str, Any] = {"x-not-before": NotBefore, "x-at-most": AtMost, "x-in-order": InOrder, "x-unique": Unique}
