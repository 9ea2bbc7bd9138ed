"""A heading of a page with what stands below it, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.components import Blocks, Passage

Section = Mapping[str, Any]
"""A heading with its `title` and `anchor`, the `body` below it, and `parts`: sections one level deeper."""


def section(title: str, anchor: str, *body: Any, parts: Iterable[Section] = ()) -> Section:
    """Return a section; a text of `body` is a passage of the record, and what is None or empty is left out."""
    said = [Passage(one) if isinstance(one, str) else one for one in body if one]
    return {"title": title, "anchor": anchor, "body": Blocks(said), "parts": list(parts)}
