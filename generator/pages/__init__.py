"""The site's pages: one folder, one section of the site; a module with `pages(view)` yields the pages of one kind."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from generator.edition import View
from generator.page import Page


def every(view: View) -> Iterator[Page]:
    """Yield the pages of every section."""
    for module in modules():
        yield from module.pages(view)


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return every module that makes pages, by section and name; modules without `pages` are parts of others."""
    names = sorted(found.name for found in pkgutil.walk_packages(__path__, f"{__name__}."))
    every = (importlib.import_module(name) for name in names)
    return tuple(module for module in every if hasattr(module, "pages"))
