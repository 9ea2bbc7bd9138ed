"""Records made from the schemas alone: one of every type with every field filled, each text a word of its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator import source
from generator.routes import Route, below
from generator.schema import Schema

DAY = "2026-01-05"
PARTS = {"id": "one", "quarter": "2025-26-q3", "year": "2025-26", "date": DAY}
"""What each free part of an id says; a part named like a type takes that type's own id."""

FIXED: dict[tuple[str, str], Any] = {
    ("partnership", "year_starts"): 4,
    ("partnership", "disclosure.threshold"): 5,
    ("partnership", "disclosure.base"): 5,
    ("partnership", "disclosure.suppress_zero"): True,
    ("partnership", "email_domains"): ["example.org"],
    ("partnership", "case_references"): ["LAS00000"],
    ("partnership", "emergency.phone"): "999",
    ("partnership", "contacts.phone"): "0161 496 0101",
    ("agency", "switchboard"): "0161 496 0103",
    ("indicator", "kind"): "returned",
    ("indicator", "code"): "K01",
    ("indicator", "parts.measures"): ["measures", "another"],
    ("framework", "report_kinds.contents.by_agency"): False,
    ("obligation", "cadence"): "cadences",
    ("obligation", "discharged_by.where.kind"): ["audit-kinds"],
    ("audit-return", "cases_audited"): 200,
    ("obligation", "discharged_by.type"): "audit",
    ("obligation", "discharged_by.dated"): "starts",
    ("obligation", "discharged_by.period"): "dated",
    ("obligation", "discharged_by.agency"): "agency",
    ("visit", "host"): "another",
    ("requirement", "catalogue"): "R01",
    ("requirement", "shown_on"): "audits/index.md",
}
_STEPS = {"published": ("agreed", "published"), "draft": ("draft",)}
_KEYS = {"Category count": "breakdowns-categories", "Values": "kind"}
LEFT_OUT = {("group", "parent"), ("kpi-return", "absent"), ("kpi-return", "reason")}
APART = {("meeting", "one/2026-01-06"): ("minutes", "cancelled")}
"""Fields that can't stand together: a first record is without the second field, one of this id without the first."""


@dataclass
class World:
    """Documents, and every word and number planted in them: its type, its route and the stage of its record."""

    schemas: Mapping[str, Schema]
    planted: dict[str, tuple[str, Route, str]] = field(default_factory=dict)
    numbers: dict[int, tuple[str, Route, str]] = field(default_factory=dict)
    documents: list[source.Document] = field(default_factory=list)
    stage: str = "published"
    without: str = ""
    _next: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def id(self, type: str) -> str:
        parts = self.schemas[type].path.parts
        return "/".join(self.id(part) if part in self.schemas else PARTS[part] for part in parts)

    def add(self, type: str, id: str, stage: str = "published") -> None:
        """Add a full record; a staged one at a stage."""
        self.stage = stage
        value = self.value(type, self.schemas[type].tree, ())
        if self.schemas[type].staged:
            value["stages"] = [{"stage": step, "date": DAY, "role": "Chair"} for step in _STEPS[stage]]
        name = f"records/{type}/{id}.yaml"
        self.documents.append(source.read(name, yaml.safe_dump(value, allow_unicode=True).encode()))

    def value(self, type: str, node: Mapping[str, Any], route: Route) -> Any:
        """A valid value for one node of a schema."""
        dotted = ".".join(str(step) for step in route if isinstance(step, str))
        if dotted == "types_in_use":
            return [{"type": one, "tracked_from": "2025-04-01"} for one in self.schemas]
        if (type, dotted) in FIXED:
            return FIXED[type, dotted]
        if "enum" in node:
            return node["enum"][0]
        if "const" in node:
            return node["const"]
        kind = node.get("type")
        if kind == "object":
            return self._object(type, node, route)
        if kind == "array":
            made = [self.value(type, node["items"], (*route, 0))]
            return [*made, {**made[0], "id": "another"}] if (type, dotted) == ("indicator", "measures") else made
        if kind in ("integer", "number"):
            return self._number(type, node, route)
        if kind == "boolean":
            return True
        return self._text(type, node, route)

    def _object(self, type: str, node: Mapping[str, Any], route: Route) -> dict[str, Any]:
        without = "" if route else self.without
        made = {
            name: self.value(type, inner, (*route, name))
            for name, inner in node.get("properties", {}).items()
            if (type, name) not in LEFT_OUT and name not in ("formerly", "exceptions") and name != without
        }
        additional = node.get("additionalProperties")
        if isinstance(additional, Mapping):
            said = str(node.get("propertyNames", {}).get("x-item", "")).partition("/")[2]
            key = named(tuple(said.split("."))) or _KEYS.get(str(additional.get("title")), "item")
            made[key] = self.value(type, additional, (*route, key))
        return made

    def _number(self, type: str, node: Mapping[str, Any], route: Route) -> int:
        least, most = node.get("minimum", 0), node.get("maximum", 10**9)
        if node.get("x-counts") == "people" and most > 9000:
            whole = node.get("title") == "Category count" and self.numbers
            number = min(self.numbers) if whole else 97002 - 5 * next(self._next)
            self.numbers[number] = (type, route, self.stage)
            return int(number)
        return int(max(least, min(most, 4)))

    def _text(self, type: str, node: Mapping[str, Any], route: Route) -> str:
        if "x-record" in node:
            kinds = [node["x-record"]] if isinstance(node["x-record"], str) else node["x-record"]
            target = kinds[0].removesuffix("#")
            whole = self.id(target) if isinstance(node["x-record"], str) else f"{target}/{self.id(target)}"
            return f"{whole}#{self._item(target)}" if kinds[0].endswith("#") else whole
        if "x-item" in node:
            return named(tuple(re.split("[/.]", node["x-item"])[1:]))
        if "x-here" in node:
            return named(tuple(node["x-here"].split(".")))
        if node.get("format") == "date":
            return DAY
        pattern = str(node.get("pattern", ""))
        if "https" in pattern:
            return f"https://example.org/{self._word(type, route)}"
        if route and route[-1] == "id":
            return named(route[:-1])
        if "-q[1-4]" in pattern:
            return PARTS["quarter"]
        if pattern.startswith("^20"):
            return PARTS["year"]
        if node.get("format") == "email":
            return f"{self._word(type, route)}@example.org"
        return self._word(type, route)

    def _item(self, type: str) -> str:
        """The id of an inner item of a type's record."""
        lists = self.schemas[type].tree["properties"].items()
        return next(named((name,)) for name, node in lists if "id" in node.get("items", {}).get("properties", {}))

    def _word(self, type: str, route: Route) -> str:
        word = f"canary{next(self._next):05d}"
        self.planted[word] = (type, route, self.stage)
        return word


def named(route: Route) -> str:
    """The id of an item of the list at a route, another for every list of a record."""
    return "-".join(str(step).replace("_", "-") for step in route if isinstance(step, str))


def full(schemas: Mapping[str, Schema]) -> World:
    """Return a world with a record of every type, published if staged; a draft of every staged one; a second agency."""
    made = World(schemas)
    for type, known in schemas.items():
        others = {id: fields for (kind, id), fields in APART.items() if kind == type}
        made.without = next((second for _, second in others.values()), "")
        made.add(type, made.id(type))
        for id, (made.without, _) in others.items():
            made.add(type, id)
        made.without = ""
        if known.staged and known.path.parts == ("id",):
            made.add(type, "draft", "draft")
    made.add("agency", "another")
    return made


def withheld(schemas: Mapping[str, Schema], type: str, route: Route, stage: str, edition: str) -> bool:
    """Whether an edition may not see the field: by its record's stage and the narrowest of what its schema says."""
    width = {"working": 0, "partnership": 1, "public": 2}
    node: Any = schemas[type].tree
    if stage == "draft" or width[node.get("x-edition", "working")] < width[edition]:
        return True
    for step in route:
        named = step in node.get("properties", {})
        node = below(node, step)
        if named and width[node.get("x-edition", "working")] < width[edition]:
            return True
    return False
