"""The index of agencies: what each owes now, who was a member before, and others that the framework names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.assurance.membership import former
from generator.components import Badge, Column, Lead, Link, Table, links
from generator.components.owners import needed
from generator.edition import View
from generator.model.agency import Agency
from generator.page import Page
from generator.pages.agencies.account import Account, accounts
from generator.periods import TWELVE_MONTHS
from generator.wording import day, plural, sentence, short_day

_KINDS = {
    "obligation": "Entry of the calendar",
    "milestone": "Audit tool",
    "action": "Action",
    "return": "Performance figures",
}
_ROLES = {
    "partner": "Works alongside",
    "regulator": "Inspects",
    "support": "Runs the partnership’s business",
}


def pages(view: View) -> Iterator[Page]:
    agencies = view.all(Agency)
    if view.public or not agencies:
        return
    members = [one for one in agencies if one.role == "member"]
    others = [one for one in agencies if one.role != "member"]
    now = accounts(view, [one for one in members if not former(one, view.day)])
    left = accounts(view, [one for one in members if former(one, view.day)])
    yield Page(
        path="agencies/index.md",
        template="agencies/agencies.md.jinja",
        title="Agencies",
        description="Each agency: what it owes now, what it returned in time, and its open actions.",
        context={
            "lead": lead(now),
            "owed": _owed(now, view.day),
            "former": _former(left) if left else None,
            "others": [
                {"id": one.id, "title": one.title, "role": _ROLES.get(one.role, sentence(one.role))} for one in others
            ],
        },
        shows=tuple(("agency", f"{one.id}#{one.id}") for one in others),
    )


def lead(now: Sequence[Account]) -> Lead:
    """Return how many agencies have something overdue."""
    behind = sum(bool(one.overdue) for one in now)
    choose = "Choose yours to see what it owes and when."
    if not behind:
        return Lead(f"Nothing is overdue from any agency. {choose}")
    who = sentence(plural(behind, "agency", "agencies"))
    return Lead(f"{who} of {len(now)} {'has' if behind == 1 else 'have'} something overdue. {choose}")


def _owed(now: Sequence[Account], today: date) -> Table:
    columns = [
        Column("Agency"),
        Column("Overdue", narrow=True),
        Column("Next"),
        Column("Open actions", narrow=True),
        Column("KPI returns in time, last year"),
    ]
    return Table("What each agency owes now", columns, [_row(one, today) for one in now], stack=True)


def _row(one: Account, today: date) -> tuple[Any, ...]:
    overdue = Badge(f"{plural(len(one.overdue), 'thing')} overdue", "poor")
    late = sum(action.overdue for action in one.open)
    recent = [made for made in one.due_or_received if made.due >= today - TWELVE_MONTHS]
    in_time = sum(made.state == "received" for made in recent)
    return (
        Link(f"agency/{one.agency.id}", one.agency.title),
        overdue if one.overdue else Badge("Nothing overdue", "good"),
        f"{_KINDS[one.soon[0].kind]} by {short_day(one.soon[0].day)}" if one.soon else None,
        f"{len(one.open)} ({late} overdue)" if late else str(len(one.open)),
        f"{in_time} of {len(recent)}" if recent else None,
    )


def _former(left: Sequence[Account]) -> Table:
    columns = [Column("Agency"), Column("Until", narrow=True), Column("Succeeded by"), Column("Open actions")]
    rows = [
        (
            Link(f"agency/{one.agency.id}", one.agency.title),
            day(one.agency.left),
            links([f"agency/{one.agency.succeeded_by}"]) if one.agency.succeeded_by else None,
            Badge(sentence(needed(len(one.open))), "poor") if one.open else None,
        )
        for one in left
    ]
    return Table("Members that have left, whose records are kept", columns, rows, stack=True)
