"""A professional challenge or escalation: who asked whom, what was answered, how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Party:
    """A body, written `agency/<id>` or `group/<id>`, a role, or both."""

    body: str | None = None
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChallengeResponse:
    role: str | None = None
    text: str = ""
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class ChallengeOutcome:
    kind: str = ""
    text: str = ""
    meeting: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Challenge(Record):
    raised: date | None = None
    kind: str = ""
    by: Party = field(default_factory=Party)
    to: Party = field(default_factory=Party)
    about: tuple[str, ...] = ()
    text: str = ""
    response_due: date | None = None
    response: ChallengeResponse | None = None
    outcome: ChallengeOutcome | None = None
