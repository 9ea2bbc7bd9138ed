"""An obligation looks for records that can exist.

`discharged_by` names fields of a kind of record, and values they may have. A field that this kind lacks, or a value it
can never have, would leave the obligation owed for ever.

Wrong: `discharged_by: {type: audit, where: {kind: [multiagency]}, period: dated, dated: milestones.happened}`.
Right: `discharged_by: {type: audit, where: {kind: [multi-agency]}, period: dated, dated: milestones.actual}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator import schema
from generator.model.obligation import Obligation
from generator.problem import Fault
from generator.register import Register
from generator.schema import Schema
from generator.wording import with_article

upholds = ("R48",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, obligation in register.of(Obligation):
        rule = obligation.discharged_by
        found = register.schemas.get(rule.type)
        if found is None:
            continue
        named = [(("where", path), path) for path in rule.where] + [(("dated",), rule.dated)]
        named += [(("period",), rule.period)] if rule.period != "dated" else []
        named += [(("agency",), rule.agency)] if obligation.each_agency else []
        for route, path in named:
            node = _field(found, path)
            if node is None:
                message = f"{with_article(found.title)} has no field “{path}”{_near(found, path)}"
                yield Fault(
                    entry.place("discharged_by", *route),
                    message,
                    f"Name a field that it has, as in schemas/{rule.type}.example.yaml.",
                )
        for path, values in rule.where.items():
            node = _field(found, path) or {}
            allowed = node.get("enum") or list(register.items.get(node.get("x-item", ""), ()))
            for position, value in enumerate(values):
                if allowed and value not in allowed:
                    place = entry.place("discharged_by", "where", path, position)
                    message = f"“{path}” of {with_article(found.title)} is never “{value}”"
                    yield Fault(place, message + schema.nearest(value, allowed), f"Choose from {', '.join(allowed)}.")


def _field(found: Schema, path: str) -> Mapping[str, Any] | None:
    """The schema of a field at a dotted path, through lists; the parts of a file's name count as fields."""
    node: Any = found.tree
    for step in path.split("."):
        node = node.get("items", node).get("properties", {}).get(step)
        if node is None:
            return {} if path in found.path.parts else None
    return node.get("items", node) if isinstance(node, Mapping) else None


def _near(found: Schema, path: str) -> str:
    head, _, last = path.rpartition(".")
    holder = _field(found, head) if head else found.tree
    return schema.nearest(last, (holder or {}).get("properties", {}))
