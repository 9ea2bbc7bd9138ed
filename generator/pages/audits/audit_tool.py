"""Audit tools: which version was used in which audit, and a page for each with its questions and their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.assurance.audits.results import by_question
from generator.edition import View
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.audit_tool import AuditTool
from generator.model.methodology import Methodology
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    tools = sorted(view.all(AuditTool), key=lambda tool: (tool.agreed or view.day, tool.id), reverse=True)
    if not tools:
        return
    used = {tool.id: [audit for audit in view.all(Audit) if tool.id in audit.tools] for tool in tools}
    asked = _must_ask(view)
    yield Page(
        path="audits/tools/index.md",
        template="audits/audit-tools.md.jinja",
        title="Audit tools",
        description="The questions that agencies answer in each audit, by version, and which audits used them.",
        context={"tools": tools, "used": used, "asked": asked, "covered": {tool.id: covered(tool) for tool in tools}},
    )
    for tool in tools:
        yield _page(view, tool, used[tool.id], asked)


def _page(view: View, tool: AuditTool, audits: list[Audit], asked: Mapping[str, str]) -> Page:
    names = {audit.id for audit in audits}
    returns = [one for one in view.all(AuditReturn) if one.audit in names and one.tool in (None, tool.id)]
    limits = [one.max_questions for one in _methodologies(view, audits) if one.max_questions]
    sections: dict[str, list[int]] = {}
    for at, question in enumerate(tool.questions):
        sections.setdefault(question.section or "", []).append(at)
    return Page(
        path=f"audits/tools/{tool.id}.md",
        template="audits/audit-tool.md.jinja",
        title=tool.title,
        description=f"The questions of “{tool.title}”, what they test, and how agencies answered them.",
        context={
            "tool": tool,
            "audits": audits,
            "asked": asked,
            "covered": covered(tool),
            "limit": min(limits, default=None),
            "sections": sections,
            "results": {one.question.id: one for one in by_question(returns, [tool], view.framework)},
            "adapted": [one for one in view.all(AuditTool) if one.replaces == tool.id],
        },
        record=("audit-tool", tool.id),
        kicker="Audit tool",
    )


def covered(tool: AuditTool) -> frozenset[str]:
    """Return what a tool asks about of what every tool must."""
    return frozenset(subject for question in tool.questions for subject in question.asks_about)


def _must_ask(view: View) -> dict[str, str]:
    """What every tool must ask about, by id: its title."""
    return {must.id: must.title for methodology in view.all(Methodology) for must in methodology.tool_must_ask}


def _methodologies(view: View, audits: list[Audit]) -> list[Methodology]:
    return [found for audit in audits if (found := view.get(Methodology, audit.methodology))]
