"""How each requirement of the framework stands: met, wanting attention, not met, or nothing due, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from generator.assurance.evidence import facts, known_on
from generator.assurance.judgement import YEAR, Ground, Judgement, State, each, some, together, weigh, written
from generator.assurance.obligations import Duty
from generator.assurance.shortfalls import SHORTFALLS
from generator.assurance.states import STATES
from generator.model.obligation import Obligation
from generator.model.requirement import Requirement
from generator.problem import Problem
from generator.register import Register

if TYPE_CHECKING:
    from generator.assurance.assessment import Assessment

CALENDAR = "r48"


@dataclass(frozen=True)
class RequirementStanding:
    """One requirement on one day; `links` are the records to look at, `type/id`."""

    requirement: str
    state: State
    sentence: str
    links: tuple[str, ...] = ()

    def seen(self, visible: Collection[tuple[str, str]]) -> RequirementStanding:
        """Return it with links to visible records only."""
        kept = [link for link in self.links if tuple(link.partition("#")[0].split("/", 1)) in visible]
        return replace(self, links=tuple(kept))


def standings(register: Register, assessment: Assessment) -> tuple[RequirementStanding, ...]:
    """Return how every requirement stands on the whole truth: by what time decides, by the calendar, by records.

    What a check finds is added by `lowered`.
    """
    ground = Ground(register, assessment)
    found = []
    for requirement in register.all(Requirement):
        judged = together(list(_judgements(ground, requirement)))
        found.append(RequirementStanding(requirement.id, judged.state, judged.sentence, judged.links))
    return tuple(found)


def lowered(
    standings: Sequence[RequirementStanding],
    register: Register,
    day: date,
    departures: Sequence[Problem],
    upholds: Mapping[str, Sequence[str]],
) -> tuple[RequirementStanding, ...]:
    """Return the standings with departures of the last twelve months: a requirement that has any wants attention.

    One with a recorded reason is no shortfall. `upholds` gives the requirements of each rule: `R43`.
    """
    found: dict[str, list[str]] = {}
    for problem in (one for one in departures if not one.reason):
        entry = register.by_name.get(problem.place.file)
        days = [one for one in facts(register.schemas[entry.type], entry.value) if one <= day] if entry else []
        if entry and (not days or days[-1] >= day - YEAR):
            for requirement in upholds.get(problem.rule, ()):
                found.setdefault(requirement.lower(), []).append(f"{entry.type}/{entry.id}")
    return tuple(_lower(one, found.get(one.requirement, [])) for one in standings)


def _lower(one: RequirementStanding, records: Sequence[str]) -> RequirementStanding:
    if not records:
        return one
    said = f"{some(len(records), 'departure')} in the last twelve months without a recorded reason."
    sentence = f"{one.sentence} {said}" if one.state in ("attention", "not-met") else said
    state: State = "not-met" if one.state == "not-met" else "attention"
    return replace(one, state=state, sentence=sentence, links=tuple(dict.fromkeys((*one.links, *records))))


def _judgements(ground: Ground, requirement: Requirement) -> Iterator[Judgement]:
    own = [table[requirement.id] for table in (STATES, SHORTFALLS) if requirement.id in table]
    for judged in own or [partial(_recorded, requirement=requirement)]:
        yield judged(ground)
    obligations = ground.register.all(Obligation)
    if requirement.id == CALENDAR:
        yield _calendar(ground, obligations)
    yield from (duty(ground, one) for one in obligations if requirement.id in one.requirements)


def duty(ground: Ground, obligation: Obligation) -> Judgement:
    """Judge an obligation by what fell due in the last twelve months or, where that is nothing, by what did last."""
    mine = [one for one in ground.assessment.duties if one.obligation == obligation.id]
    past = [one for one in mine if one.due < ground.day]
    recent = [one for one in past if ground.late(one.due)] or _last(past)
    owed = [one for one in recent if one.state == "late"]
    link = f"obligation/{obligation.id}"
    coming = min((one.due for one in mine if one.due >= ground.day), default=None)
    nothing = f"{obligation.title}: nothing has fallen due"
    nothing += f"; first due by {written(coming)}." if coming else "."
    after = sum(one.state == "met-late" for one in recent)
    met = f"{obligation.title}: done for {_periods(recent)}{f', {after} of {len(recent)} late' if after else ''}."
    unmet = f"{obligation.title}: {len(owed)} of {len(recent)} still owed for {_periods(recent)}."
    short = [f"agency/{one.agency}" if one.agency else link for one in owed]
    judged = weigh(len(recent), short, met, unmet, nothing)
    return replace(judged, links=(link, *(one for one in judged.links if one != link)) if owed else ())


def _calendar(ground: Ground, obligations: Sequence[Obligation]) -> Judgement:
    """Judge the whole calendar by its entries."""
    judged = [(one, duty(ground, one).state) for one in obligations]
    asked = [one for one, state in judged if state != "nothing-due"]
    short = [one for one, state in judged if state in ("attention", "not-met")]
    met = f"Nothing is still owed for {each(len(asked), 'entry', 'entries')} of the calendar."
    unmet = f"Something is still owed for {len(short)} of {some(len(asked), 'entry', 'entries')} of the calendar."
    return weigh(len(asked), [f"obligation/{one.id}" for one in short], met, unmet, "Nothing has fallen due.")


def _last(past: Sequence[Duty]) -> list[Duty]:
    latest = max((one.period for one in past), default=None)
    return [one for one in past if one.period == latest]


def _periods(duties: Sequence[Duty]) -> str:
    labels = list(dict.fromkeys(one.period.label for one in sorted(duties, key=lambda one: one.period)))
    return labels[0] if len(labels) == 1 else f"{len(labels)} periods up to {labels[-1]}" if labels else ""


def _recorded(ground: Ground, requirement: Requirement) -> Judgement:
    """Judge by records alone: those of types whose schema upholds the requirement were held to it when accepted.

    What the methodology upholds, audits are held to.
    """
    schemas = ground.register.schemas
    types = {type for type in schemas if requirement.id.upper() in schemas[type].rules}
    types |= {"audit"} if "methodology" in types else set()
    recent = [
        one
        for type in sorted(types)
        if ground.tracked(type)
        for one in ground.register.entries[type].values()
        if ground.late(known_on(schemas[type], one.value))
    ]
    if not recent:
        return Judgement("nothing-due", "No record of the last twelve months comes under it.")
    return Judgement("met", f"Nothing stands against it in {each(len(recent), 'record')} of the last twelve months.")
