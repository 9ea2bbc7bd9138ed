"""What an edition shows of a register on a day, and the pages that it makes of that, as text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import ModuleType
from typing import Any

from conftest import ROOT

from generator import checks, edition, render
from generator.assurance.assessment import assess
from generator.edition import View
from generator.register import Register


def view(register: Register, day: date, name: Any, *, departures: bool = False) -> View:
    """Return the edition's view; `departures` are worked out only where they are asked for, as that takes a while."""
    known = register.at(day)
    found = checks.departures(known) if departures else ()
    return edition.view(name, day, known, assess(known, day), departures=found)


def texts(seen: View, section: Iterable[ModuleType]) -> dict[str, str]:
    """Return every page of the modules, and what they refer to, as text by path."""
    pages = [page for module in section for page in module.pages(seen)]
    return {one.path: str(one.content) for one in render.site(seen, pages, [], ROOT / "site").texts}
