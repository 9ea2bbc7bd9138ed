"""Self-evaluations: what the Business Unit and the Independent Chair judge of the partnership, year by year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import View
from generator.model.self_evaluation import SelfEvaluation
from generator.page import Page

AUTHORS = {"business-unit": "the Business Unit", "independent-chair": "the Independent Chair"}


def pages(view: View) -> Iterator[Page]:
    evaluations = sorted(view.all(SelfEvaluation), key=lambda one: one.year, reverse=True)
    if not evaluations:
        return
    yield Page(
        path="assurance/self-evaluations/index.md",
        template="assurance/self-evaluations.md.jinja",
        title="Self-evaluation",
        description="How the partnership judges itself as a whole, by its own leaders.",
        context={"evaluations": evaluations, "by": {one.id: _by(one) for one in evaluations}},
    )
    for evaluation in evaluations:
        former = next((one for one in evaluations if one.year < evaluation.year), None)
        yield Page(
            path=f"assurance/self-evaluations/{evaluation.id}.md",
            template="assurance/self-evaluation.md.jinja",
            title=f"Strategic self-evaluation {evaluation.year}",
            description=f"The strategic self-evaluation of {evaluation.year}: judgement, evidence and what comes next.",
            context={
                "evaluation": evaluation,
                "by": _by(evaluation),
                "missing": [words for author, words in AUTHORS.items() if author not in evaluation.authors],
                "before": {area.id: area for area in former.areas} if former else {},
                "former": former,
            },
            record=("self-evaluation", evaluation.id),
            kicker="Self-evaluation",
        )


def _by(evaluation: SelfEvaluation) -> list[str]:
    return [AUTHORS.get(author, author) for author in evaluation.authors]
