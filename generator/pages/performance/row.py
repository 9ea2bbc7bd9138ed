"""Each indicator as a row of the list: how its newest figure stands, and whether that is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Series
from generator.assurance.figures.standing import IndicatorStanding, standing
from generator.model.indicator import Indicator
from generator.periods import Quarter

SPARK = (96, 22)
"""Width and height of a small line in a table."""


@dataclass(frozen=True)
class Row:
    """One indicator in the list: `stands` is its whole, or its largest category where it has only shares.

    `spark` is the path of a small line through its figures. `former` is how it stood one quarter earlier, without
    the newest figure.
    """

    indicator: Indicator
    stands: IndicatorStanding | None = None
    category: str = ""
    spark: str = ""
    former: IndicatorStanding | None = None

    @property
    def moved(self) -> bool:
        """Whether its newest quarter crossed the target or has a special cause that was not there before."""
        former = self.former.verdict if self.former else None
        return bool(self.stands and (self.stands.crossed or (self.stands.verdict and self.stands.verdict != former)))

    @property
    def as_before(self) -> bool:
        """Whether its newest quarter has the same verdict as the quarter before and has not crossed the target."""
        return bool(self.stands and self.stands.verdict and not self.moved)

    def newest_in(self, quarter: Quarter | None) -> bool:
        """Whether the quarter is the newest one of the row, and has a number."""
        return bool(self.stands and self.stands.current and self.stands.newest
                    and self.stands.newest.quarter == quarter)  # fmt: skip

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The markers that the list shows for this indicator."""
        points = (self.stands.latest, self.stands.newest) if self.stands else ()
        shown = [one for one in points if one]
        return tuple(mark for mark in Marker if any(mark == one.value or mark in one.marks for one in shown))


def row(indicator: Indicator, figures: Figures | None) -> Row:
    """Return the row of an indicator; without figures, only the indicator is set."""
    shown = figures.whole if figures else None
    if figures and shown is None and indicator.each:
        shares = [one for one in figures.breakdowns.get(indicator.each, ()) if one.latest and not one.merged]
        shown = max(shares, key=_largest, default=None)
    if shown is None:
        return Row(indicator)
    former = standing(indicator, replace(shown, points=shown.points[:-1]))
    category = shown.title if shown.breakdown else ""
    return Row(indicator, standing(indicator, shown), category, spark(shown.values), former)


def _largest(series: Series) -> tuple[Quarter, float]:
    latest = series.latest
    assert latest is not None
    return latest.quarter, 0.0 if isinstance(latest.value, Marker) else float(latest.value)


def spark(values: Sequence[float | None]) -> str:
    """Return the path of a small line through the numbers, broken where there is none; empty for fewer than two."""
    numbers = [value for value in values if value is not None]
    if len(numbers) < 2:
        return ""
    low, high = min(numbers), max(numbers)
    width, height = SPARK
    path, pen = [], "M"
    for place, value in enumerate(values):
        if value is None:
            pen = "M"
            continue
        x = 2 + (width - 4) * place / max(len(values) - 1, 1)
        y = 2 + (height - 4) * (1 - (value - low) / (high - low)) if high > low else height / 2
        path.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
    return "".join(path)
