"""An audit tool asks what every tool must.

At a minimum, auditing takes account of the adult's voice, or the views of their advocate or representative, and of any
protected characteristics, or whatever else the methodology lists. A tool that an audit uses has a question about each.

Wrong: no question of the tool has `asks_about: [adults-voice]`.
Right: `{id: heard, text: Was the adult's own view recorded?, asks_about: [adults-voice], …}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit import Audit
from generator.model.audit_tool import AuditTool
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register
from generator.wording import inside

upholds = ("R40",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    used: dict[str, dict[str, str]] = {}
    for audit in register.all(Audit):
        methodology = register.get(Methodology, audit.methodology)
        must = {one.id: one.title for one in methodology.tool_must_ask} if methodology else {}
        for id in audit.tools:
            used.setdefault(id, {}).update(must)
    for entry, tool in register.of(AuditTool):
        asked = {subject for question in tool.questions for subject in question.asks_about}
        missing = {id: title for id, title in used.get(tool.id, {}).items() if id not in asked}
        if missing:
            yield Fault(
                entry.place("questions"),
                f"no question asks about {' or '.join(map(inside, missing.values()))}",
                f"Write `asks_about: [{', '.join(missing)}]` at the question that does; if none does, say why under "
                "`exceptions` with `rule: tool-asks-what-it-must`.",
            )
