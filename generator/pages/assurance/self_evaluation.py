"""Self-evaluations: what the framework's evaluators judge of the partnership, year by year and area by area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.components import Byline, Callout, Column, Facts, Lead, Link, More, Passage, Prose, Table
from generator.components.records import choice
from generator.edition import View
from generator.model.self_evaluation import EvaluationArea, SelfEvaluation
from generator.page import Page
from generator.wording import day, inside, listed, the


def pages(view: View) -> Iterator[Page]:
    evaluations = sorted(view.all(SelfEvaluation), key=lambda one: one.year, reverse=True)
    if not evaluations:
        return
    yield Page(
        path="assurance/self-evaluations/index.md",
        template="assurance/self-evaluations.md.jinja",
        title="Self-evaluation",
        description="How the partnership judges itself as a whole, by its own leaders.",
        context={"lead": lead(view, evaluations[0]), "evaluations": _table(view, evaluations)},
    )
    for evaluation in evaluations:
        former = next((one for one in evaluations if one.year < evaluation.year), None)
        yield _page(view, evaluation, former)


def lead(view: View, latest: SelfEvaluation) -> Lead:
    """Return who made the latest self-evaluation, and when."""
    called = inside(view.type_name("self-evaluation"))
    by = authors(view, latest.authors)
    return Lead(f"The latest {called}, of {latest.year}, was made by {by} on {day(latest.date)}.")


def authors(view: View, ids: Iterable[str]) -> str:
    """Return evaluators as `the Business Unit and the Independent Chair`."""
    return listed(the(choice(view, "evaluators", id)) for id in ids)


def missing(view: View, evaluation: SelfEvaluation) -> Callout | None:
    """Return which of the framework's evaluators had no part in it, and why; None where all took part."""
    asked = [one.id for one in view.framework.evaluators]
    without = [id for id in asked if id not in evaluation.authors]
    if not without:
        return None
    reason = evaluation.reason or f"No reason is recorded. The framework asks for {authors(view, asked)}."
    return Callout("attention", f"Made without {authors(view, without)}", reason)


def _table(view: View, evaluations: Sequence[SelfEvaluation]) -> Table:
    columns = [Column("Year", narrow=True), Column("Completed", narrow=True), Column("By"), Column("What was judged")]
    rows = [
        (
            Link(f"self-evaluation/{one.id}", one.year),
            day(one.date),
            authors(view, one.authors),
            listed(area.area for area in one.areas),
        )
        for one in evaluations
    ]
    return Table("Every self-evaluation, newest first", columns, rows, stack=True)


def _page(view: View, evaluation: SelfEvaluation, former: SelfEvaluation | None) -> Page:
    called = view.type_name("self-evaluation")
    return Page(
        path=f"assurance/self-evaluations/{evaluation.id}.md",
        template="assurance/self-evaluation.md.jinja",
        title=f"{called} {evaluation.year}",
        description=f"{called} of {evaluation.year}: judgement, evidence and what comes next.",
        context={
            "byline": Byline([f"Completed on {day(evaluation.date)}", f"By {authors(view, evaluation.authors)}"]),
            "missing": missing(view, evaluation),
            "areas": [_area(view, area, former) for area in evaluation.areas],
        },
        record=("self-evaluation", evaluation.id),
        kicker="Self-evaluation",
    )


def _area(view: View, area: EvaluationArea, former: SelfEvaluation | None) -> dict[str, Any]:
    before = next((one.judgement for one in former.areas if one.id == area.id), None) if former else None
    return {
        "title": area.area,
        "anchor": area.id,
        "judgement": Passage(area.judgement),
        "facts": Facts(
            [
                ("Rests on", Prose(area.evidence) if area.evidence else None),
                ("What comes next", area.next),
                ("Principle", choice(view, "principles", area.principle) if area.principle else None),
            ]
        ),
        "before": More(f"What was judged in {former.year}", Prose(before)) if former and before else None,
    }
