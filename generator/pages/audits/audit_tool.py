"""Audit tools: which version was used in which audit, and a page for each with its questions and their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.assurance.audits.results import Result, by_question
from generator.components import (
    Badge,
    Bar,
    Byline,
    Column,
    Facts,
    Lead,
    Link,
    Passage,
    Phrase,
    Table,
    links,
    phrase,
    stack,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.audit_tool import AuditTool, Question
from generator.model.methodology import Methodology
from generator.page import Page
from generator.wording import day, plural, sentence, short_day, words

_ASKED = {True: Badge("Asked about", "good"), False: Badge("Not asked about", "attention")}
_YES = {True: Badge("Yes", "good"), False: Badge("No", "attention")}


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
        context={
            "lead": Lead("One tool is adapted to the theme of each audit, and every agency completes the same one."),
            "tools": _tools(tools, used, asked),
        },
    )
    for tool in tools:
        yield _page(view, tool, used[tool.id], asked)


def _tools(tools: Sequence[AuditTool], used: Mapping[str, Sequence[Audit]], asked: Mapping[str, str]) -> Table:
    narrow = [Column("Version", narrow=True), Column("Agreed", narrow=True), Column("Questions", number=True)]
    subjects = [Column(f"Asks about: {title.lower()}") for title in asked.values()]
    rows = [
        (
            Link(f"audit-tool/{tool.id}"),
            tool.version,
            short_day(tool.agreed) if tool.agreed else Badge("Not yet agreed", "draft"),
            len(tool.questions),
            *(_YES[id in covered(tool)] for id in asked),
            _joined(f"audit/{audit.id}" for audit in used[tool.id]),
        )
        for tool in tools
    ]
    return Table("Every tool, newest first", [Column("Tool"), *narrow, *subjects, Column("Used in")], rows, stack=True)


def _joined(targets: Iterator[str]) -> Phrase | None:
    parts: list[Any] = []
    for target in targets:
        parts += [", ", Link(target)] if parts else [Link(target)]
    return Phrase(tuple(parts)) if parts else None


def _page(view: View, tool: AuditTool, audits: list[Audit], asked: Mapping[str, str]) -> Page:
    limits = [one.max_questions for one in _methodologies(view, audits) if one.max_questions]
    results = {one.question.id: one for one in _results(view, tool, audits)}
    sections: dict[str, list[tuple[int, Question]]] = {}
    for number, question in enumerate(tool.questions, 1):
        sections.setdefault(question.section or "", []).append((number, question))
    return Page(
        path=f"audits/tools/{tool.id}.md",
        template="audits/audit-tool.md.jinja",
        title=tool.title,
        description=f"The questions of “{tool.title}”, what they test, and how agencies answered them.",
        context={
            "byline": byline(tool, min(limits, default=None)),
            "facts": _facts(view, tool, audits, asked),
            "guidance": Passage(tool.guidance) if tool.guidance else None,
            "sections": [
                {"title": section, "questions": _questions(view, section, questions, asked, results)}
                for section, questions in sections.items()
            ],
        },
        record=("audit-tool", tool.id),
        kicker="Audit tool",
    )


def _results(view: View, tool: AuditTool, audits: Sequence[Audit]) -> tuple[Result, ...]:
    names = {audit.id for audit in audits}
    returns = [one for one in view.all(AuditReturn) if one.audit in names and one.tool in (None, tool.id)]
    return by_question(returns, [tool], view.framework)


def byline(tool: AuditTool, limit: int | None) -> Byline:
    """Return whether a tool is agreed, its version, and how many questions it has of at most `limit`."""
    agreed = Badge(f"Agreed {day(tool.agreed)}", "good") if tool.agreed else Badge("Not yet agreed", "draft")
    questions = plural(len(tool.questions), "question")
    version = [f"Version {tool.version}"] if tool.version else []
    return Byline([agreed, *version, f"{questions} of at most {limit}" if limit else questions])


def _facts(view: View, tool: AuditTool, audits: Sequence[Audit], asked: Mapping[str, str]) -> Facts:
    later = [f"audit-tool/{one.id}" for one in view.all(AuditTool) if one.replaces == tool.id]
    pairs: list[tuple[str, Any]] = [
        ("Used in", links(f"audit/{audit.id}" for audit in audits) if audits else "No audit yet")
    ]
    if tool.replaces:
        pairs.append(("Adapted from", Link(f"audit-tool/{tool.replaces}")))
    if later:
        pairs.append(("Adapted since into", links(later)))
    return Facts([*pairs, *((title, _ASKED[id in covered(tool)]) for id, title in asked.items())])


def _questions(
    view: View,
    section: str,
    questions: Sequence[tuple[int, Question]],
    asked: Mapping[str, str],
    results: Mapping[str, Result],
) -> Table:
    columns = [Column("Number", number=True), Column("Question"), Column("Answer"), Column("Principle and source")]
    columns += [Column("Cases answered well")] if results else []
    rows = []
    for number, one in questions:
        tests = sentence("; ".join(words(said) for said in (one.principle, one.source) if said))
        always = ", always" if one.mandatory else ""
        row = (number, _question(one, asked), f"{choice(view, 'answer_kinds', one.answer)}{always}", tests)
        rows.append((*row, _share(results.get(one.id))) if results else row)
    caption = f"{section}: questions" if section else "Questions"
    return Table(caption, columns, rows, head=1, stack=True, hide_caption=True)


def _question(one: Question, asked: Mapping[str, str]) -> Any:
    said: list[Any] = [one.text]
    for subject in one.asks_about:
        said += [" ", Badge(asked.get(subject, sentence(subject)), "info")]
    return stack(phrase(*said), Phrase((one.guidance,), soft=True) if one.guidance else None)


def _share(result: Result | None) -> Bar | None:
    if result is None or result.share is None:
        return None
    return Bar(result.well, result.judged, f"{round(result.share)}%")


def covered(tool: AuditTool) -> frozenset[str]:
    """Return the subjects that every tool must ask about and this one does."""
    return frozenset(subject for question in tool.questions for subject in question.asks_about)


def _must_ask(view: View) -> dict[str, str]:
    """What every tool must ask about, by id: its title."""
    return {must.id: must.title for methodology in view.all(Methodology) for must in methodology.tool_must_ask}


def _methodologies(view: View, audits: list[Audit]) -> list[Methodology]:
    return [found for audit in audits if (found := view.get(Methodology, audit.methodology))]
