"""Our single-record rules as JSON Schema keywords, shared by CI, spreadsheet and form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def at(value: Any, path: str) -> Any:
    """Return what stands at a dotted path of mappings, or None."""
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


class _Comparison:
    """Compares pairs of fields of one object; a fault's message is `field|other field`."""

    def __init__(
        self, parent_schema: Mapping[str, Any], value: Mapping[str, str], schema_path: list[str | int]
    ) -> None:
        self.pairs = value

    def holds(self, one: Any, other: Any) -> bool:
        raise NotImplementedError

    def iter_errors(self, instance: Any) -> Iterator[ValueError]:
        for field, other_field in self.pairs.items():
            one, other = at(instance, field), at(instance, other_field)
            if one is not None and other is not None and not self.holds(one, other):
                yield ValueError(f"{field}|{other_field}")

    def validate(self, instance: Any) -> None:
        for error in self.iter_errors(instance):
            raise error


class NotBefore(_Comparison):
    """`x-not-before: {field: other}`: the date is the other's or later."""

    def holds(self, one: Any, other: Any) -> bool:
        return not (isinstance(one, str) and isinstance(other, str)) or one >= other


class AtMost(_Comparison):
    """`x-at-most: {field: other}`: the number is the other's or smaller."""

    def holds(self, one: Any, other: Any) -> bool:
        return not (isinstance(one, int | float) and isinstance(other, int | float)) or one <= other


KEYWORDS: dict[str, Any] = {"x-not-before": NotBefore, "x-at-most": AtMost}
