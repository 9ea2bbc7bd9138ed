"""What is known of a publication: that somebody agreed to it, a meeting or, in its place, a role."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.drafts.outline import OPEN, Commented
from generator.register import Register


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return a place for the meeting that agreed, which no publication is accepted without unless a role did."""
    return {"meeting": Commented(OPEN, "or, where no meeting agreed, “role” instead")}
