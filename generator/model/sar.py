"""An adult review: its referral, decision, learning, recommendations and publication decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class SarDecision:
    date: date | None = None
    kind: str = ""
    section: str | None = None
    reason: str = ""
    meeting: str | None = None


@dataclass(frozen=True, kw_only=True)
class QualityMarker:
    """One judgement of one of the framework's quality markers; the last dated one of a marker counts."""

    marker: str = ""
    date: date | None = None
    status: str = ""
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class SarLearning:
    """What the review found, in words for the public."""

    date: date | None = None
    summary: str | None = None
    what_learned: str = ""


@dataclass(frozen=True, kw_only=True)
class RecommendationResponse:
    date: date | None = None
    decision: str = ""
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Recommendation:
    """What the review recommends; `owner` is written `agency/<id>` or `group/<id>`."""

    id: str = ""
    date: date | None = None
    text: str = ""
    owner: str | None = None
    response: RecommendationResponse | None = None


@dataclass(frozen=True, kw_only=True)
class PublicationDecision:
    """Whether and how the review is published, and the three things checked before."""

    decision: str = ""
    reason: str | None = None
    embargo: date | None = None
    family_informed: bool = False
    proceedings_clear: bool = False
    read_for_identification: bool = False
    review_on: date | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Sar(Record):
    referred: date | None = None
    referred_by: str = ""
    decision: SarDecision | None = None
    started: date | None = None
    completed: date | None = None
    delay_reason: str | None = None
    methodology: str | None = None
    abuse_types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    quality_markers: tuple[QualityMarker, ...] = ()
    learning: SarLearning | None = None
    recommendations: tuple[Recommendation, ...] = ()
    publication: PublicationDecision | None = None
