"""Requirements: what the framework asks for and how each stands, with its words and what upholds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import checks
from generator.assurance.requirements.evidence import KINDS
from generator.assurance.requirements.standing import RequirementStanding
from generator.edition import View
from generator.model.obligation import Obligation
from generator.model.requirement import Requirement
from generator.page import Page
from generator.problem import Problem
from generator.schema.fields import fields

STATES = ("not-met", "attention", "met", "nothing-due")


def pages(view: View) -> Iterator[Page]:
    requirements = view.all(Requirement)
    if not requirements:
        return
    found: tuple[RequirementStanding, ...] = view.standings
    standings = {one.requirement: one for one in found}
    groups = {
        state: [one for one in requirements if one.id in standings and standings[one.id].state == state]
        for state in STATES
    }
    yield Page(
        path="assurance/requirements/index.md",
        template="framework/requirements.md.jinja",
        title="Requirements",
        description="Everything the framework asks for, and how each stands: met, wanting attention, not met.",
        context={"requirements": requirements, "standings": standings, "groups": groups},
    )
    held = _held(view)
    for requirement in requirements:
        yield _page(view, requirement, standings.get(requirement.id), held.get(requirement.catalogue or "", []))


def _page(
    view: View, requirement: Requirement, standing: RequirementStanding | None, held: list[tuple[str, str, str]]
) -> Page:
    rule = requirement.catalogue or ""
    upholding = {name: check for name, check in checks.modules().items() if rule in check.upholds}
    return Page(
        path=f"assurance/requirements/{requirement.id}.md",
        template="framework/requirement.md.jinja",
        title=f"{requirement.id.upper()} {requirement.title}",
        description=f"Requirement {requirement.id.upper()}: the framework's words, how it stands and what upholds it.",
        context={
            "requirement": requirement,
            "standing": standing,
            "rules": [(name, checks.statement(name)) for name in upholding],
            "departures": _departures(view, upholding),
            "obligations": [one for one in view.all(Obligation) if requirement.id in one.requirements],
            "held": held,
        },
        record=("requirement", requirement.id),
        kicker="Requirement",
    )


def _departures(view: View, rules: Mapping[str, object]) -> list[tuple[Problem, str]]:
    """Each departure from one of the rules, and its record."""
    found = []
    for problem in view.departures:
        entry = view.register.by_name.get(problem.place.file)
        if problem.rule in rules and entry:
            found.append((problem, f"{entry.type}/{entry.id}"))
    return found


def _held(view: View) -> Mapping[str, list[tuple[str, str, str]]]:
    """For each requirement of the catalogue, the fields whose schema upholds it: type, its title, the field's.

    The framework's four lists may be named in any record, so their fields are not listed for every type.
    """
    found: dict[str, list[tuple[str, str, str]]] = {}
    for type, expected in view.register.schemas.items():
        for field in fields(expected) if view.uses(type) else ():
            for rule in () if field.route in KINDS and field.form.startswith("list of the framework") else field.rules:
                found.setdefault(rule, []).append((type, expected.title, field.title))
    return found
