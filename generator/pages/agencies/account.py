"""One agency's part in everything: what it owes and when, its actions, its returns and its audits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.assurance.calendar.schedule import Event, of_agency, schedule
from generator.assurance.obligations.returns import Return
from generator.edition import View
from generator.model.agency import Agency
from generator.model.qa_statement import QaStatement
from generator.periods import TWELVE_MONTHS

AHEAD, SOON = timedelta(days=184), timedelta(days=92)


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
        """What is coming, without meetings."""
        return tuple(one for one in self.coming if one.kind != "meeting")

    @property
    def open(self) -> tuple[ActionState, ...]:
        return tuple(sorted((one for one in self.actions if one.open), key=lambda one: one.due))

    @property
    def due_or_received(self) -> tuple[Return, ...]:
        """The returns that are due or were received."""
        return tuple(one for one in self.returns if one.state != "not-yet-due")


def accounts(view: View, agencies: Iterable[Agency]) -> list[Account]:
    """Return each agency's account on the view's day, with what comes in the next half year."""
    events = schedule(view.register, view.assessment, date.min, view.day + AHEAD)
    return [_account(view, one, of_agency(events, one.id)) for one in agencies]


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
        any(one.day >= view.day - TWELVE_MONTHS for one in events),
    )


def _missed(events: Iterable[Event]) -> Iterator[Event]:
    """What is overdue, meetings left out; of an obligation only the latest period, because an earlier one can no longer
    be met.
    """
    last: dict[str, Event] = {}
    for one in events:
        if one.kind == "obligation" and one.state != "due":
            last[one.about] = one
    for one in events:
        if one.state == "overdue" and one.kind != "meeting" and last.get(one.about, one) is one:
            yield one
