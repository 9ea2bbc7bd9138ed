"""What the page of one rule says: what it looks for and why, a wrong and a right record, and what departs from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from types import ModuleType
from typing import Any

from generator import checks
from generator.components import (
    Badge,
    Blocks,
    Byline,
    Callout,
    Code,
    Facts,
    Link,
    Paragraph,
    Passage,
    Points,
    Prose,
    phrase,
)
from generator.edition import View
from generator.pages.framework.departures import departures
from generator.problem import Problem


@dataclass(frozen=True)
class Rule:
    """A check as its docstring has it: the statement, why, and its examples; `upholds` are requirement ids.

    `refuses`: what it finds cannot be accepted; with `excusable`, it can in a field for which the record has a reason.
    """

    name: str
    refuses: bool
    statement: str
    why: tuple[str, ...]
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    upholds: tuple[str, ...]
    excusable: bool


def read(name: str, check: ModuleType) -> Rule:
    """Return the rule that a check enforces, as its page shows it, read from the docstring of the check `name`."""
    _, *paragraphs = cleandoc(check.__doc__ or name).split("\n\n")
    examples = {"Wrong:": list[str](), "Right:": list[str](), "": list[str]()}
    under = ""
    for line in "\n\n".join(paragraphs).split("\n"):
        start = next((word for word in ("Wrong:", "Right:") if line.startswith(word)), None)
        under = start if start is not None else under
        examples[under].append(line.removeprefix(under).strip() if start else line)
    why, wrong, right = (_paragraphs(examples[key]) for key in ("", "Wrong:", "Right:"))
    refuses, statement = check.level == "E", checks.statement(name)
    return Rule(name, refuses, statement, why, wrong, right, tuple(check.upholds), checks.excusable(check))


def _paragraphs(lines: list[str]) -> tuple[str, ...]:
    text = "\n".join(lines).strip()
    return tuple(cleandoc(paragraph) for paragraph in text.split("\n\n")) if text else ()


def context(view: View, rule: Rule, found: Sequence[Problem]) -> Mapping[str, Any]:
    """Return what the page of a rule says; `found` are the departures from it."""
    table = departures(view, found, "Records that depart from it", hide_caption=True)
    return {
        "byline": Byline([accepted(rule), f"Reported as: {rule.name}"]),
        "why": Blocks([Passage(one) for one in rule.why]),
        "examples": Facts(
            [
                (Badge("Wrong", "poor"), Prose("\n\n".join(rule.wrong))),
                (Badge("Right", "good"), Prose("\n\n".join(rule.right))),
            ]
        ),
        "departures": None if rule.refuses else table,
        "reason": reason(rule),
        "upholds": _upholds(view, rule),
    }


def accepted(rule: Rule) -> Badge:
    """Return whether what a rule finds can be accepted."""
    if not rule.refuses:
        return Badge("Accepted with a reason", "attention")
    return Badge("Not accepted without a reason" if rule.excusable else "Cannot be accepted", "poor")


def reason(rule: Rule) -> Callout | None:
    """Return how to record a reason for what a rule finds; None where it takes none."""
    with_reason = (Code(f"rule: {rule.name}"), " and a ", Code("reason"), " in one sentence. ")
    if not rule.refuses:
        said = phrase(
            "Where the departure was right, say why in the record: in the ",
            Code("reason"),
            " beside it, where there is one, or under ",
            Code("exceptions"),
            ", with ",
            *with_reason,
            "It is then shown with its reason, and nobody is asked for one again.",
        )
        return Callout("info", "To record a reason", Paragraph(said))
    if not rule.excusable:
        return None
    said = phrase(
        "Where the rule is mistaken, and everybody may read what stands there, say why in the record under ",
        Code("exceptions"),
        ", with the ",
        Code("field"),
        ", ",
        *with_reason,
        "A comment and a file name can't be excepted: reword them.",
    )
    return Callout("info", "Where the rule is mistaken", Paragraph(said))


def _upholds(view: View, rule: Rule) -> Points | None:
    links = [Link(f"requirement/{id.lower()}", f"{id} {view.name(f'requirement/{id.lower()}')}") for id in rule.upholds]
    return Points(links) if links else None
