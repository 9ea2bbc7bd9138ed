"""What one audience may see: records, states, links and figures, redacted once, by default deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar, get_args

from generator import model, schema
from generator.assurance.assessment import Assessment
from generator.assurance.audits import standing as audits
from generator.assurance.audits.standing import AuditStanding
from generator.assurance.figures import disclosure
from generator.assurance.requirements.standing import RequirementStanding
from generator.history import History
from generator.model.framework import Framework
from generator.model.partnership import Partnership
from generator.model.record import Record
from generator.page import Reference
from generator.problem import Problem
from generator.register import Entry, Register, unlinked
from generator.register.names import record_name, type_name, type_plural
from generator.routes import below
from generator.schema import Schema

Edition = Literal["working", "partnership", "public"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
_WIDTH = {"working": 0, "partnership": 1, "public": 2}
_STAGES = {"working": None, "partnership": {"agreed", "published"}, "public": {"published"}}
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class View:
    """One edition on one day: the only thing that pages, charts and feeds receive."""

    edition: Edition
    day: date
    register: Register
    assessment: Assessment
    history: History = field(default_factory=History)
    departures: Sequence[Problem] = ()
    withdrawn: Sequence[tuple[str, str, date]] = ()
    """Records withdrawn after they were published: type, id, date of withdrawal."""
    standings: tuple[RequirementStanding, ...] = ()
    """How each requirement stands."""
    types: frozenset[str] = frozenset()
    """The record types in use, whether or not the edition sees any of them."""

    @property
    def public(self) -> bool:
        return self.edition == "public"

    @property
    def partnership(self) -> Partnership:
        return self.register.partnership

    @property
    def framework(self) -> Framework:
        """The framework in force, with its lists."""
        return self.register.framework

    @property
    def policy(self) -> disclosure.Policy:
        """How the partnership publishes counts of people."""
        return disclosure.Policy(**vars(self.partnership.disclosure))

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return every visible record of one model, by id."""
        return self.register.all(kind)

    def get(self, kind: type[R], id: str | None) -> R | None:
        """Return the visible record of that id, or None."""
        return self.register.get(kind, id)

    def uses(self, *types: str) -> bool:
        """Return whether the partnership uses any of these record types."""
        return any(type in self.types for type in types)

    def taken_down(self, type: str) -> list[date]:
        """Return when records of a type that this edition no longer has were withdrawn after their publication."""
        shown = self.register.entries.get(type, {})
        return [day for kind, id, day in self.withdrawn if kind == type and id not in shown]

    def named(self, reference: str | None) -> Record | None:
        """Return the visible record that `type/id` (an item may follow) names, or None."""
        type, _, id = (reference or "").partition("#")[0].partition("/")
        entry = self.register.entries.get(type, {}).get(id)
        return entry.record if entry else None

    def name(self, reference: str) -> str:
        """Return what people call the record `type/id`; an item may follow."""
        type, _, id = reference.partition("#")[0].partition("/")
        return record_name(self.register, type, id)

    def type_name(self, type: str) -> str:
        """Return what people call one record of a type."""
        return type_name(self.register, type)

    def type_plural(self, type: str) -> str:
        """Return what people call several records of a type."""
        return type_plural(self.register, type)

    @cached_property
    def audits(self) -> tuple[AuditStanding, ...]:
        """How each visible audit stands, the newest first."""
        found = self.assessment
        return audits.standings(self.register, found.windows, found.participation, found.actions, self.day)

    @cached_property
    def links_to(self) -> Mapping[Reference, tuple[Reference, ...]]:
        """For each record, the visible records that name it, without repeats."""
        found: dict[Reference, dict[Reference, None]] = {}
        for link in self.register.links:
            found.setdefault(link.target[:2], {})[link.type, link.id] = None
        return {reference: tuple(links) for reference, links in found.items()}

    @cached_property
    def departures_by_record(self) -> Mapping[str, tuple[Problem, ...]]:
        """For each record, `type/id`, its departures from the framework."""
        found: dict[str, list[Problem]] = {}
        for departure in self.departures:
            entry = self.register.by_name[departure.place.file]
            found.setdefault(f"{entry.type}/{entry.id}", []).append(departure)
        return {record: tuple(departures) for record, departures in found.items()}


def view(
    edition: Edition,
    day: date,
    register: Register,
    assessment: Assessment,
    history: History | None = None,
    departures: Sequence[Problem] = (),
    standings: Sequence[RequirementStanding] = (),
) -> View:
    """Return what `edition` may see of `register` (as known on `day`) and of what was worked out from all of it."""
    shown = _register(edition, register)
    seen = frozenset((entry.type, entry.id) for entry in shown.each())
    withdrawn = tuple(sorted(_withdrawn(register, shown)))
    if edition == "public":
        public = assessment.published(register.partnership.disclosure, seen)
        return View(edition, day, shown, public, withdrawn=withdrawn, types=register.types)
    visible = assessment if edition == "working" else assessment.redacted(seen)
    names = {entry.name for entry in shown.each()}
    about = tuple(departure for departure in departures if departure.place.file in names)
    stands = tuple(standing.redacted(seen) for standing in standings)
    return View(edition, day, shown, visible, history or History(), about, withdrawn, stands, register.types)


def _register(edition: Edition, register: Register) -> Register:
    """The register with only visible records, fields and links. Types not in use are in no edition."""
    policy = disclosure.Policy(**vars(register.partnership.disclosure))
    visible = {type: _visible(edition, register, type) for type in register.entries}
    entries: dict[str, dict[str, Entry]] = {}
    for type, kept in visible.items():
        expected = register.schemas[type]
        entries[type] = {}
        for id, entry in kept.items():
            parts = expected.path.read(id) or {}
            if any(part in visible and value not in visible[part] for part, value in parts.items()):
                continue
            if edition != "working":
                value = _redact(expected.tree, entry.value, _WIDTH[edition], policy)
                value = unlinked(expected, value, visible)
                entry = replace(entry, value=value, record=model.make(type, id, parts, value))
            entries[type][id] = entry
    return Register(register.schemas, entries, register.documents, day=register.day)


def _visible(edition: Edition, register: Register, type: str) -> dict[str, Entry]:
    expected = register.schemas[type]
    if type not in register.types or not _opens(expected.tree, _WIDTH[edition]):
        return {}
    return {id: entry for id, entry in register.entries[type].items() if _reached(edition, expected, entry)}


def _reached(edition: Edition, expected: Schema, entry: Entry) -> bool:
    """Whether the record's stage lets the edition see it; a withdrawn one is seen by the working edition only.

    For the public edition, each field that `x-published-if` names must also have one of the values listed for it.
    """
    stages = _STAGES[edition]
    if edition == "public":
        for path, allowed in expected.tree.get("x-published-if", {}).items():
            if schema.at(entry.value, path) not in allowed:
                return False
    return not expected.staged or stages is None or entry.record.last_stage.stage in stages


def _opens(node: Mapping[str, Any], width: int) -> bool:
    """Whether the schema opens a type or field to the edition whose place in `AUDIENCES` is `width`."""
    return width <= _WIDTH[node.get("x-edition", "working")]


def _redact(node: Mapping[str, Any], value: Any, width: int, policy: disclosure.Policy) -> Any:
    """What the schema opens to the edition, whose place in `AUDIENCES` is `width`; counts of people as published."""
    if isinstance(value, dict):
        kept = {}
        for name, inner in value.items():
            own = below(node, name)
            if name not in node.get("properties", {}) or _opens(own, width):
                kept[name] = _redact(own, inner, width, policy)
        return kept
    if isinstance(value, list):
        return [_redact(below(node, 0), inner, width, policy) for inner in value]
    if node.get("x-counts") == "people" and width == _WIDTH["public"] and isinstance(value, int):
        return str(disclosure.count(value, policy))
    return value


def _withdrawn(register: Register, shown: Register) -> Iterator[tuple[str, str, date]]:
    for entry in register.each():
        last = entry.record.last_stage
        was_published = any(step.stage == "published" for step in entry.record.stages)
        if last.stage == "withdrawn" and last.date and was_published and entry.type in register.types:
            yield entry.type, entry.id, last.date
