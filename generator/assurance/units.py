"""An indicator's figures as people write them: `84.1%`, `815`, `148 per 100,000`."""

from __future__ import annotations

from generator.assurance.disclosure import Marker, Published
from generator.model.indicator import Indicator


def written(value: Published, indicator: Indicator) -> str:
    """Return a value in the indicator's unit, for a sentence or a label; a marker as it is."""
    if isinstance(value, Marker):
        return str(value)
    if indicator.unit == "percent":
        return f"{plain(value)}%"
    return f"{plain(value)} per {indicator.per:,}" if indicator.unit == "rate" and indicator.per else plain(value)


def short(value: Published, indicator: Indicator) -> str:
    """Return a value where its unit is told elsewhere, as beside an axis: `84.1%`, `815`, `148`; a marker as it is."""
    return written(value, indicator) if isinstance(value, Marker) or indicator.unit == "percent" else plain(value)


def plain(value: float) -> str:
    """Return a number to one decimal at most, without a needless nought: `84.1`, `85`, `1,234`."""
    return f"{value:,.1f}".removesuffix(".0")


def difference(change: float, indicator: Indicator) -> str:
    """Return how far apart two values are, in words, without its direction: `2.1 percentage points`."""
    size = plain(abs(change))
    if indicator.unit == "percent":
        return f"{size} percentage point{'' if size == '1' else 's'}"
    return f"{size} per {indicator.per:,}" if indicator.unit == "rate" and indicator.per else size


def unit(indicator: Indicator) -> str:
    """Return what an axis or a column counts: `Per cent`, `Number`, `Per 100,000`."""
    if indicator.unit == "percent":
        return "Per cent"
    return f"Per {indicator.per:,}" if indicator.unit == "rate" and indicator.per else "Number"
