"""What the risk register says as a whole: the risks watched, their matrix, and those that are closed."""

from __future__ import annotations

from collections.abc import Sequence

from generator.components import Column, GridCell, Lead, Link, Matrix, MatrixCell, Table
from generator.components.owners import owner
from generator.components.states import score, scores
from generator.edition import View
from generator.model.risk import Risk
from generator.wording import day, plural, sentence, short_day

LIKELIHOOD = ("rare", "unlikely", "possible", "likely", "almost certain")
IMPACT = ("slight", "minor", "moderate", "severe", "very severe")
"""The words for 1 to 5."""


def lead(watched: Sequence[Risk]) -> Lead:
    """Return how many risks are watched and which is the greatest; `watched` begins with it."""
    if not watched:
        return Lead("No risk is watched at present.")
    many = f"{sentence(plural(len(watched), 'risk'))} {'is' if len(watched) == 1 else 'are'} watched."
    greatest = watched[0]
    return Lead(f"{many} The greatest, at {greatest.assessments[-1].score} of 25: {greatest.title}.")


def moved(risk: Risk) -> str:
    """Return how the score changed at the last assessment: `up 4`, `down 3`, `same`, or that it is the first."""
    if len(risk.assessments) < 2:
        return "first judged"
    change = risk.assessments[-1].score - risk.assessments[-2].score
    return f"up {change}" if change > 0 else f"down {-change}" if change < 0 else "same"


def watched(view: View, risks: Sequence[Risk]) -> Table:
    """Return the risks watched, with the score of each, how it moved, and who answers for it."""
    columns = [
        Column("Risk"),
        Column("Score", narrow=True),
        Column("Change", narrow=True),
        Column("Answers for it"),
        Column("Judged on", narrow=True),
    ]
    rows = [
        (
            Link(f"risk/{one.id}", one.title),
            score(one.assessments[-1].score),
            moved(one),
            owner(view, one.owner),
            short_day(one.assessments[-1].date),
        )
        for one in risks
    ]
    note = "The score is likelihood times impact, each from 1 to 5."
    return Table("Watched, greatest first", columns, rows, stack=True, note=note)


def matrix(risks: Sequence[Risk]) -> Matrix:
    """Return the risks by likelihood, the greatest first, and impact, the least first."""
    levels = range(len(LIKELIHOOD), 0, -1)
    return Matrix(
        "Risks by likelihood and impact",
        [f"{level} {LIKELIHOOD[level - 1]}" for level in levels],
        [f"{level} {word}" for level, word in enumerate(IMPACT, 1)],
        [[_place(risks, level, impact) for impact in range(1, len(IMPACT) + 1)] for level in levels],
        scores(),
    )


def _place(risks: Sequence[Risk], likelihood: int, impact: int) -> MatrixCell:
    product = likelihood * impact
    kind = score(product).kind
    here = [
        GridCell(one.title, kind, f"risk/{one.id}")
        for one in risks
        if (one.assessments[-1].likelihood, one.assessments[-1].impact) == (likelihood, impact)
    ]
    return MatrixCell(product, kind, here)


def closed(risks: Sequence[Risk]) -> Table:
    """Return the risks that are closed: when, and why."""
    rows = [(Link(f"risk/{one.id}", one.title), day(one.closed.date), one.closed.reason) for one in risks if one.closed]
    return Table("Closed risks", [Column("Risk"), Column("Closed"), Column("Why")], rows, stack=True)
