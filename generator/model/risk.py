"""A risk: how great it was judged to be and when, what is done about it, and who watches it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class RiskAssessment:
    """A dated judgement: likelihood and impact, each from 1 to 5."""

    likelihood: int = 0
    impact: int = 0
    note: str | None = None
    date: date | None = None

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact


@dataclass(frozen=True, kw_only=True)
class Control:
    """What is done about a risk; planned until it is in place."""

    text: str = ""
    in_place: date | None = None


@dataclass(frozen=True, kw_only=True)
class RiskClosure:
    reason: str = ""
    agreed: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Risk(Record):
    """`owner` is written `agency/<id>` or `group/<id>`."""

    raised: date | None = None
    description: str | None = None
    owner: str | None = None
    owner_role: str | None = None
    arises_from: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    assessments: tuple[RiskAssessment, ...] = ()
    controls: tuple[Control, ...] = ()
    closed: RiskClosure | None = None
