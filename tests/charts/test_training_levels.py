"""The chart of training levels: shares of those who should have them, and a sentence that says so."""

from __future__ import annotations

from generator.charts.training_levels import training_levels
from generator.model.training_review import TrainingLevel


def test_a_level_that_nobody_needs_has_no_share() -> None:
    levels = (
        TrainingLevel(id="one", title="Level 1", eligible=200, trained=150),
        TrainingLevel(id="two", title="Level 2", eligible=0, trained=0),
        TrainingLevel(id="three", title="Level 3", eligible=3, trained=2),
    )
    chart = training_levels(levels, "2025-26")
    assert [row["share"] for row in chart.rows] == [75.0, None, 66.7]
    assert chart.rows[1]["label"] == "No staff need it"
    assert chart.sentence == "It runs from 66.7% (Level 3) to 75% (Level 1)."


def test_with_no_level_needed_it_still_says_something() -> None:
    assert training_levels((TrainingLevel(title="Level 1"),), "2025").sentence.startswith("No level of training")
