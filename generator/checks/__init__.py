"""Cross-record rules: one file, one rule; its name is the file's, its page on the site its docstring.

A check has `upholds` (the requirements), `level` (E or D) and `problems(register)`, which yields a `Fault` each.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from generator.problem import Problem
from generator.register import Register


@cache
def modules() -> dict[str, ModuleType]:
    """Return every check by its rule's name: `action_due_after_audit.py` → `action-due-after-audit`."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in names}


def run(register: Register) -> list[Problem]:
    """Return the register's own faults and those of every check, located, by file and line.

    A departure that its record excepts with a reason is not asked about again; an error can't be excepted.
    """
    found = [*register.faults]
    for rule, check in modules().items():
        for problem in _problems(rule, check, register):
            if problem.level == "E" or not excepted(register, problem):
                found.append(register.locate(problem))
    return sorted(found)


def departures(register: Register) -> list[Problem]:
    """Return every departure from the framework, those with a recorded reason too, not located."""
    checks = modules().items()
    return [problem for rule, check in checks if check.level == "D" for problem in _problems(rule, check, register)]


def _problems(rule: str, check: ModuleType, register: Register) -> Iterator[Problem]:
    for fault in check.problems(register):
        yield Problem(fault.place, rule, check.level, fault.message, fault.remedy, fault.related)


def excepted(register: Register, problem: Problem) -> str | None:
    """Return the reason that the problem's own record gives for this departure, or None."""
    entry = register.by_name.get(problem.place.file)
    field = ".".join(str(step) for step in problem.place.route)
    for exception in entry.record.exceptions if entry else ():
        if exception.rule == problem.rule and (not exception.field or field.startswith(exception.field)):
            return exception.reason
    return None
