"""The audit methodology: its week table, agencies, sample dimensions, and what every tool asks."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.framework import Passage, ProcessStep
from generator.model.group import Term
from generator.model.record import Version


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """A row of the week table: week is counted from 1; last_week is set where it takes several."""

    id: str = ""
    title: str = ""
    week: int = 1
    last_week: int | None = None
    before_start: bool = False
    after: tuple[str, ...] = ()
    role: str | None = None
    who: str | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """Something that the cases of a sample should range over."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class RequiredSubject:
    """A subject that every audit tool asks about."""

    id: str = ""
    title: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Event:
    """How the audit day is held."""

    led_by: tuple[str, ...] = ()
    in_person: bool = False
    good_practice_time: bool = False
    words: str | None = None


@dataclass(frozen=True, kw_only=True)
class InformationPack:
    week: int = 1
    contains: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Methodology(Version):
    window_weeks: int = 12
    milestones: tuple[Milestone, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    tool_must_ask: tuple[RequiredSubject, ...] = ()
    agencies: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    max_questions: int | None = None
    share_days_before: int | None = None
    event: Event | None = None
    information_pack: InformationPack | None = None
    sections: tuple[Passage, ...] = ()
    process: tuple[ProcessStep, ...] = ()
    process_note: str | None = None

    def milestone(self, role: str) -> Milestone | None:
        """Return the milestone with a role (`audit-day`); None where none has it."""
        return next((one for one in self.milestones if one.role == role), None)
