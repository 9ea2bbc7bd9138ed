"""Files for other programs: one file for each format; each has `files(view)`, which yields them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from generator.edition import View
from generator.page import File


def every(view: View) -> Iterator[File]:
    """Yield the files of every format."""
    for module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        yield from importlib.import_module(f"{__name__}.{module}").files(view)
