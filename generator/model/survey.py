"""A survey of people who used services or of staff: its questions, answers and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class AnswerCount:
    answer: str = ""
    count: int | str = 0


@dataclass(frozen=True, kw_only=True)
class QuestionResult:
    id: str = ""
    question: str = ""
    principle: str | None = None
    answers: tuple[AnswerCount, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SurveyResults:
    """How many people were asked and answered, and what they answered."""

    date: date | None = None
    invited: int | str = 0
    responses: int | str = 0
    questions: tuple[QuestionResult, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SurveyFinding:
    id: str = ""
    date: date | None = None
    statement: str = ""


@dataclass(frozen=True, kw_only=True)
class SurveyMessage:
    """Plain words for the people who answered."""

    date: date | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Survey(Record):
    kind: str = ""
    theme: str = ""
    question_set: str | None = None
    agencies: tuple[str, ...] = ()
    method: str | None = None
    equality: str | None = None
    opened: date | None = None
    closed: date | None = None
    results: SurveyResults | None = None
    findings: tuple[SurveyFinding, ...] = ()
    what_learned: SurveyMessage | None = None
    what_changed: SurveyMessage | None = None
