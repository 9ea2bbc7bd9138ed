"""What is known of a meeting: the standing items of its group and, from its day on, who may have attended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.assurance.membership import members
from generator.drafts.outline import OPEN
from generator.model.group import Group
from generator.register import Register
from generator.wording.dates import day_of


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return an agenda item for each standing item; for a meeting that is past, a line for each member too."""
    group, planned = register.get(Group, parts["group"]), day_of(parts["date"])
    if group is None or planned is None:
        return {}
    agenda = [{"id": one.id, "title": one.title, "kind": OPEN} for one in group.standing_items]
    found: dict[str, Any] = {"agenda": agenda} if agenda else {}
    if planned <= day:
        present = members(register, group.agencies, group.terms, planned)
        attendance = [{"agency": agency, "present": OPEN} for agency in present]
        decisions = [{"id": "d1", "kind": OPEN, "text": OPEN}]
        found["minutes"] = {
            "held": OPEN,
            "chaired_by": OPEN,
            **({"attendance": attendance} if attendance else {}),
            "decisions": decisions,
        }
    return found
