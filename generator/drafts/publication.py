"""What is asked of a publication: the meeting that agreed to it or, where none did, a role; both are left open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.drafts.outline import OPEN, Commented
from generator.register import Register


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return a place for the meeting that agreed to it, with a remark that a role may be named instead."""
    return {"meeting": Commented(OPEN, "or, where no meeting agreed, “role” instead")}
