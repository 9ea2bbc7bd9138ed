"""Requirements: what the framework asks for and how each stands, with its words and what upholds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from generator import checks
from generator.assurance.requirements.evidence import KINDS
from generator.assurance.requirements.standing import RequirementStanding
from generator.components import (
    Badge,
    Blocks,
    Byline,
    Callout,
    Column,
    Facts,
    Lead,
    Link,
    Points,
    Quote,
    Table,
    phrase,
    states,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.obligation import Obligation
from generator.model.requirement import Requirement
from generator.page import Page
from generator.pages.framework import requirements
from generator.pages.framework.departures import departures
from generator.schema.fields import fields
from generator.wording import listed, sentence

_FORCES = {"will": "will or must", "should": "should", "aim": "aims to", "may": "may"}
"""How strongly the framework asks."""
_LEVELS = {
    "error": Badge("Cannot be recorded", "poor"),
    "departure": Badge("Recorded as a departure, with a reason", "attention"),
    "state": Badge("Shown as it stands", "info"),
    "valid": Badge("Counts as done", "good"),
}

UpholdingField = tuple[str, str, str]
"""A field that upholds a requirement: its record type, what that is called, and what the field is called."""


def pages(view: View) -> Iterator[Page]:
    every = view.all(Requirement)
    if not every:
        return
    yield Page(
        path="assurance/requirements/index.md",
        template="framework/requirements.md.jinja",
        title="Requirements",
        description="Everything the framework asks for, and how each stands: met, wanting attention, not met.",
        context=requirements.context(view, every),
    )
    held = _upholding_fields(view)
    standings = {one.requirement: one for one in view.standings}
    for one in every:
        yield _page(view, one, standings.get(one.id), held.get(one.catalogue or "", []))


def _page(view: View, one: Requirement, standing: RequirementStanding | None, held: Sequence[UpholdingField]) -> Page:
    upholding = {name: check for name, check in checks.modules().items() if (one.catalogue or "") in check.upholds}
    return Page(
        path=f"assurance/requirements/{one.id}.md",
        template="framework/requirement.md.jinja",
        title=f"{one.id.upper()} {one.title}",
        description=f"Requirement {one.id.upper()}: the framework's words, how it stands and what upholds it.",
        context={
            "byline": Byline([*([states.REQUIREMENTS[standing.state]] if standing else []), *asked(one)]),
            "lead": Lead(standing.sentence) if standing else None,
            "facts": Facts([("Met when", one.met_when), ("Where to see it", requirements.shown(one))]),
            "look_at": Points([Link(target) for target in standing.links]) if standing and standing.links else None,
            "words": Blocks([Quote(passage.text, passage.section) for passage in one.words]),
            "note": Callout("info", "How we read it", one.note) if one.note else None,
            "departures": _departures(view, upholding),
            "levels": _levels(one),
            "upheld_by": upheld_by(upholding, _obligations(view, one), held),
            "on": _subjects(view, one),
        },
        record=("requirement", one.id),
        kicker="Requirement",
    )


def asked(one: Requirement) -> list[str]:
    """Return how strongly the framework asks, here and (if different) elsewhere, and the law behind it."""
    also = f"elsewhere: {_FORCES.get(one.also_force, one.also_force)}" if one.also_force else ""
    said = (f"The framework says: {_FORCES.get(one.force, one.force)}", also, one.law or "")
    return [part for part in said if part]


def _departures(view: View, rules: Mapping[str, ModuleType]) -> Table | None:
    found = [one for one in view.departures if one.rule in rules]
    return departures(view, found, "Where records depart from it") if found else None


def _levels(one: Requirement) -> Table | None:
    rows = [(each.when, _LEVELS.get(each.level, Badge(sentence(each.level)))) for each in one.levels]
    columns = [Column("When"), Column("What happens")]
    return Table("What happens where it is not met", columns, rows, stack=True) if rows else None


def _obligations(view: View, one: Requirement) -> list[Obligation]:
    return [each for each in view.all(Obligation) if one.id in each.requirements]


def upheld_by(
    rules: Mapping[str, ModuleType], obligations: Sequence[Obligation], held: Sequence[UpholdingField]
) -> Facts | None:
    """Return the rules, the entries of the calendar and the fields that uphold a requirement; None without any."""
    pairs = (
        (
            "Rules that look for it",
            [Link(f"framework/rules/{name}.md", checks.statement(name)) for name in rules],
        ),
        ("Entries of the calendar", [Link(f"obligation/{one.id}", one.title) for one in obligations]),
        (
            "Fields that record it",
            [phrase(Link(f"framework/records/{type}.md", title), f": {field}") for type, title, field in held],
        ),
    )
    found = [(name, Points(items)) for name, items in pairs if items]
    return Facts(found) if found else None


def _subjects(view: View, one: Requirement) -> Facts | None:
    """The principles, values and sources that a requirement is about, in the framework's own titles."""
    named = {"principles": one.principles, "values": one.values, "sources": one.sources}
    pairs = [(sentence(kind), listed(choice(view, kind, id) for id in found)) for kind, found in named.items() if found]
    return Facts(pairs) if pairs else None


def _upholding_fields(view: View) -> Mapping[str, list[UpholdingField]]:
    """The fields whose schema upholds each requirement of the catalogue.

    Fields that name principles, values, sources or information are left out: a record of any type may have them.
    """
    found: dict[str, list[UpholdingField]] = {}
    for type, expected in view.register.schemas.items():
        for field in fields(expected) if view.uses(type) else ():
            for rule in () if field.route in KINDS and field.form.startswith("list of the framework") else field.rules:
                found.setdefault(rule, []).append((type, view.type_name(type), field.title))
    return found
