"""Audit returns: which agency returned in which audit, year by year, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.audits.participation import Part
from generator.assurance.audits.standing import AuditStanding
from generator.components import Bar, Column, Grid, GridCell, Lead, Link, News, NewsItem, Table, states
from generator.edition import View
from generator.page import Page
from generator.periods import Year
from generator.wording import plural, short_day


def pages(view: View) -> Iterator[Page]:
    audits = [one for one in view.audits if one.parts and one.audit.starts]
    if not audits:
        return
    years: dict[Year, list[AuditStanding]] = {}
    for one in audits[::-1]:
        years.setdefault(Year.of(one.audit.starts or view.day, view.partnership.year_starts), []).append(one)
    parts = [part for one in audits for part in one.parts]
    running = {one.audit.id for one in audits if one.state in ("running", "overrun")}
    waiting = [part for part in parts if part.audit in running and part.state in ("awaited", "not-returned")]
    waiting.sort(key=lambda part: (part.due or date.max, part.audit, part.agency))
    missed = [part for one in audits if one.state == "finished" for part in one.missing]
    agencies = {id: [part for part in parts if part.agency == id] for id in sorted({part.agency for part in parts})}
    yield Page(
        path="audits/returns.md",
        template="audits/audit-returns.md.jinja",
        title="Audit returns",
        description="Which agency returned its completed audits, in which audit, and when.",
        context={
            "lead": lead(len(waiting), sum(part.state == "not-returned" for part in waiting)),
            "waiting": News([_item(view, part, late(part, view.day)) for part in waiting]) if waiting else None,
            "missed": News([_item(view, part, ", since finished") for part in missed]) if missed else None,
            "years": [
                {"title": str(year), "anchor": f"returns-{year}", "grid": _grid(view, year, found, list(agencies))}
                for year, found in sorted(years.items(), reverse=True)
            ],
            "agencies": _agencies(agencies),
        },
    )


def lead(waiting: int, late: int) -> Lead:
    """Return how many audit returns are awaited, and how many of them are late."""
    if not waiting:
        return Lead("No completed audit is awaited.")
    if not late:
        said = plural(waiting, "completed audit").capitalize()
        return Lead(f"{said} {'is' if waiting == 1 else 'are'} awaited, none is late.")
    said = f"{plural(late, 'completed audit').capitalize()} {'has' if late == 1 else 'have'} not come by the date"
    more = f", {waiting - late} more are awaited" if waiting > late else ""
    return Lead(f"{said}{more}.")


def late(part: Part, today: date) -> str:
    """Return how late an agency's audit return is; empty where it is not late."""
    if part.state != "not-returned" or part.due is None:
        return ""
    return f": {plural((today - part.due).days, 'day')} late"


def _item(view: View, part: Part, more: str) -> NewsItem:
    agency = f"agency/{part.agency}"
    note = f"{view.name(f'audit/{part.audit}')}{more}"
    return NewsItem(short_day(part.due), view.name(agency), agency, states.AUDIT_PARTS[part.state], note)


def _grid(view: View, year: Year, found: Sequence[AuditStanding], agencies: Sequence[str]) -> Grid:
    rows, cells = [], []
    for id in agencies:
        own = [next((part for part in one.parts if part.agency == id), None) for one in found]
        if any(own):
            rows.append(Link(f"agency/{id}"))
            cells.append([_cell(part) if part else None for part in own])
    columns = [Link(f"audit/{one.audit.id}", one.audit.title) for one in found]
    return Grid(f"Returns in {year}", rows, columns, cells, corner="Agency")


def _cell(part: Part) -> GridCell:
    badge = states.AUDIT_PARTS[part.state]
    return GridCell(badge.word, badge.kind, f"audit-return/{part.audit}/{part.agency}" if part.received else "")


def _agencies(agencies: Mapping[str, Sequence[Part]]) -> Table:
    numbers = ("Asked", "On time", "Late", "Of these nil", "Not returned", "Exempt")
    columns = [Column("Agency"), *(Column(title, number=True) for title in numbers), Column("On time, of those due")]
    return Table("Over all audits", columns, [_agency(id, parts) for id, parts in agencies.items()], stack=True)


def _agency(id: str, parts: Sequence[Part]) -> tuple[Any, ...]:
    counts = {state: sum(part.state == state for part in parts) for state in states.AUDIT_PARTS}
    due = len(parts) - counts["exempt"] - counts["awaited"]
    on_time = sum(bool(part.on_time) for part in parts)
    received = sum(part.received is not None for part in parts)
    share = Bar(on_time, due, f"{round(100 * on_time / due)}%") if due else None
    asked = len(parts) - counts["exempt"]
    missing, exempt = counts["not-returned"], counts["exempt"]
    return Link(f"agency/{id}"), asked, on_time, received - on_time, counts["nil"], missing, exempt, share
