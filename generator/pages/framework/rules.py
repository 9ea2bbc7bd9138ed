"""Rules: what is looked for across records, why, a wrong and a right example, and where it shows today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc
from types import ModuleType

from generator import checks, model
from generator.edition import View
from generator.model.record import Record
from generator.page import Page
from generator.problem import Problem


@dataclass(frozen=True)
class Rule:
    """A check as its docstring has it: the statement, why, and its examples; `upholds` are requirement ids.

    `excusable`: what it finds may stand in a field for which the record gives a reason.
    """

    name: str
    level: str
    statement: str
    why: tuple[str, ...]
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    upholds: tuple[str, ...]
    excusable: bool


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    rules = [_rule(name, check) for name, check in checks.modules().items() if _applies(view, check)]
    shown = {rule.name: [one for one in view.departures if one.rule == rule.name] for rule in rules}
    yield Page(
        path="framework/rules/index.md",
        template="framework/rules.md.jinja",
        title="Rules",
        description="What is looked for in the records: what can't be accepted, and what is accepted with a reason.",
        context={"rules": rules, "shown": shown},
    )
    for rule in rules:
        yield Page(
            path=f"framework/rules/{rule.name}.md",
            template="framework/rule.md.jinja",
            title=rule.statement,
            description=f"The rule {rule.name}: what it looks for, why, and what to write instead.",
            context={"rule": rule, "departures": [_departure(view, one) for one in shown[rule.name]]},
            kicker="Rule",
        )


def _applies(view: View, check: ModuleType) -> bool:
    """Whether the partnership uses any type that the check looks at; one that looks at every type always applies."""
    models = [one for one in vars(check).values() if isinstance(one, type) and issubclass(one, Record)]
    return not models or view.uses(*map(model.record_type, models))


def _rule(name: str, check: ModuleType) -> Rule:
    _, *paragraphs = cleandoc(check.__doc__ or name).split("\n\n")
    examples = {"Wrong:": list[str](), "Right:": list[str](), "": list[str]()}
    under = ""
    for line in "\n\n".join(paragraphs).split("\n"):
        start = next((word for word in ("Wrong:", "Right:") if line.startswith(word)), None)
        under = start if start is not None else under
        examples[under].append(line.removeprefix(under).strip() if start else line)
    why, wrong, right = (_paragraphs(examples[key]) for key in ("", "Wrong:", "Right:"))
    return Rule(
        name, check.level, checks.statement(name), why, wrong, right, tuple(check.upholds), checks.excusable(check)
    )


def _paragraphs(lines: list[str]) -> tuple[str, ...]:
    text = "\n".join(lines).strip()
    return tuple(cleandoc(paragraph) for paragraph in text.split("\n\n")) if text else ()


def _departure(view: View, problem: Problem) -> tuple[str, str, str]:
    """The record, what departs, and the reason recorded for it."""
    entry = view.register.by_name.get(problem.place.file)
    return f"{entry.type}/{entry.id}" if entry else "", problem.message, problem.reason
