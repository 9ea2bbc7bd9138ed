"""What is known of a learning briefing: its source, a review or an audit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.drafts.outline import Commented
from generator.model.briefing import Briefing
from generator.register import Register
from generator.register.names import record_name

_SOURCES = ("sar", "learning-review", "findings-report", "deep-dive", "peer-review")


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return the source that has the briefing's id; else the newest review that was agreed and has no briefing."""
    reviews = [f"{type}/{id}" for type in _SOURCES for id in register.entries.get(type, {})]
    own = [one for one in reviews if one.partition("/")[2] == parts["id"]]
    taken = {source for one in register.all(Briefing) for source in one.arises_from}
    free = [
        (str(entry.record.last_stage.date), f"sar/{id}")
        for id, entry in register.entries.get("sar", {}).items()
        if entry.record.last_stage.stage in ("agreed", "published") and f"sar/{id}" not in taken
    ]
    source = own[0] if own else max(free)[1] if free else ""
    if not source:
        return {}
    return {"arises_from": Commented([source], record_name(register, *source.split("/", 1)))}
