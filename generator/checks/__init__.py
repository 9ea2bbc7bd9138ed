"""Cross-record rules: one file, one rule; its name is the file's, its page on the site its docstring.

A check has `upholds` (the requirements), `level` (E or D) and `problems(register)`, which yields a `Fault` each; with
`secret = True` no report shows a line of the file, and no other problem repeats what stands at its place. An error
can't be excepted unless its check has `excusable = True`, and then only in a field that the exception names. A check
gets all records under their present ids, as if whatever still has a former one were renamed already; with
`as_written = True` it gets them as they are written.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType

from generator.privacy.redaction import redacted
from generator.problem import Problem
from generator.register import Register
from generator.register.former import former_ids, under_present_ids
from generator.routes import field_path


@cache
def modules() -> dict[str, ModuleType]:
    """Return every check by its rule's name: `action_due_after_audit.py` → `action-due-after-audit`."""
    return {rule: importlib.import_module(f"{__name__}.{rule.replace('-', '_')}") for rule in names()}


@cache
def names() -> tuple[str, ...]:
    """Return the name of every rule."""
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)))


def statement(rule: str) -> str:
    """Return what must hold, as the rule's page is called: `Each milestone of an audit happens in its week`."""
    return " ".join((modules()[rule].__doc__ or rule).partition("\n\n")[0].split()).rstrip(".")


def run(register: Register) -> list[Problem]:
    """Return the register's own faults and those of every check, located, in order of file and line.

    Those for which the record gives a reason, where their check allows one, are left out.
    """
    present = under_present_ids(register, former_ids(register))
    found = [
        problem
        for rule, check in modules().items()
        for problem in _problems(rule, check, register if getattr(check, "as_written", False) else present)
    ]
    asked = [problem for problem in found if not problem.reason]
    located = [register.locate(problem) for problem in sorted(asked, key=lambda problem: problem.place.file)]
    return sorted(redacted(register, [*register.faults, *located]))


def departures(register: Register) -> list[Problem]:
    """Return every departure from the framework, those with a recorded reason too, not located."""
    checks = modules().items()
    return [problem for rule, check in checks if check.level == "D" for problem in _problems(rule, check, register)]


def _problems(rule: str, check: ModuleType, register: Register) -> Iterator[Problem]:
    for fault in check.problems(register):
        secret = getattr(check, "secret", False)
        problem = Problem(
            fault.place, rule, check.level, fault.message, fault.remedy, fault.related, fault.reason, fault.fix, secret
        )
        may = check.level == "D" or excusable(check)
        yield replace(problem, reason=(fault.reason or excepted(register, problem) or "") if may else "")


def excusable(check: ModuleType) -> bool:
    """Return whether an exception that names the field can allow what the check finds."""
    return bool(getattr(check, "excusable", False))


def excepted(register: Register, problem: Problem) -> str | None:
    """Return the reason that the problem's own record gives for this departure, or None."""
    entry = register.by_name.get(problem.place.file)
    if entry is None or not entry.record.exceptions:
        return None
    field = field_path(register.schemas[entry.type].tree, entry.value, problem.place.route) + "."
    for exception in entry.record.exceptions:
        holds = field.startswith(f"{exception.field}.") if exception.field else not excusable(modules()[problem.rule])
        if exception.rule == problem.rule and holds:
            return exception.reason
    return None
