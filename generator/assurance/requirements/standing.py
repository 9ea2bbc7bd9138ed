"""How each requirement of the framework stands: met, wanting attention, not met, or nothing due, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.assurance.assessment import Assessment
from generator.assurance.obligations.duties import Duty
from generator.assurance.requirements.criteria import CRITERIA
from generator.assurance.requirements.evidence import facts, known_on
from generator.assurance.requirements.judgement import Basis, Judgement, State, combined, each, weigh
from generator.model.lists import Cadence, find
from generator.model.obligation import Obligation
from generator.model.requirement import Requirement
from generator.periods import TWELVE_MONTHS
from generator.problem import Problem
from generator.register import Register
from generator.schema import Schema
from generator.wording import day, inside, plural

CALENDAR = "R48"
_SEVERAL = {3: "quarters", 12: "years"}
"""What several periods of so many months are called; others are called periods."""


@dataclass(frozen=True)
class RequirementStanding:
    """One requirement on one day; `links` are the records to look at, `type/id`."""

    requirement: str
    state: State
    sentence: str
    links: tuple[str, ...] = ()

    def redacted(self, visible: Collection[tuple[str, str]]) -> RequirementStanding:
        """Return it with links to visible records only."""
        kept = [link for link in self.links if tuple(link.partition("#")[0].split("/", 1)) in visible]
        return replace(self, links=tuple(kept))


def standings(register: Register, assessment: Assessment) -> tuple[RequirementStanding, ...]:
    """Return how every requirement stands, from all records: by criteria, by obligations, by records that uphold it.

    What a check finds is added by `with_departures`.
    """
    basis = Basis(register, assessment)
    found = []
    for requirement in register.all(Requirement):
        judged = combined(list(_judgements(basis, requirement)))
        found.append(RequirementStanding(requirement.id, judged.state, judged.sentence, judged.links))
    return tuple(found)


def with_departures(
    standings: Sequence[RequirementStanding],
    register: Register,
    day: date,
    departures: Sequence[Problem],
    upholds: Mapping[str, Sequence[str]],
) -> tuple[RequirementStanding, ...]:
    """Return the standings; a requirement with a departure in the last twelve months is lowered to `attention`.

    A departure with a recorded reason is mentioned and does not lower the standing. `upholds` gives the requirements of
    each rule: `R43`.
    """
    known = {one.catalogue: one.id for one in register.all(Requirement)}
    unexplained: dict[str, list[str]] = {}
    explained: dict[str, int] = {}
    for problem in departures:
        entry = register.by_name.get(problem.place.file)
        days = [one for one in facts(register.schemas[entry.type], entry.value) if one <= day] if entry else []
        if entry and (not days or days[-1] >= day - TWELVE_MONTHS):
            for requirement in (known[one] for one in upholds.get(problem.rule, ()) if one in known):
                if problem.reason:
                    explained[requirement] = explained.get(requirement, 0) + 1
                else:
                    unexplained.setdefault(requirement, []).append(f"{entry.type}/{entry.id}")
    return tuple(
        _with_departures(one, unexplained.get(one.requirement, []), explained.get(one.requirement, 0))
        for one in standings
    )


def _with_departures(one: RequirementStanding, unexplained: Sequence[str], explained: int) -> RequirementStanding:
    """Add departures: `unexplained` names the record of each without a reason, `explained` counts those with one."""
    sentences = [one.sentence] if not unexplained or one.state in ("attention", "not-met") else []
    if unexplained:
        sentences.append(
            f"{plural(len(unexplained), 'departure')} in the last twelve months without a recorded reason."
        )
    if explained:
        sentences.append(f"The reason for {plural(explained, 'other' if unexplained else 'departure')} is recorded.")
    state: State = "attention" if unexplained and one.state != "not-met" else one.state
    return replace(
        one, state=state, sentence=" ".join(sentences), links=tuple(dict.fromkeys((*one.links, *unexplained)))
    )


def _judgements(basis: Basis, requirement: Requirement) -> Iterator[Judgement]:
    judged = CRITERIA.get(requirement.catalogue or "")
    yield judged(basis) if judged else _recorded(basis, requirement)
    obligations = basis.register.all(Obligation)
    if requirement.catalogue == CALENDAR:
        yield _calendar(basis, obligations)
    yield from (duty(basis, one) for one in obligations if requirement.id in one.requirements)


def duty(basis: Basis, obligation: Obligation) -> Judgement:
    """Return how an obligation was met: by what fell due in the last twelve months or, if nothing did, by the last."""
    mine = [one for one in basis.assessment.duties if one.obligation == obligation.id]
    past = [one for one in mine if one.due < basis.day]
    recent = [one for one in past if basis.recent(one.due)] or _last(past)
    owed = [one for one in recent if one.state == "late"]
    link = f"obligation/{obligation.id}"
    coming = min((one.due for one in mine if one.due >= basis.day), default=None)
    nothing = f"{obligation.title}: nothing has fallen due"
    nothing += f"; first due by {day(coming)}." if coming else "."
    cadence = find(basis.register.framework.cadences, obligation.cadence) or Cadence()
    when, number = _periods(cadence, recent), len(recent)
    after = sum(one.state == "met-late" for one in recent)
    late = "" if not after else ", late" if number == 1 else f", {after} of {number} late"
    met = f"{obligation.title}: done {when}{late}."
    what = "what was due" if number == 1 else f"{len(owed)} of the {number} due"
    unmet = f"{obligation.title}: {what} {when} {'is' if len(owed) == 1 else 'are'} still owed."
    short = [f"agency/{one.agency}" if one.agency else link for one in owed]
    judged = weigh(len(recent), short, met, unmet, nothing)
    return replace(judged, links=(link, *(one for one in judged.links if one != link)) if owed else ())


def _calendar(basis: Basis, obligations: Sequence[Obligation]) -> Judgement:
    """Judge the whole calendar by its obligations."""
    judged = [(one, duty(basis, one).state) for one in obligations]
    asked = [one for one, state in judged if state != "nothing-due"]
    short = [one for one, state in judged if state in ("attention", "not-met")]
    met = f"Nothing is still owed for {each(len(asked), 'entry', 'entries')} of the calendar."
    unmet = f"Something is still owed for {len(short)} of {plural(len(asked), 'entry', 'entries')} of the calendar."
    return weigh(len(asked), [f"obligation/{one.id}" for one in short], met, unmet, "Nothing has fallen due.")


def _last(past: Sequence[Duty]) -> list[Duty]:
    latest = max((one.period for one in past), default=None)
    return [one for one in past if one.period == latest]


def _periods(cadence: Cadence, duties: Sequence[Duty]) -> str:
    """For which periods these were due: `for 2025-26`, `in the 4 quarters up to Q2 (July to September 2026)`."""
    labels = list(dict.fromkeys(one.period.label for one in sorted(duties, key=lambda one: one.period)))
    several = _SEVERAL.get(cadence.months, "periods")
    return (
        f"for {labels[0]}"
        if len(labels) == 1
        else f"in the {len(labels)} {several} up to {labels[-1]}"
        if labels
        else ""
    )


def _recorded(basis: Basis, requirement: Requirement) -> Judgement:
    """Judge by whether records exist: those whose schema enforces the requirement were checked when accepted.

    For a requirement that the methodology enforces, the records are audits.
    """
    schemas = basis.register.schemas
    types = {type for type in schemas if _upheld(schemas[type], requirement.catalogue or "")}
    types |= {"audit"} if "methodology" in types else set()
    counted = {
        inside(schemas[type].title): sum(basis.recent(known_on(schemas[type], one.value)) for one in entries.values())
        for type, entries in basis.register.entries.items()
        if type in types and basis.tracked(type)
    }
    recent = [plural(number, title) for title, number in sorted(counted.items()) if number]
    if not recent:
        return Judgement("nothing-due", "No record of the last twelve months comes under it.")
    *most, last = recent
    among = f"{', '.join(most)} and {last}" if most else last
    return Judgement("met", f"No departure without a recorded reason in {among} of the last twelve months.")


def _upheld(expected: Schema, rule: str) -> bool:
    """Whether the type's schema upholds the rule in a field of its own: the lists of the framework (principles, values,
    sources, information), which every type may have, do not count.
    """
    if rule not in expected.rules:
        return False
    properties = expected.tree["properties"].items()
    own = {name: below for name, below in properties if below.get("items", {}).get("x-item") != f"framework/{name}"}
    return rule in replace(expected, tree={**expected.tree, "properties": own}).rules
