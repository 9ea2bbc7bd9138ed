"""Agencies: who owes what, and a page for each member: what it owes and when, returned, does, said and learned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.assurance.calendar.schedule import Event, of_agency, schedule
from generator.assurance.obligations.returns import Return
from generator.edition import View
from generator.model.agency import Agency
from generator.model.group import Group
from generator.model.meeting import Attendance, Meeting
from generator.model.qa_statement import QaStatement
from generator.model.voice import Voice
from generator.page import Page, Reference

AHEAD, SOON, YEAR = timedelta(days=184), timedelta(days=92), timedelta(days=365)
LEARNING = ("good-practice", "visit", "challenge", "inspection", "learning-review", "report")
"""The records that an agency's page lists where they name it."""


@dataclass(frozen=True)
class Account:
    """One agency's part: what is overdue and coming, its actions, and its returns and audits, newest first."""

    agency: Agency
    overdue: tuple[Event, ...]
    coming: tuple[Event, ...]
    actions: tuple[ActionState, ...]
    returns: tuple[Return, ...]
    parts: tuple[Part, ...]
    statement: QaStatement | None
    calendar: bool

    @property
    def soon(self) -> tuple[Event, ...]:
        """What it has to do, meetings left out."""
        return tuple(one for one in self.coming if one.kind != "meeting")

    @property
    def open(self) -> tuple[ActionState, ...]:
        return tuple(sorted((one for one in self.actions if one.open), key=lambda one: one.due))

    @property
    def judged(self) -> tuple[Return, ...]:
        """The returns whose date has passed or that came."""
        return tuple(one for one in self.returns if one.state != "not-yet-due")


def pages(view: View) -> Iterator[Page]:
    agencies = view.all(Agency)
    if view.public or not agencies:
        return
    members = [one for one in agencies if one.role == "member"]
    events = schedule(view.register, view.assessment, date.min, view.day + AHEAD)
    accounts = [_account(view, one, of_agency(events, one.id)) for one in members]
    others = [one for one in agencies if one.role != "member"]
    yield Page(
        path="agencies/index.md",
        template="agencies/agencies.md.jinja",
        title="Agencies",
        description="Each agency: what it owes now, what it returned in time, and its open actions.",
        context={"accounts": accounts, "others": others, "year": view.day - YEAR},
        shows=tuple(("agency", f"{one.id}#{one.id}") for one in others),
    )
    for account in accounts:
        yield _page(view, account)


def _page(view: View, account: Account) -> Page:
    id, title = account.agency.id, account.agency.title
    linking = view.linking.get(("agency", id), ())
    return Page(
        path=f"agencies/{id}.md",
        template="agencies/agency.md.jinja",
        title=title,
        description=f"{title}: what it owes and when, what it returned, its open actions and what it learned.",
        context={
            "account": account,
            "agency": account.agency,
            "recent": [one for one in account.judged if one.due >= view.day - YEAR],
            "attendance": list(_attendance(view, id)),
            "groups": [one for one in view.all(Group) if id in one.agencies],
            "voices": sorted((one for one in view.all(Voice) if one.agency == id), key=lambda one: one.quarter)[::-1],
            "learning": _learning(linking),
            "soon": view.day + SOON,
        },
        record=("agency", id),
        kicker="Agency",
    )


def _account(view: View, agency: Agency, events: Sequence[Event]) -> Account:
    statements = [one for one in view.all(QaStatement) if one.agency == agency.id]
    parts = [one for one in view.assessment.participation if one.agency == agency.id]
    owner = f"agency/{agency.id}"
    return Account(
        agency,
        tuple(_missed(events)),
        tuple(one for one in events if one.state == "due" and one.day >= view.day),
        tuple(one for one in view.assessment.actions if one.owner == owner),
        tuple(one for one in reversed(view.assessment.returns) if one.agency == agency.id),
        tuple(sorted(parts, key=lambda one: str(one.due), reverse=True)),
        max(statements, key=lambda one: one.year, default=None),
        any(one.day >= view.day - YEAR for one in events),
    )


def _missed(events: Iterable[Event]) -> Iterator[Event]:
    """What is overdue; of an obligation its last period only, for the one before can hardly be made good."""
    last: dict[str, Event] = {}
    for one in events:
        if one.kind == "obligation" and one.state != "due":
            last[one.about] = one
    for one in events:
        if one.state == "overdue" and one.kind != "meeting" and last.get(one.about, one) is one:
            yield one


def _attendance(view: View, agency: str) -> Iterator[tuple[Meeting, Attendance]]:
    """The meetings that say whether the agency came, newest first."""
    for meeting in sorted(view.all(Meeting), key=lambda one: one.date, reverse=True):
        for one in meeting.minutes.attendance if meeting.minutes else ():
            if one.agency == agency:
                yield meeting, one


def _learning(linking: Iterable[Reference]) -> Mapping[str, list[str]]:
    """What names the agency, by type, newest id first."""
    found = {type: sorted((id for kind, id in linking if kind == type), reverse=True) for type in LEARNING}
    return {type: ids for type, ids in found.items() if ids}
