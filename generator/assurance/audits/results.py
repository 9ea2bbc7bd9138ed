"""The answers in an audit's returns, question by question, added up over all agencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.audit_return import Answer, AuditReturn
from generator.model.audit_tool import AuditTool, Question
from generator.model.framework import Framework
from generator.model.lists import AnswerKind, find


@dataclass(frozen=True)
class Result:
    """One question's answers: `cases` by answer, in the order of the kind's scale, and `agencies` that answered it.

    A case that two agencies audited counts for each.
    """

    question: Question
    kind: AnswerKind
    cases: Mapping[str, int]
    agencies: tuple[str, ...]

    @property
    def judged(self) -> int:
        """How many cases were judged good, weak or poor; those to which the question did not apply are left out."""
        return sum(self.cases[answer.id] for answer in self.kind.answers if answer.judged)

    @property
    def well(self) -> int:
        """How many cases had an answer that means good."""
        return sum(self.cases[answer.id] for answer in self.kind.answers if answer.good)

    @property
    def share(self) -> float | None:
        """`well` as a percentage of `judged`; None where nothing was judged."""
        return 100 * self.well / self.judged if self.judged else None


def by_question(returns: Iterable[AuditReturn], tools: Iterable[AuditTool], framework: Framework) -> tuple[Result, ...]:
    """Return the answers to each question that was answered, in the tools' order; a question no tool has comes last."""
    given: dict[str, list[tuple[str, Answer]]] = {}
    for one in returns:
        for answer in one.answers:
            given.setdefault(answer.question, []).append((one.agency, answer))
    asked = {question.id: question for tool in tools for question in tool.questions}
    for id in given:
        asked.setdefault(id, Question(id=id, text=id.replace("-", " ").capitalize()))
    return tuple(_result(question, given[id], framework) for id, question in asked.items() if id in given)


def _result(question: Question, answers: Sequence[tuple[str, Answer]], framework: Framework) -> Result:
    named = {id for _, answer in answers for id in answer.cases}
    kind = find(framework.answer_kinds, question.answer) or _kind_with(named, framework)
    cases = {answer.id: 0 for answer in kind.answers}
    for _, answer in answers:
        for id, count in answer.cases.items():
            if isinstance(count, int):
                cases[id] = cases.get(id, 0) + count
    return Result(question, kind, cases, tuple(agency for agency, _ in answers))


def _kind_with(answers: set[str], framework: Framework) -> AnswerKind:
    """The kind of answer that has all of these, for a question that no tool has."""
    found = (kind for kind in framework.answer_kinds if kind.answers and answers <= {one.id for one in kind.answers})
    return next(found, AnswerKind())


def about(results: Iterable[Result], subject: str) -> tuple[int, int]:
    """Return how many cases were answered well, and how many judged, in the questions that ask about `subject`."""
    own = [one for one in results if subject in one.question.asks_about]
    return sum(one.well for one in own), sum(one.judged for one in own)
