"""A new record with what other records already say of it, one file for each type; the rest is left open.

An open place is a field without a value. `qa check` names each, with what belongs there, and refuses the record until
all are filled in.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import ModuleType
from typing import Any

from generator.drafts.outline import OPEN, Commented, NotOwed, outline, write
from generator.register import Register

__all__ = ["OPEN", "Commented", "NotOwed", "draft"]


def draft(register: Register, type: str, id: str, day: date) -> str:
    """Return the text of a new record of `type` with that id, begun on `day`.

    It has the required fields, filled in where the register has their values, and the optional ones as comments.
    Errors: NotOwed where nothing is asked for under that id.
    """
    expected = register.schemas[type]
    module = _modules().get(type)
    known: Mapping[str, Any] = module.known(register, expected.path.read(id) or {}, day) if module else {}
    if expected.staged:
        known = {**known, "stages": [{"stage": "draft", "date": day.isoformat()}]}
    return write(register, expected, outline(expected.tree, known))


@cache
def _modules() -> Mapping[str, ModuleType]:
    """The module of each type that has one, by the type's name."""
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return {name.replace("_", "-"): module for name, module in modules.items() if hasattr(module, "known")}
