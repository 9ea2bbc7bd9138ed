"""What an audit's returns answer, question by question, over all agencies, and how that compares between audits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.audit_return import Answer, AuditReturn
from generator.model.audit_tool import AuditTool, Question

GRADES = ("outstanding", "good", "requires-improvement", "inadequate")
TALLY = ("yes", "no")
WELL = frozenset({"outstanding", "good", "yes"})
NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True)
class Result:
    """One question's answers: `cases` by grade, or by yes and no, in order, and `agencies` that answered it.

    A case that two agencies audited counts for each.
    """

    question: Question
    cases: Mapping[str, int]
    agencies: tuple[str, ...]

    @property
    def judged(self) -> int:
        """How many cases had a grade, or a yes or no: those not applicable are left out."""
        return sum(cases for grade, cases in self.cases.items() if grade != NOT_APPLICABLE)

    @property
    def well(self) -> int:
        """How many were good or outstanding, or yes."""
        return sum(cases for grade, cases in self.cases.items() if grade in WELL)

    @property
    def share(self) -> float | None:
        """`well` as a percentage of `judged`; None where nothing was judged."""
        return 100 * self.well / self.judged if self.judged else None


def by_question(returns: Iterable[AuditReturn], tools: Iterable[AuditTool]) -> tuple[Result, ...]:
    """Return the answers to each question that was answered, in the tools' order; a question no tool has comes last."""
    given: dict[str, list[tuple[str, Answer]]] = {}
    for one in returns:
        for answer in one.answers:
            given.setdefault(answer.question, []).append((one.agency, answer))
    asked = {question.id: question for tool in tools for question in tool.questions}
    for id in given:
        asked.setdefault(id, Question(id=id, text=id.replace("-", " ").capitalize()))
    return tuple(_result(question, given[id]) for id, question in asked.items() if id in given)


def _result(question: Question, answers: Sequence[tuple[str, Answer]]) -> Result:
    kinds = TALLY if any(answer.tally for _, answer in answers) else GRADES
    cases = dict.fromkeys((*kinds, NOT_APPLICABLE), 0)
    for _, answer in answers:
        for grade, count in {**answer.grades, **answer.tally}.items():
            if isinstance(count, int):
                cases[grade] = cases.get(grade, 0) + count
    return Result(question, cases, tuple(agency for agency, _ in answers))


def about(results: Iterable[Result], subject: str) -> tuple[int, int]:
    """Return how many cases were answered well, of how many judged, on what every tool must ask about."""
    own = [one for one in results if subject in one.question.asks_about]
    return sum(one.well for one in own), sum(one.judged for one in own)
