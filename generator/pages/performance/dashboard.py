"""Performance: every indicator with how it stands, what changed this quarter, and the definitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Series
from generator.assurance.figures.standing import IndicatorStanding, standing
from generator.edition import View
from generator.model.indicator import Indicator
from generator.page import Page
from generator.periods import Quarter, Year
from generator.wording import units

SPARK = (96, 22)
"""Width and height of a small line in a table."""


@dataclass(frozen=True)
class Row:
    """One indicator in the list: `stands` is its whole, or its largest category where it has only shares."""

    indicator: Indicator
    stands: IndicatorStanding | None
    category: str = ""
    spark: str = ""
    former: IndicatorStanding | None = None
    """How it stood one quarter earlier, on what was drawn then."""

    @property
    def moved(self) -> bool:
        """Whether its newest quarter crossed the target, or brought a sign that was not there before."""
        former = self.former.verdict if self.former else None
        return bool(self.stands and (self.stands.crossed or (self.stands.verdict and self.stands.verdict != former)))

    @property
    def goes_on(self) -> bool:
        """Whether its newest quarter goes on with a sign that was there before."""
        return bool(self.stands and self.stands.verdict and not self.moved)


def pages(view: View) -> Iterator[Page]:
    indicators = sorted(view.all(Indicator), key=lambda one: one.code)
    if not indicators:
        return
    rows = [_row(one, view.assessment.figures.get(one.id)) for one in indicators]
    newest = max((row.stands.newest.quarter for row in rows if row.stands and row.stands.newest), default=None)
    yield Page(
        path="performance/index.md",
        template="performance/indicators.md.jinja",
        title="Figures" if view.public else "Performance",
        description="Every indicator: its latest figure, what changed, and whether a change is real.",
        context={
            "sections": _sections(rows),
            "newest": newest,
            "moved": [row for row in rows if row.moved and _at(row, newest)],
            "going_on": [row for row in rows if row.goes_on and _at(row, newest)],
            "units": units,
            "markers": [one for one in Marker if any(_holds(row, one) for row in rows)],
            "policy": Policy(**vars(view.partnership.disclosure)),
        },
    )
    yield Page(
        path="performance/definitions.md",
        template="performance/definitions.md.jinja",
        title="Definitions",
        description="What each indicator counts, how it is worked out, and how to read the figures.",
        context={
            "sections": _sections(rows),
            "titles": {one.id: one.title for indicator in indicators for one in indicator.measures},
            "newest_year": Year.of(view.day, view.partnership.year_starts),
            "units": units,
            "markers": list(Marker),
            "policy": Policy(**vars(view.partnership.disclosure)),
        },
    )


def _row(indicator: Indicator, figures: Figures | None) -> Row:
    shown = figures.whole if figures else None
    if figures and shown is None and indicator.each:
        shares = [one for one in figures.breakdowns.get(indicator.each, ()) if one.latest and not one.merged]
        shown = max(shares, key=_largest, default=None)
    if shown is None:
        return Row(indicator, None)
    former = standing(indicator, replace(shown, points=shown.points[:-1]))
    return Row(indicator, standing(indicator, shown), shown.title if shown.breakdown else "", spark(shown), former)


def _largest(series: Series) -> tuple[Quarter, float]:
    latest = series.latest
    assert latest is not None
    return latest.quarter, 0.0 if isinstance(latest.value, Marker) else float(latest.value)


def _at(row: Row, quarter: Quarter | None) -> bool:
    """Whether the quarter is the newest one of the row, and has a number."""
    return bool(row.stands and row.stands.current and row.stands.newest and row.stands.newest.quarter == quarter)


def _holds(row: Row, marker: Marker) -> bool:
    """Whether the list shows the marker for this indicator."""
    shown = [one for one in (row.stands.latest, row.stands.newest) if one] if row.stands else []
    return any(marker == one.value or marker in one.marks for one in shown)


def _sections(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    """The rows under their sections, in the order of their first code; those without one come last."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.indicator.section, []).append(row)
    return dict(sorted(found.items(), key=lambda one: not one[0]))


def spark(series: Series) -> str:
    """Return the path of a small line through the numbers, broken where there is none; empty for fewer than two."""
    numbers = [value for value in series.values if value is not None]
    if len(numbers) < 2:
        return ""
    low, high = min(numbers), max(numbers)
    width, height = SPARK
    path, pen = [], "M"
    for place, value in enumerate(series.values):
        if value is None:
            pen = "M"
            continue
        x = 2 + (width - 4) * place / max(len(series.values) - 1, 1)
        y = 2 + (height - 4) * (1 - (value - low) / (high - low)) if high > low else height / 2
        path.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
    return "".join(path)
