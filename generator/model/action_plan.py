"""An action plan: who does what by when about what was found, how each action goes, and what difference it made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class DueRevision:
    """A later due date, given on `date`."""

    due: date | None = None
    reason: str = ""
    agreed: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class ActionUpdate:
    """How an action stood on one day."""

    status: str = ""
    note: str | None = None
    evidence: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Impact:
    """A difference made for adults, as seen on one day."""

    text: str = ""
    sources: tuple[str, ...] = ()
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class ActionClosure:
    meeting: str | None = None
    reason: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Action:
    """One action; `due` is the date first set, `owner` is written `agency/<id>` or `group/<id>`."""

    id: str = ""
    set: date | None = None
    text: str = ""
    answers: tuple[str, ...] = ()
    owner: str | None = None
    supported_by: tuple[str, ...] = ()
    scope: str | None = None
    priority: str | None = None
    due: date | None = None
    revisions: tuple[DueRevision, ...] = ()
    updates: tuple[ActionUpdate, ...] = ()
    impact: tuple[Impact, ...] = ()
    closed: ActionClosure | None = None


@dataclass(frozen=True, kw_only=True)
class ActionPlan(Record):
    arises_from: tuple[str, ...] = ()
    summary: str | None = None
    actions: tuple[Action, ...] = ()
