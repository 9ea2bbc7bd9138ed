"""A page for each member agency: what it owes and when, what it returned, its actions, its rating and its learning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.assurance.membership import members
from generator.assurance.obligations.returns import Return
from generator.components import (
    Badge,
    Blocks,
    Cards,
    Column,
    Download,
    Downloads,
    Lead,
    Link,
    More,
    News,
    NewsItem,
    Stat,
    Table,
    phrase,
)
from generator.components.owners import NEEDED, needed
from generator.components.records import rating
from generator.edition import View
from generator.model.agency import Agency
from generator.model.group import Group
from generator.model.voice import Voice
from generator.page import Page
from generator.pages.agencies import learning, membership
from generator.pages.agencies.account import SOON, Account, accounts
from generator.periods import TWELVE_MONTHS
from generator.wording import day, listed, plural, sentence, short_day, times

_OWED = {
    "obligation": "Quality assurance calendar",
    "milestone": "Audit",
    "meeting": "Meeting",
    "action": "Action",
    "return": "Performance figures",
}
_RETURNS = {
    "received": Badge("In time", "good"),
    "received-late": Badge("Late", "attention"),
    "outstanding": Badge("Not received", "poor"),
    "not-yet-due": Badge("Not yet due"),
}
_TOOK_PART = {
    "returned": Badge("Returned", "good"),
    "returned-late": Badge("Returned late", "attention"),
    "nil": Badge("Nil return", "done"),
    "exempt": Badge("Exempt"),
    "awaited": Badge("Awaited", "info"),
    "not-returned": Badge("Not returned", "poor"),
}
_ACTIONS = {"on-track": "good", "at-risk": "attention"}
_SHOWN = 8
"""How many KPI returns are shown at once; the earlier ones are closed until the reader opens them."""


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    agencies = [one for one in view.all(Agency) if one.role == "member"]
    for account in accounts(view, agencies):
        yield _page(view, account)


def _page(view: View, account: Account) -> Page:
    agency, id = account.agency, account.agency.id
    soon = [one for one in account.soon if one.day <= view.day + SOON]
    recent = [one for one in account.due_or_received if one.due >= view.day - TWELVE_MONTHS]
    groups = [one for one in view.all(Group) if id in members(view.register, one.agencies, one.terms, view.day)]
    voices = sorted((one for one in view.all(Voice) if one.agency == id), key=lambda one: one.quarter)[::-1]
    return Page(
        path=f"agencies/{id}.md",
        template="agencies/agency.md.jinja",
        title=agency.title,
        description=f"{agency.title}: what it owes and when, what it returned, its open actions and what it learned.",
        context={
            "lead": lead(account, len(soon), view.day + SOON),
            "stats": _stats(account, [one.day for one in soon], recent),
            "owed": _owed(account),
            "calendar": _calendar(id) if account.calendar else None,
            "actions": _actions(view, account) if account.open else None,
            "returns": _returns(account.returns) if account.returns else None,
            "audits": _audits(account) if account.parts and view.uses("audit-return") else None,
            "rates_itself": view.uses("qa-statement"),
            "statement": _statement(view, account),
            "groups": membership.sits_on(groups) if groups else None,
            "meetings": membership.meetings(view, id),
            "voices": learning.voices(voices) if voices else None,
            "learning": learning.records(view.links_to.get(("agency", id), ())),
            "about": membership.about(view, agency),
        },
        record=("agency", id),
        kicker="Agency",
    )


def lead(account: Account, soon: int, until: date) -> Lead:
    """Return how many things are overdue, and how many (`soon`) fall due by a day."""
    late = len(account.overdue)
    overdue = f"{sentence(plural(late, 'thing'))} {'is' if late == 1 else 'are'} overdue" if late else ""
    falls = f"{plural(soon, 'thing')} {'falls' if soon == 1 else 'fall'} due by {day(until)}" if soon else ""
    return Lead(f"{overdue or 'Nothing is overdue'}, and {falls or f'nothing falls due before {day(until)}'}.")


def _stats(account: Account, soon: Sequence[date], recent: Sequence[Return]) -> Cards:
    late = sum(one.overdue for one in account.open)
    left = sum(one.owner_left is not None for one in account.open)
    in_time = sum(one.state == "received" for one in recent)
    first = account.overdue[0].day if account.overdue else None
    return Cards(
        [
            Stat(
                len(account.overdue),
                "Overdue",
                f"since {short_day(first)}" if first else "all done so far",
                "poor" if first else "good",
                "#owed",
            ),
            Stat(
                len(soon),
                "Due within three months",
                f"next by {short_day(soon[0])}" if soon else "nothing coming",
                "info",
                "#owed",
            ),
            Stat(
                len(account.open),
                "Open actions",
                needed(left) or f"{plural(late, 'action')} overdue",
                "poor" if left else "attention" if late else "done",
                "#actions" if account.open else "",
            ),
            Stat(
                f"{in_time} of {len(recent)}" if recent else "none",
                "Returns in time",
                "KPI returns of the last year",
                "good" if in_time == len(recent) else "attention",
                "#returns" if recent else "",
            ),
        ],
        "small",
    )


def _owed(account: Account) -> News:
    overdue = [(one, Badge("Overdue", "poor")) for one in account.overdue]
    coming = [(one, Badge("Planned") if one.kind == "meeting" else Badge("Due", "info")) for one in account.coming]
    items = [
        NewsItem(
            short_day(one.day),
            one.said,
            one.about or ("performance/returns.md" if one.kind == "return" else ""),
            badge,
            _OWED[one.kind],
        )
        for one, badge in (*overdue, *coming)
    ]
    return News(items, "Nothing is owed in the next six months.")


def _calendar(id: str) -> Downloads:
    said = "Subscribe, and it stays up to date."
    return Downloads([Download("These dates as a calendar", f"calendar/{id}.ics", "ICS", said)])


def _actions(view: View, account: Account) -> Table:
    rows = [
        (
            Link(f"action-plan/{one.plan}#{one.action}", one.text),
            view.name(f"action-plan/{one.plan}"),
            _standing(one),
            f"{short_day(one.due)}, moved {times(one.moved)}" if one.moved else short_day(one.due),
        )
        for one in account.open
    ]
    columns = [Column("Action"), Column("Plan"), Column("State", narrow=True), Column("Due")]
    return Table("Actions this agency owns, nearest first", columns, rows, stack=True)


def _standing(one: ActionState) -> Badge:
    if one.owner_left:
        return NEEDED
    return Badge("Overdue", "poor") if one.overdue else Badge(sentence(one.status), _ACTIONS.get(one.status, "neutral"))


def _returns(returns: Sequence[Return]) -> Blocks:
    columns = [Column(title, narrow=True) for title in ("Quarter", "Came", "Received", "Due")]
    columns.append(Column("Figures missing without a reason"))
    rows = [_return(one) for one in returns]
    made: list[Any] = [Table("KPI returns, newest first", columns, rows[:_SHOWN], stack=True)]
    if rows[_SHOWN:]:
        older = Table("Earlier KPI returns", columns, rows[_SHOWN:], stack=True, hide_caption=True)
        made.append(More("Earlier returns", older))
    return Blocks(made)


def _return(one: Return) -> tuple[Any, ...]:
    missing = listed([code.upper() for code in one.missing])
    return (
        f"Q{one.quarter.number} {one.quarter.in_year}",
        _RETURNS[one.state],
        short_day(one.received),
        short_day(one.due),
        missing or ("nothing" if one.received else None),
    )


def _audits(account: Account) -> Table:
    id = account.agency.id
    columns = [Column("Audit"), *(Column(title, narrow=True) for title in ("Its part", "Received", "Due"))]
    rows = [
        (
            Link(f"audit/{one.audit}"),
            _TOOK_PART[one.state],
            Link(f"audit-return/{one.audit}/{id}", short_day(one.received)) if one.received else None,
            short_day(one.due),
            one.reason,
        )
        for one in account.parts
    ]
    return Table("Its completed audit tools, newest audit first", [*columns, Column("Why")], rows, stack=True)


def _statement(view: View, account: Account) -> dict[str, Any] | None:
    said = account.statement
    if said is None:
        return None
    columns = [Column("Practice"), Column("Own rating", narrow=True), Column("What it will do")]
    rows = [(one.statement, rating(view, "statement_ratings", one.rating), one.action) for one in said.items]
    return {
        "source": phrase("From its ", Link(f"qa-statement/{said.id}", f"QA Statement of {said.year}"), "."),
        "ratings": Table("Its own ratings", columns, rows, stack=True, hide_caption=True),
    }
