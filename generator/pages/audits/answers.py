"""What agencies answered in an audit: question by question over all of them, and each agency's return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.assurance.audits.results import Result, by_question
from generator.charts.audit_grades import audit_grades
from generator.components import Badge, Blocks, Column, Facts, Figure, More, Prose, Stack, Table, phrase
from generator.edition import View
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.methodology import Methodology
from generator.pages.audits.records import tools_of
from generator.wording import day, inside, plural, sentence, the

_NOTE = (
    "A case that two agencies audited counts for each. Cases to which a question did not apply are left out of the "
    "percentage."
)


def grades(view: View, audit: Audit, returns: Sequence[AuditReturn]) -> Blocks | None:
    """Return the answers of all agencies together: a chart of the graded ones, and a table of all."""
    results = by_question(returns, tools_of(view, audit), view.framework)
    if not results:
        return None
    methodology = view.get(Methodology, audit.methodology)
    subjects = {must.id: must.title for must in methodology.tool_must_ask} if methodology else {}
    rows = [
        (_question(one, subjects), _counts(view, one.cases, zero=False), _share(one))
        for one in results
        if one.judged or any(one.cases.values())
    ]
    columns = [Column("Question"), Column("Cases"), Column("Answered well", number=True)]
    table = Table("Answers of all agencies together", columns, rows, stack=True, note=_NOTE)
    return Blocks([*_charts(results), table])


def _charts(results: Sequence[Result]) -> list[Figure]:
    """A chart for each kind of answer that has more than two grades and a judged case."""
    kinds: dict[str, list[Result]] = {}
    for one in results:
        if one.judged and sum(answer.judged for answer in one.kind.answers) > 2:
            kinds.setdefault(one.kind.id, []).append(one)
    if len(kinds) == 1:
        return [Figure(audit_grades(graded)) for graded in kinds.values()]
    return [
        Figure(audit_grades(graded, f"grades-{id}", f"Grades by question: {inside(graded[0].kind.title)}"))
        for id, graded in kinds.items()
    ]


def _question(one: Result, subjects: Mapping[str, str]) -> Stack:
    said: list[Any] = [one.question.text]
    for subject in one.question.asks_about:
        said += [" ", Badge(subjects.get(subject, sentence(subject)), "info")]
    return Stack((phrase(*said),))


def _counts(view: View, cases: Mapping[str, int | str], zero: bool = True) -> str:
    """The number of cases that had each answer: `Green 3, Red 1`; with `zero`, also answers that no case had."""
    answers = view.framework.answers
    said = [
        f"{answers[id].title if id in answers else sentence(id)} {count}"
        for id, count in cases.items()
        if count or zero
    ]
    return ", ".join(said)


def _share(one: Result) -> str | None:
    return f"{round(one.share)}%" if one.share is not None else None


def replies(view: View, audit: Audit, returns: Sequence[AuditReturn]) -> list[dict[str, Any]]:
    """Return each agency's return: when it came and from whom, what it says, and its answers, folded."""
    questions = {question.id: question.text for tool in tools_of(view, audit) for question in tool.questions}
    return [_reply(view, questions, one) for one in returns]


def _reply(view: View, questions: Mapping[str, str], one: AuditReturn) -> dict[str, Any]:
    name = view.name(f"agency/{one.agency}")
    pairs = [
        ("Strengths", one.strengths),
        ("Areas for development", one.areas_for_development),
    ]
    said = [(title, Prose("\n\n".join(texts))) for title, texts in pairs if texts]
    columns = [Column("Question"), Column("Cases"), Column("Comment")]
    rows = [
        (
            questions.get(answer.question, sentence(answer.question)),
            _counts(view, answer.cases),
            Prose(answer.comment) if answer.comment else None,
        )
        for answer in one.answers
    ]
    table = Table("Answers", columns, rows, stack=True, hide_caption=True)
    return {
        "agency": name,
        "anchor": f"return-{one.agency}",
        "received": received(one),
        "nil": f"It had no case to audit: {one.nil.reason}" if one.nil else None,
        "facts": Facts(said) if said else None,
        "answers": More(f"Answers of {name}", table) if rows else None,
    }


def received(one: AuditReturn) -> str:
    """Return when a return came, of how many cases, from whom, and who answers for it, by role."""
    said = [f"Received {day(one.received)}"]
    if one.cases_audited is not None:
        said.append(
            plural(one.cases_audited, "case") if isinstance(one.cases_audited, int) else f"{one.cases_audited} cases"
        )
    if one.sender_role:
        said.append(f"sent by {the(one.sender_role)}")
    if one.signed_off_by:
        said.append(f"signed off by {the(one.signed_off_by)}")
    return f"{', '.join(said)}."
