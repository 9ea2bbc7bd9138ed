"""How an indicator stands, in words and badges: its latest figure, its change, its target and its control chart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.assurance.figures.control_chart import Verdict
from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.series import Point
from generator.assurance.figures.standing import IndicatorStanding
from generator.components import Badge, Lead, Phrase, Sparkline, Strong, phrase
from generator.model.indicator import Comparator
from generator.wording import listed, number
from generator.wording.units import difference, one_decimal, written

VERDICTS: dict[Verdict, Badge] = {
    "improvement": Badge("Improvement", "good"),
    "concern": Badge("Concern", "attention"),
    "neutral-high": Badge("Higher than usual", "info"),
    "neutral-low": Badge("Lower than usual", "info"),
}
"""What the control chart says of the latest quarter."""
_TARGETS = {"met": Badge("Target met", "done"), "missed": Badge("Target missed", "attention")}
"""A target that is met is `done` and not `good`: alone it does not show good practice."""


def verdict(stands: IndicatorStanding) -> Badge:
    """Return what the control chart says of the latest quarter."""
    if stands.verdict:
        return VERDICTS[stands.verdict]
    return Badge("No real change") if stands.enough else Badge("Too few to judge")


def target(stands: IndicatorStanding) -> Phrase | None:
    """Return whether the latest quarter met the target, and whether its figure is exactly 100%; None if neither
    applies.
    """
    badges = [_TARGETS[stands.against]] if stands.against else []
    badges += [Badge("Exactly 100%", "info")] if is_exactly_100(stands) else []
    return spaced(badges) if badges else None


def spaced(parts: Iterable[Any]) -> Phrase:
    """Return the parts one after another with a space between."""
    said: list[Any] = []
    for part in parts:
        said += [" ", part] if said else [part]
    return Phrase(tuple(said))


def is_exactly_100(stands: IndicatorStanding) -> bool:
    """Return whether the latest figure of a percentage that is better high has reached 100%."""
    indicator = stands.indicator
    if indicator.unit != "percent" or indicator.better != "up" or stands.latest is None:
        return False
    return _number(stands.latest) >= 100


def marks(point: Point) -> str:
    """Return in brackets what to know of a figure: `provisional and estimated`; nothing for a figure without marks."""
    said = [mark.words.partition(":")[0] for mark in sorted(point.marks)]
    return f" ({listed(said)})" if said else ""


def change(stands: IndicatorStanding) -> str:
    """Return how far the latest figure is from the one before it; nothing where there is none to compare with."""
    if stands.change is None or stands.before is None:
        return ""
    before = stands.before.quarter.short_label
    if stands.change == 0:
        return f"the same as in {before}"
    return f"{_direction(stands.change)} {difference(stands.change, stands.indicator)} from {before}"


def change_sparkline(stands: IndicatorStanding, path: str) -> Sparkline | None:
    """Return the change for a table: a small line drawn by `path`, a sign and a few words; None without a change."""
    if stands.change is None:
        return None
    if stands.change == 0:
        return Sparkline(path, "■", _on_one_line("the same"))
    size = one_decimal(abs(stands.change))
    unit = f" point{'' if size == '1' else 's'}" if stands.indicator.unit == "percent" else ""
    return Sparkline(path, "▲" if stands.change > 0 else "▼", _on_one_line(f"{_direction(stands.change)} {size}{unit}"))


def lead(stands: IndicatorStanding) -> Lead:
    """Return the sentence with the latest figure, its change, its target and what to compare it with."""
    point, newest, indicator = stands.latest, stands.newest, stands.indicator
    if point is None:
        why = f": for {newest.quarter.label} it is {_words(newest)}" if newest else ""
        return Lead(f"There is no figure that can be shown{why}.")
    of = ""
    if indicator.unit == "percent" and isinstance(point.denominator, int | float):
        of = f", {number(point.numerator)} of {number(point.denominator)}"
    changed = f"; {change(stands)}" if stands.change is not None else ""
    after = [f"{marks(point)}{of}{changed}.", against_target(stands)]
    after += [_compared(one, stands) for one in stands.comparators]
    if newest and not stands.current:
        after.append(f"The newest quarter, {newest.quarter.label}, is {_words(newest)}.")
    figure = Strong(written(point.value, indicator))
    return Lead(phrase(f"In {point.quarter.label} it was ", figure, " ".join(said for said in after if said)))


def against_target(stands: IndicatorStanding) -> str:
    """Return how far the latest figure is from the target; nothing without a target."""
    if stands.target is None or stands.latest is None:
        return ""
    gap = _number(stands.latest) - stands.target.value
    if round(gap, 1) == 0:
        return "That is exactly the partnership’s target."
    side = "above" if gap > 0 else "below"
    aimed = written(stands.target.value, stands.indicator)
    return f"That is {difference(gap, stands.indicator)} {side} the partnership’s target of {aimed}."


def explained(markers: Iterable[Marker], policy: Policy | None = None) -> Phrase | str:
    """Return what the markers of a table mean, and the disclosure policy where one applies; nothing without either."""
    said: list[Any] = []
    for one in markers:
        said += [Strong(str(one)), f" {one.words}. "]
    said += [policy.words] if policy and policy.words else []
    return Phrase(tuple(said)) if said else ""


def _compared(one: Comparator, stands: IndicatorStanding) -> str:
    called = ", ".join(part for part in (one.geography, one.period) if part)
    level = ", indicative level" if one.kind == "regional-level" else ""
    worked_out = " (calculated)" if one.calculated else ""
    return f"{called}{level}: {written(one.value, stands.indicator)}{worked_out}."


def _direction(change: float) -> str:
    return "up" if change > 0 else "down"


def _number(point: Point) -> float:
    return 0.0 if isinstance(point.value, Marker) else point.value


def _words(point: Point) -> str:
    return point.value.words if isinstance(point.value, Marker) else str(point.value)


def _on_one_line(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")
