"""All agencies complete the same audit tool, and it is not too long.

The tool is designed so that it is not overly complicated or onerous, and unless agreed otherwise all agencies complete
the same one. The methodology says how many questions it may have; the framework itself gives no number.

Wrong: `tools: [falls, falls-for-hospitals]`.
Right: `tools: [falls]`, with at most as many questions as `max_questions` of the methodology.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit import Audit
from generator.model.audit_tool import AuditTool
from generator.model.methodology import Methodology
from generator.problem import Fault
from generator.register import Register

upholds = ("R41",)
level = "D"
RULE = "`exceptions` with `rule: one-simple-tool-for-all`"


def problems(register: Register) -> Iterator[Fault]:
    limits: dict[str, int] = {}
    for entry, audit in register.of(Audit):
        methodology = register.get(Methodology, audit.methodology)
        most = methodology.max_questions if methodology else None
        for id in audit.tools if most else ():
            limits[id] = max(most or 0, limits.get(id, 0))
        if len(audit.tools) > 1:
            yield Fault(
                entry.place("tools", 1),
                f"the audit has {len(audit.tools)} tools: {', '.join(audit.tools)}",
                f"Keep the one that all agencies complete; if there must be more, say why under {RULE}.",
            )
    for entry, tool in register.of(AuditTool):
        most = limits.get(tool.id)
        if most and len(tool.questions) > most:
            yield Fault(
                entry.place("questions", most),
                f"the tool has {len(tool.questions)} questions; {most} at most are asked for",
                f"Leave out what matters least; if all must be asked, say why under {RULE}.",
            )
