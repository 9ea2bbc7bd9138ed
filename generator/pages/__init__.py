"""The site's sections: one file, one section; each has `pages(view)`, which yields its pages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from generator.edition import View
from generator.page import Page


def every(view: View) -> Iterator[Page]:
    """Yield the pages of every section."""
    for module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        yield from importlib.import_module(f"{__name__}.{module}").pages(view)
