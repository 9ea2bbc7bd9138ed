"""Assurance in one page: where it is weak, by requirement, by theme and by risk, and what nobody has examined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import product

from generator.assurance.requirements.evidence import evidence, known_on, pairs
from generator.assurance.requirements.standing import RequirementStanding
from generator.edition import View
from generator.model.challenge import Challenge
from generator.model.framework import Framework, Passage, Principle
from generator.model.opinion import Opinion
from generator.model.priority import Priority
from generator.model.qa_statement import QaStatement
from generator.model.requirement import Requirement
from generator.model.risk import Risk
from generator.page import Page

YEAR = timedelta(days=365)
EXAMINES = ("audit", "deep-dive", "opinion", "survey", "peer-review")
"""What looks into a priority of the plan."""


def pages(view: View) -> Iterator[Page]:
    found: tuple[RequirementStanding, ...] = view.standings
    opinions, risks = _opinions(view), _risks(view)
    if view.public or not (found or opinions or risks):
        return
    requirements = {one.id: one for one in view.all(Requirement)}
    worst = view.framework.statement_ratings[-1].id
    found = tuple(one for one in found if one.requirement in requirements)
    yield Page(
        path="assurance/index.md",
        template="assurance/assurance.md.jinja",
        title="Assurance",
        description="Where assurance is weak: requirements not met, limited opinions, great risks, what is unseen.",
        context={
            "counts": {state: sum(one.state == state for one in found) for state in _STATES},
            "weak": _weak(found, requirements),
            "titles": {one.requirement: requirements[one.requirement].title for one in found},
            "opinions": opinions,
            "falling": [one.id for one in view.framework.opinion_levels if one.falls_short],
            "risks": risks,
            "gaps": _gaps(view),
            "unseen": _unseen(view),
            "red": [(one, item) for one in _statements(view) for item in one.items if item.rating == worst],
            "challenges": [one for one in view.all(Challenge) if not one.outcome],
        },
    )


_STATES = ("not-met", "attention", "met", "nothing-due")
_FORCES = ("will", "should", "aim", "may")


def _weak(found: Sequence[RequirementStanding], requirements: Mapping[str, Requirement]) -> list[RequirementStanding]:
    """What falls short, the worst first, and among equals what the framework asks most strongly."""

    def weight(one: RequirementStanding) -> tuple[int, int, str]:
        requirement = requirements.get(one.requirement)
        force = requirement.force if requirement else ""
        return _STATES.index(one.state), _FORCES.index(force) if force in _FORCES else len(_FORCES), one.requirement

    return sorted((one for one in found if one.state in ("not-met", "attention")), key=weight)


def _opinions(view: View) -> list[Opinion]:
    """The last opinion on each theme, the weakest first."""
    levels = {one.id: at for at, one in enumerate(view.framework.opinion_levels)}
    newest = {one.theme: one for one in sorted(view.all(Opinion), key=lambda one: (str(one.date), one.id))}
    return sorted(newest.values(), key=lambda one: (-levels.get(one.level, 0), one.theme))


def _risks(view: View) -> list[Risk]:
    """The risks watched, the greatest first."""
    watched = [one for one in view.all(Risk) if not one.closed and one.assessments]
    return sorted(watched, key=lambda one: (-one.assessments[-1].score, one.title))


def _statements(view: View) -> list[QaStatement]:
    """Each agency's last statement."""
    newest = {one.agency: one for one in sorted(view.all(QaStatement), key=lambda one: one.year)}
    return list(newest.values())


def _gaps(view: View) -> Mapping[str, list[str]]:
    """For each principle, the sources from which no record of the last twelve months says anything of it."""
    framework = max(view.all(Framework), key=lambda one: (str(one.applies_from), one.id), default=None)
    if framework is None:
        return {}
    late = (one for one in evidence(view.register) if one.day >= view.day - YEAR)
    seen = pairs(late, "principles", "sources")
    found: dict[str, list[str]] = {}
    each: Iterator[tuple[Principle, Passage]] = product(framework.principles, framework.sources)
    for principle, source in each:
        if (principle.id, source.id) not in seen:
            found.setdefault(principle.title, []).append(source.title.lower())
    return found


def _unseen(view: View) -> list[Priority]:
    """The priorities that nothing has looked into in the last twelve months."""
    found = []
    for priority in view.all(Priority):
        looked = [
            day
            for type, id in view.linking.get(("priority", priority.id), ())
            if type in EXAMINES
            and (day := known_on(view.register.schemas[type], view.register.entries[type][id].value))
            and day >= view.day - YEAR
        ]
        found += [] if looked else [priority]
    return found
