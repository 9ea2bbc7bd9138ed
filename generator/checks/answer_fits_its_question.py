"""An answer is to a question of the audit's tool, and of the kind that the question asks for.

Answers are added up across agencies question by question: grades with grades, yes with yes.

Wrong: `{question: outcomes, grades: {good: 5}}`, where `outcomes` is a yes or no question.
Right: `{question: outcomes, tally: {"yes": 5, "no": 3}}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.model.audit import Audit
from generator.model.audit_return import Answer, AuditReturn
from generator.model.audit_tool import AuditTool, Question
from generator.problem import Fault
from generator.register import Register

upholds = ("R41",)
level = "E"
KINDS = {"graded": "grades", "yes-no": "tally", "text": "comment"}


def problems(register: Register) -> Iterator[Fault]:
    somewhere = register.items["audit-tool/questions"]
    asked = {tool.id: {one.id: one for one in tool.questions} for tool in register.all(AuditTool)}
    for entry, made in register.of(AuditReturn):
        audit = register.get(Audit, made.audit)
        names = [made.tool] if made.tool else [*audit.tools] if audit else []
        if not names or any(name not in asked for name in names):
            continue
        questions = (
            asked[names[0]] if len(names) == 1 else {id: one for name in names for id, one in asked[name].items()}
        )
        for position, answer in enumerate(made.answers):
            question = questions.get(answer.question)
            if question is None and answer.question in somewhere:
                message = (
                    f"“{answer.question}” is not a question of {' or '.join(f'audit-tool/{name}' for name in names)}"
                )
                near = schema.nearest(answer.question, questions)
                place = entry.place("answers", position, "question")
                yield Fault(place, message + near, "Correct it, or say in `tool` which tool was completed.")
            elif question and (wrong := _wrong(question, answer)):
                message = f"“{question.id}” asks for {_words(question.answer)}, and the answer gives {_words(wrong)}"
                remedy = f"Give the answer under `{KINDS[question.answer]}`."
                yield Fault(entry.place("answers", position, KINDS[wrong]), message, remedy)


def _wrong(question: Question, answer: Answer) -> str:
    """The kind of answer given in place of the one asked for, or nothing."""
    if answer.grades and question.answer != "graded":
        return "graded"
    return "yes-no" if answer.tally and question.answer != "yes-no" else ""


def _words(kind: str) -> str:
    return {"graded": "grades", "yes-no": "yes or no", "text": "words"}[kind]
