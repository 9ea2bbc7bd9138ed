"""A register of a few records written in a test: `small(schemas, {"kpi-return/council/2025-26-q1": {...}})`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from generator import register, source
from generator.register import Register
from generator.schema import Schema

PARTNERSHIP: dict[str, Any] = {
    "title": "Testshire Safeguarding Adults Board",
    "abbreviation": "TSAB",
    "place": "Testshire",
    "year_starts": 4,
    "arrears_days": 30,
    "disclosure": {"threshold": 5, "base": 5, "suppress_zero": True},
    "types_in_use": [
        {"type": "agency"},
        {"type": "indicator"},
        {"type": "kpi-return", "tracked_from": "2025-04-01"},
    ],
    "emergency": {"phone": "999", "text": "In danger now? Ring 999."},
    "contacts": [{"id": "council", "title": "The council", "phone": "0161 496 0101"}],
    "schema_version": 1,
}

INDICATOR: dict[str, Any] = {
    "title": "Asked",
    "code": "K01",
    "kind": "returned",
    "unit": "percent",
    "better": "up",
    "definition": "Asked, as a share of enquiries concluded.",
    "what_it_tells": "Whether people are asked.",
}


def small(schemas: Mapping[str, Schema], records: Mapping[str, Mapping[str, Any]]) -> Register:
    """Return a register of these records (`type/id` → value) with a partnership and the agencies that they name."""
    every: dict[str, Mapping[str, Any]] = {"partnership/board": PARTNERSHIP}
    for name in ("council", "police", "trust"):
        every[f"agency/{name}"] = {"title": name.title(), "role": "member"}
    every |= records
    documents = [
        source.read(f"records/{name}.yaml", yaml.safe_dump(dict(value), allow_unicode=True).encode())
        for name, value in sorted(every.items())
    ]
    made = register.gather(documents, schemas)
    assert not made.faults, [str(fault) for fault in made.faults]
    return made


def returned(received: str = "2025-07-20", confirmed: bool = True, **counts: Any) -> dict[str, Any]:
    """Return a KPI return of these measures (underscores for hyphens): a count, or the whole figure as a mapping."""
    values = {
        name.replace("_", "-"): figure if isinstance(figure, dict) else {"count": figure}
        for name, figure in counts.items()
    }
    extra = {"confirmed": received} if confirmed else {}
    return {"received": received, "sender_role": "Analyst", "values": values, **extra}


def owed(*agencies: str, frequency: str = "quarterly", geography: str = "area") -> list[dict[str, str]]:
    """Return who owes an indicator."""
    return [{"agency": agency, "frequency": frequency, "geography": geography} for agency in agencies]


def measures(counts: str, **titles: str) -> list[dict[str, str]]:
    """Return measures of one kind (underscores for hyphens)."""
    return [{"id": id.replace("_", "-"), "title": title, "counts": counts} for id, title in titles.items()]


CONCERNS: dict[str, Any] = {
    **INDICATOR,
    "unit": "count",
    "better": "neutral",
    "measures": measures("people", concerns="Concerns"),
    "numerator": ["concerns"],
    "owed_by": owed("council", "trust"),
}
"""A count of people that two agencies return."""
