"""An answer is to a question of the audit's tool, and of the kind that the question asks for.

Answers are added up across agencies question by question: each grade with the same grade, yes with yes. The framework's
record lists the answers of each kind.

Wrong: `{question: outcomes, cases: {good: 5}}`, where `outcomes` is a yes or no question.
Right: `{question: outcomes, cases: {"yes": 5, "no": 3}}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.model.audit import Audit
from generator.model.audit_return import Answer, AuditReturn
from generator.model.audit_tool import AuditTool
from generator.model.lists import AnswerKind, find
from generator.problem import Fault, Place
from generator.register import Entry, Register
from generator.wording import inside

upholds = ("R41",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    if register.has_unreadable("framework"):
        return
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
            elif question:
                kind = find(register.framework.answer_kinds, question.answer)
                yield from _faults(entry, position, answer, kind) if kind else ()


def _faults(entry: Entry, position: int, answer: Answer, kind: AnswerKind) -> Iterator[Fault]:
    """A fault for each answer that the question's kind does not have."""
    known = [one.id for one in kind.answers]
    for name in answer.cases:
        if name not in known:
            place = Place(entry.name, route=("answers", position, "cases", name), key=True)
            asked = f"“{answer.question}” asks for {inside(kind.title)}"
            if known:
                message = f"{asked}, and “{name}” is none of its answers{schema.nearest(name, known)}"
                yield Fault(place, message, f"Its answers are {', '.join(known)}.")
            else:
                yield Fault(place, f"{asked}, and the answer counts cases", "Give the answer under `comment`.")
                return
