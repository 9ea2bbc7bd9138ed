"""What is known of an audit return: the audit's tool and its questions, and how each is answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.drafts.outline import OPEN, Commented
from generator.model.audit import Audit
from generator.model.audit_tool import AuditTool, Question
from generator.model.lists import find
from generator.register import Register


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return the tool, and a place for the answer to each of its questions."""
    audit = register.get(Audit, parts["audit"])
    tools = [tool for id in (audit.tools if audit else ()) if (tool := register.get(AuditTool, id))]
    if not tools:
        return {}
    answers = [_answer(register, question) for tool in tools for question in tool.questions]
    found: dict[str, Any] = {"cases_audited": OPEN, "answers": answers}
    return {"tool": tools[0].id, **found} if len(tools) == 1 else found


def _answer(register: Register, question: Question) -> dict[str, Any]:
    kind = find(register.framework.answer_kinds, question.answer)
    asked = Commented(question.id, question.text)
    if kind is None or not kind.answers:
        return {"question": asked, "comment": OPEN}
    cases = {answer.id: OPEN for answer in kind.answers}
    return {"question": asked, "cases": Commented(cases, "how many cases had each; leave out those that none had")}
