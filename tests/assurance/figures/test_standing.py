"""Which figures are outside their usual range: only with enough quarters, and only where the last one is."""

from __future__ import annotations

from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Point, Series
from generator.assurance.figures.standing import IndicatorStanding, signals
from generator.model.indicator import Indicator, Rebase
from generator.periods import Quarter

STEADY = [80, 82, 81, 79, 80, 82, 81, 80, 79, 81, 80, 81]


def found(*values: float, better: str = "up", **changes: object) -> list[IndicatorStanding]:
    first = Quarter(2023, 1)
    points = tuple(Point(first.plus(place), 0, None, value) for place, value in enumerate(values))
    figures = {"k01": Figures("k01", Series("k01", "Asked", points))}
    return list(signals(figures, [Indicator(id="k01", better=better, **changes)]))  # type: ignore[arg-type]


def test_a_steady_figure_gives_no_signal_and_a_leap_gives_one() -> None:
    assert found(*STEADY) == []
    (signal,) = found(*STEADY, 95)
    assert (signal.rule, signal.verdict) == ("outside-limits", "improvement")
    assert found(*STEADY, 60)[0].verdict == "concern"
    assert found(*STEADY, 60, better="neutral")[0].verdict == "neutral-low"


def test_too_few_quarters_and_a_leap_that_is_over_give_none() -> None:
    assert found(*STEADY[:8], 95) == []
    assert found(*STEADY, 95, 80) == []


def test_after_a_recorded_change_the_usual_is_counted_afresh() -> None:
    lasting = [*STEADY, 95, 94, 95, 96]
    assert found(*lasting)
    assert found(*lasting, rebases=(Rebase(from_quarter=str(Quarter(2023, 1).plus(12))),)) == []
