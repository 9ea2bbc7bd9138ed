"""An indicator's figures as people write them: `84.1%`, `815`, `148 per 100,000`."""

from __future__ import annotations

from typing import Protocol


class Measured(Protocol):
    """Anything with a unit, such as an indicator: `count`, `percent`, or `rate` per a number (`per`)."""

    @property
    def unit(self) -> str: ...

    @property
    def per(self) -> int | None: ...


def written(value: float | str, indicator: Measured) -> str:
    """Return a value in the indicator's unit, for a sentence or a label; a marker as it is."""
    if isinstance(value, str):
        return value
    if indicator.unit == "percent":
        return f"{one_decimal(value)}%"
    return (
        f"{one_decimal(value)} per {indicator.per:,}"
        if indicator.unit == "rate" and indicator.per
        else one_decimal(value)
    )


def short(value: float | str, indicator: Measured) -> str:
    """Return a value where its unit is given nearby, as on an axis: `84.1%`, `815`, `148`; a marker as it is."""
    return written(value, indicator) if isinstance(value, str) or indicator.unit == "percent" else one_decimal(value)


def one_decimal(value: float) -> str:
    """Return a number to one decimal, without a final `.0`: `84.1`, `85`, `1,234`."""
    return f"{value:,.1f}".removesuffix(".0")


def difference(change: float, indicator: Measured) -> str:
    """Return the difference of two values in words, without its direction: `2.1 percentage points`."""
    size = one_decimal(abs(change))
    if indicator.unit == "percent":
        return f"{size} percentage point{'' if size == '1' else 's'}"
    return f"{size} per {indicator.per:,}" if indicator.unit == "rate" and indicator.per else size


def unit(indicator: Measured) -> str:
    """Return what an axis or a column counts: `Per cent`, `Number`, `Per 100,000`."""
    if indicator.unit == "percent":
        return "Per cent"
    return f"Per {indicator.per:,}" if indicator.unit == "rate" and indicator.per else "Number"
