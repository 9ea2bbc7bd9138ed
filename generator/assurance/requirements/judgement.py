"""How a requirement is judged: a state, the sentence that says why, the records to look at, and the basis for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from generator.assurance.assessment import Assessment
from generator.assurance.membership import belongs
from generator.assurance.requirements.evidence import Evidence, evidence
from generator.model.agency import Agency
from generator.model.audit import Audit
from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.periods import TWELVE_MONTHS
from generator.register import Register
from generator.wording import plural

State = Literal["met", "attention", "not-met", "nothing-due"]


@dataclass(frozen=True)
class Judgement:
    """How a requirement stands in one respect; `links` are the records to look at, `type/id`."""

    state: State
    sentence: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Basis:
    """What judgements rest on: the register and what was worked out from it, on one day."""

    register: Register
    assessment: Assessment

    @property
    def day(self) -> date:
        return self.assessment.day

    @property
    def since(self) -> date:
        """The first day of the last twelve months."""
        return self.day - TWELVE_MONTHS

    def recent(self, day: date | None) -> bool:
        """Return whether the day lies in the last twelve months."""
        return day is not None and self.since <= day <= self.day

    def tracked(self, type: str) -> date | None:
        """Return the day from which records of the type are kept; None where they are not."""
        used = (one for one in self.register.partnership.types_in_use if one.type == type)
        return next((one.tracked_from for one in used), None)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the last twelve months."""
        return tuple(one for one in evidence(self.register) if self.recent(one.day))

    @cached_property
    def members(self) -> tuple[Agency, ...]:
        """The agencies that take part in audits and supply data, of those that belong now."""
        found = (one for one in self.register.all(Agency) if one.role == "member")
        return tuple(one for one in found if belongs(self.register, one.id, self.day))

    @cached_property
    def audits(self) -> tuple[Audit, ...]:
        """The audits whose window was open at some time in the last twelve months."""
        spans = self.assessment.windows
        return tuple(
            one
            for one in self.register.all(Audit)
            if one.id in spans and spans[one.id].starts <= self.day and spans[one.id].ends >= self.since
        )

    def milestone_day(self, audit: Audit, role: str) -> date | None:
        """Return the day on which the audit's milestone with a role happened; None while it has not."""
        window = self.assessment.windows.get(audit.id)
        milestone = window.of(role) if window else None
        return milestone.actual if milestone else None

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings held, of the group that owns the framework, oldest first."""
        owners = {group.id for group in self.register.all(Group) if group.owns_framework}
        held = [one for one in self.register.all(Meeting) if one.group in owners and one.minutes and one.minutes.held]
        return tuple(sorted(held, key=lambda one: one.date))


def weigh(asked: int, short: Collection[str], met: str, unmet: str, nothing: str) -> Judgement:
    """Return a judgement: met if none of the `asked` things falls short, not met if all do, otherwise attention.

    `short` has a name for each thing that falls short; a name may repeat, such as an agency's with two late returns.
    `met`, `unmet` and `nothing` (if none was asked) are sentences. Names written `type/id` become links.
    """
    if not asked:
        return Judgement("nothing-due", nothing)
    if not short:
        return Judgement("met", met)
    links = dict.fromkeys(one for one in short if "/" in one)
    return Judgement("attention" if len(short) < asked else "not-met", unmet, tuple(links))


def combined(judgements: Collection[Judgement]) -> Judgement:
    """Return several judgements as one: not met where all that are due are not met, attention where any falls short.

    It has the sentences and links of those that fall short; where none does, of those that are due.
    """
    due = [one for one in judgements if one.state != "nothing-due"]
    short = [one for one in due if one.state != "met"]
    unmet = short and all(one.state == "not-met" for one in due)
    state: State = "not-met" if unmet else "attention" if short else "met" if due else "nothing-due"
    shown = short or due or judgements
    sentences = dict.fromkeys(one.sentence for one in shown)
    links = dict.fromkeys(link for one in shown for link in one.links)
    return Judgement(state, " ".join(sentences), tuple(links))


def each(number: int, one: str, many: str = "") -> str:
    """Return `the one audit`, `each of 4 audits`."""
    return f"the one {one}" if number == 1 else f"each of {plural(number, one, many)}"
