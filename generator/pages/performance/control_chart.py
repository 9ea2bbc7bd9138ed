"""Whether an indicator's change is real: its control chart, what the chart says, and where it starts afresh."""

from __future__ import annotations

from generator.assurance.figures.control_chart import LIMIT, MINIMUM_POINTS, Assurance, Rule, Verdict
from generator.assurance.figures.standing import IndicatorStanding
from generator.charts.control import control
from generator.components import Blocks, Column, Figure, More, Paragraph, Phrase, Points, Strong, Table, phrase
from generator.edition import View
from generator.periods import short_label_of
from generator.wording import day, plural
from generator.wording.units import written

ENOUGH_TO_DRAW = 6
"""Fewer numbers than this make no run chart: the trend shows them all."""
_VERDICTS: dict[Verdict, str] = {
    "improvement": "an improvement",
    "concern": "of concern",
    "neutral-high": "higher than usual",
    "neutral-low": "lower than usual",
}
_RULES: dict[Rule, str] = {
    "outside-limits": "it is outside the limits",
    "trend": "it is part of a trend of seven",
    "two-of-three": "two of the last three quarters are near the same limit",
    "run": "it is part of a run of seven on one side of the mean",
}
_ASSURANCE: dict[Assurance, str] = {
    "pass": "will meet it every quarter",
    "fail": "will miss it every quarter",
    "hit-and-miss": "will meet it in some quarters and miss it in others",
}
_WHAT_COUNTS = More(
    "What counts as a real change",
    Blocks(
        [
            Points(
                [
                    "A quarter outside the limits.",
                    "Seven quarters in a row, each higher than the last, or each lower.",
                    "Two of three quarters near the same limit, all three on one side of the mean.",
                    "Seven quarters in a row on one side of the mean.",
                ]
            ),
            Paragraph(
                "This is how Making Data Count reads such charts. The limits are worked out from the figures as shown "
                "here."
            ),
        ]
    ),
)


def chart_and_reading(view: View, stands: IndicatorStanding) -> Blocks:
    """Return the control chart of an indicator that has a figure, and how to read it."""
    numbers = [value for value in stands.series.values if value is not None]
    drawn = len(numbers) >= ENOUGH_TO_DRAW
    made = [Figure(control(stands))] if drawn else []
    if stands.enough:
        said = [Paragraph(limits(stands)), Paragraph(judged(stands))]
    else:
        said = [Paragraph(too_few(stands, drawn=drawn))]
    return Blocks([*made, *said, *([_rebases(view, stands)] if stands.rebases else []), _WHAT_COUNTS])


def limits(stands: IndicatorStanding) -> str:
    """Return what the lines of the control chart are, and what lies between them."""
    segment = stands.chart.latest
    mean = written(round(segment.mean or 0, 1), stands.indicator)
    return (
        f"The middle line is the mean of {segment.count} quarters: {mean}. The dashed limits lie {LIMIT} average "
        "moving ranges (the usual step from one quarter to the next) from it. A process that goes on as it is stays "
        "between them nearly always; a limit that cannot be reached is not drawn."
    )


def judged(stands: IndicatorStanding) -> Phrase:
    """Return what the chart says of the latest quarter, and whether the target will be met."""
    if stands.verdict is None or stands.rule is None:
        said = phrase(
            "The latest quarter is within ordinary variation. Asking what caused its rise or fall would be asking "
            "about chance."
        )
    else:
        said = phrase(
            "The latest quarter is ",
            Strong(_VERDICTS[stands.verdict]),
            f", because {_RULES[stands.rule]}. Something other than chance is at work; the chart does not say what.",
        )
    return phrase(*said.parts, *_assured(stands))


def _assured(stands: IndicatorStanding) -> tuple[str | Strong, ...]:
    if stands.assurance is None or stands.target is None:
        return ()
    if stands.verdict:
        return (
            " While it is changing, the chart gives no assurance that the target will be met or missed; once a new "
            "level has held, the partnership may record that the chart starts afresh from it.",
        )
    aimed = written(stands.target.value, stands.indicator)
    process = f" Against the target of {aimed}: a process that goes on as it is "
    return process, Strong(_ASSURANCE[stands.assurance]), "."


def too_few(stands: IndicatorStanding, *, drawn: bool) -> str:
    """Return that the quarters are too few for limits, and what the line of the run chart is where one is `drawn`."""
    afresh = " since the chart was last started afresh" if stands.rebases else ""
    said = (
        f"No limits and no verdict yet: they would rest on {plural(stands.chart.latest.count, 'quarter')}{afresh}, and "
        f"fewer than {MINIMUM_POINTS} say too little about ordinary variation."
    )
    if not drawn:
        return said
    if stands.rebases:
        return f"{said} The lines are the means before and after."
    return f"{said} The line is the median: half the quarters lie above it."


def _rebases(view: View, stands: IndicatorStanding) -> Table:
    starts = view.partnership.year_starts
    return Table(
        "Where the chart starts afresh",
        [Column("From"), Column("Because"), Column("Decided")],
        [(short_label_of(one.from_quarter, starts), one.reason, day(one.decided)) for one in stands.rebases],
        stack=True,
    )
