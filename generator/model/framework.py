"""A version of the framework: principles, values, sources, roles, elements, delivery and reviews, in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.lists import (
    AdultReviews,
    AnswerKind,
    AuditKind,
    Cadence,
    Choice,
    Frequency,
    Geography,
    RecordName,
    ReportKind,
    ReviewDecision,
    Step,
    SurveyKind,
    find,
)
from generator.model.record import Version


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A passage of the framework with its heading."""

    id: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Principle:
    """A principle in the framework's words; `role` is how checks find it, whatever its id (`outcomes`)."""

    id: str = ""
    title: str = ""
    text: str = ""
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class InformationType:
    """A type of information and the question it answers."""

    id: str = ""
    title: str = ""
    question: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ListItem:
    """An entry of a list, without a heading."""

    id: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Monitoring:
    text: str = ""
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Role:
    """Who is responsible, and for what."""

    id: str = ""
    title: str = ""
    text: str | None = None
    responsibilities: tuple[ListItem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Element:
    """A heading of the framework's elements, with the elements under it."""

    id: str = ""
    title: str = ""
    items: tuple[Passage, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeliveryStream:
    """One part of the framework's delivery: what is done, what is learned from it, and when."""

    id: str = ""
    title: str = ""
    what: str = ""
    learn: str = ""
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Trigger:
    """Something that makes a review of the framework due."""

    id: str = ""
    title: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Review:
    """A review of the framework that took place."""

    date: date | None = None
    trigger: str | None = None
    because: str = ""
    outcome: str = ""
    meeting: str | None = None


@dataclass(frozen=True, kw_only=True)
class ProcessStep:
    """A box of the process diagram and the boxes that follow it."""

    id: str = ""
    title: str = ""
    text: str = ""
    next: tuple[str, ...] = ()


# In other records these four fields hold ids; the framework defines the items, so its fields hold the items.
@dataclass(frozen=True, kw_only=True)
class Framework(Version):
    principles: tuple[Principle, ...] = ()  # type: ignore[assignment]
    values: tuple[Passage, ...] = ()  # type: ignore[assignment]
    sources: tuple[Passage, ...] = ()  # type: ignore[assignment]
    information: tuple[InformationType, ...] = ()  # type: ignore[assignment]
    purpose: str = ""
    principles_text: str | None = None
    monitoring: Monitoring | None = None
    values_text: str | None = None
    roles: tuple[Role, ...] = ()
    information_text: str | None = None
    elements: tuple[Element, ...] = ()
    delivery: tuple[DeliveryStream, ...] = ()
    delivery_text: str | None = None
    governance: str | None = None
    sections: tuple[Passage, ...] = ()
    review_triggers: tuple[Trigger, ...] = ()
    reviews: tuple[Review, ...] = ()
    process: tuple[ProcessStep, ...] = ()
    process_note: str | None = None
    names: tuple[RecordName, ...] = ()
    adult_reviews: AdultReviews = field(default_factory=AdultReviews)
    sectors: tuple[Choice, ...] = ()
    audit_kinds: tuple[AuditKind, ...] = ()
    theme_origins: tuple[Choice, ...] = ()
    answer_kinds: tuple[AnswerKind, ...] = ()
    voices: tuple[Choice, ...] = ()
    report_kinds: tuple[ReportKind, ...] = ()
    report_formats: tuple[Choice, ...] = ()
    review_decisions: tuple[ReviewDecision, ...] = ()
    review_methods: tuple[Choice, ...] = ()
    quality_markers: tuple[Choice, ...] = ()
    marker_ratings: tuple[Step, ...] = ()
    abuse_types: tuple[Choice, ...] = ()
    learning_review_kinds: tuple[Choice, ...] = ()
    deep_dive_methods: tuple[Choice, ...] = ()
    peer_review_scopes: tuple[Choice, ...] = ()
    inspection_outcomes: tuple[Step, ...] = ()
    services: tuple[Choice, ...] = ()
    opinion_levels: tuple[Step, ...] = ()
    statement_ratings: tuple[Step, ...] = ()
    evaluators: tuple[Choice, ...] = ()
    survey_kinds: tuple[SurveyKind, ...] = ()
    concern_kinds: tuple[Choice, ...] = ()
    meeting_cadences: tuple[Choice, ...] = ()
    obligation_categories: tuple[Choice, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    frequencies: tuple[Frequency, ...] = ()
    geographies: tuple[Geography, ...] = ()

    def is_joint(self, audit_kind: str) -> bool:
        """Return whether agencies hold audits of this kind together."""
        found = find(self.audit_kinds, audit_kind)
        return found is None or found.together

    @property
    def answers(self) -> Mapping[str, Step]:
        """Every answer that a case may have, by id, of whichever kind."""
        return {answer.id: answer for kind in self.answer_kinds for answer in kind.answers}
