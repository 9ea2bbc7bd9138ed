"""A meeting: its agenda, known beforehand, and its minutes, known once it was held."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from datetime import date

from generator.model.record import Record
from generator.wording import day_of


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """One item with its front sheet: purpose, decision sought, risks and equality."""

    id: str = ""
    title: str = ""
    kind: str = ""
    presented_by: str | None = None
    about: tuple[str, ...] = ()
    purpose: str | None = None
    decision_sought: str | None = None
    risks: str | None = None
    equality: str | None = None


@dataclass(frozen=True, kw_only=True)
class Cancellation:
    reason: str = ""
    instead: str | None = None
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Attendance:
    agency: str = ""
    present: bool = False
    deputy: bool = False
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    id: str = ""
    kind: str = ""
    text: str = ""
    item: str | None = None
    about: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """An excuse, variation or exemption that the meeting agreed; `agency` is None where it is for all agencies."""

    kind: str = ""
    about: str | None = None
    period: str | None = None
    agency: str | None = None
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingAction:
    """What someone took away to do; `owner` is written `agency/<id>` or `group/<id>`."""

    id: str = ""
    text: str = ""
    owner: str | None = None
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, kw_only=True)
class Minutes:
    held: date | None = None
    chaired_by: str | None = None
    attendance: tuple[Attendance, ...] = ()
    decisions: tuple[Decision, ...] = ()
    agreed: tuple[Agreement, ...] = ()
    actions: tuple[MeetingAction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Meeting(Record):
    """`date` is the day planned, as the path gives it; the day it was held is in the minutes."""

    group: str = ""
    date: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    cancelled: Cancellation | None = None
    minutes: Minutes | None = None

    @property
    def day(self) -> datetime.date | None:
        """The day planned; None where the date in its file name does not exist."""
        return day_of(self.date)
