"""Published figures to compare an indicator with."""

from __future__ import annotations

from generator.components import Blocks, Column, Note, Table
from generator.model.indicator import Comparator, Indicator
from generator.wording.units import written

_COUNTS = Note("Numbers for larger areas show how large those areas are; they are not levels to reach.")


def published(indicator: Indicator) -> Blocks:
    """Return the published figures of other areas, and what to keep in mind where they are counts."""
    columns = [Column("Area"), Column("What"), Column("Period"), Column("Figure", number=True), Column("Source")]
    rows = [
        (area(one), _what(one, indicator), one.period, written(one.value, indicator), one.source)
        for one in indicator.comparators
    ]
    table = Table("Published figures", columns, rows, stack=True)
    return Blocks([table, _COUNTS] if indicator.unit == "count" else [table])


def area(one: Comparator) -> str:
    """Return the area of a published figure; for a level that a region suggests, followed by `indicative level`."""
    return f"{one.geography}, indicative level" if one.kind == "regional-level" else one.geography


def _what(one: Comparator, indicator: Indicator) -> str:
    calculated = " (calculated from published figures)" if one.calculated else ""
    return f"{one.label or indicator.title}{calculated}"
