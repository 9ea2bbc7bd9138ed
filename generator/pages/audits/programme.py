"""The forward plan: each year's audit programme as it stands, by quarter, with what changed and how targets are met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.assurance.audits.programme import Slot, Tally, YearPlan, year_plans
from generator.assurance.audits.standing import AuditStanding
from generator.components import (
    Badge,
    Byline,
    Callout,
    Column,
    Lead,
    Link,
    More,
    Passage,
    Phrase,
    Progress,
    Table,
    phrase,
    stack,
    states,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.lists import AuditKind, find
from generator.model.programme import Programme
from generator.page import Page
from generator.periods import Quarter
from generator.wording import day, plural, short_day


def pages(view: View) -> Iterator[Page]:
    audits = view.audits
    plans = year_plans(view.register, audits, view.day)
    if not plans or not view.uses("programme"):
        return
    now = next((plan for plan in plans if view.day in plan.year), None)
    standings = {one.audit.id: one for one in audits}
    yield Page(
        path="audits/forward-plan.md",
        template="audits/forward-plan.md.jinja",
        title="Forward plan",
        description="The audit programme of each year, quarter by quarter: what was planned, changed and done.",
        context={
            "lead": lead(now) if now else None,
            "years": [_year(view, plan, standings, newest=plan is plans[0]) for plan in plans],
        },
        shows=tuple(("programme", f"{one.year}#year-{one.year}") for one in view.all(Programme)),
    )


def lead(plan: YearPlan) -> Lead:
    """Return how many audits of a year are finished, under way and to come, against what the partnership aims for."""
    finished = sum(tally.finished for tally in plan.targets)
    running = sum(tally.running for tally in plan.targets)
    planned = sum(tally.planned for tally in plan.targets)
    done = f"In {plan.year} {plural(finished, 'audit')} {'is' if finished == 1 else 'are'} finished"
    said = f"{done}, {running or 'none'} under way and {planned or 'none'} to come"
    if plan.shortfall:
        return Lead(f"{said}, {plan.shortfall} fewer than the partnership aims for.")
    return Lead(f"{said}, as many as the partnership aims for." if plan.targets else f"{said}.")


def _year(view: View, plan: YearPlan, standings: Mapping[str, AuditStanding], *, newest: bool) -> dict[str, Any]:
    programme = plan.programme
    introduction = programme.introduction if programme else None
    return {
        "title": str(plan.year),
        "anchor": f"year-{plan.year}",
        "byline": approval(programme),
        "introduction": Passage(introduction) if introduction else None,
        "targets": [_target(view, tally) for tally in plan.targets],
        "short": _short(plan) if plan.shortfall else None,
        "audits": _audits(view, plan, standings),
        "changes": _changes(plan, programme, newest) if programme and programme.changes else None,
    }


def approval(programme: Programme | None) -> Byline:
    """Return whether a year's programme was approved, when and at which meeting."""
    if programme is None:
        return Byline([Badge("No programme recorded", "attention")])
    meeting = Link(f"meeting/{programme.approved}") if programme.approved else None
    if programme.approved_on:
        when = phrase(day(programme.approved_on), " at " if meeting else None, meeting)
        return Byline([Badge("Approved", "good"), when])
    waiting = [phrase("to be approved at ", meeting)] if meeting else []
    return Byline([Badge("Not yet approved", "attention"), *waiting])


def _target(view: View, tally: Tally) -> Progress:
    kind = find(view.framework.audit_kinds, tally.kind) or AuditKind(id=tally.kind, title=tally.kind)
    more = f"; {tally.running} running, {tally.planned} to come" if tally.running or tally.planned else ""
    return Progress(tally.finished, tally.target, f"{kind.several} finished{more}")


def _short(plan: YearPlan) -> Callout:
    shortfall = plan.programme.shortfall if plan.programme else None
    title = f"{plural(plan.shortfall, 'audit').capitalize()} short of the target"
    if shortfall is None:
        return Callout("attention", title, "No reason is recorded." if plan.ended else "No reason is recorded yet.")
    agreed = (", agreed at ", Link(f"meeting/{shortfall.agreed}")) if shortfall.agreed else ()
    return Callout("attention", title, phrase(f"{shortfall.reason} Recorded {day(shortfall.date)}", *agreed, "."))


def _audits(view: View, plan: YearPlan, standings: Mapping[str, AuditStanding]) -> Table:
    rows: list[tuple[Any, ...]] = []
    for quarter in plan.year.quarters:
        slots = plan.of(quarter)
        rows += [_slot(view, quarter, slot, standings.get(slot.audit or "")) for slot in slots]
        rows += [] if slots else [(quarter.label, "No audit planned", None)]
    columns = [Column("Quarter"), Column("Audit"), Column("Where it stands")]
    return Table(f"The audits of {plan.year} by the quarter they are in now", columns, rows, head=1, stack=True)


def _slot(view: View, quarter: Quarter, slot: Slot, held: AuditStanding | None) -> tuple[Any, ...]:
    title = Link(f"audit/{slot.audit}", slot.theme) if slot.audit else slot.theme
    about = f"{choice(view, 'audit_kinds', slot.kind)}{_dates(held)}"
    moved = slot.first is not None and slot.first != quarter
    state: Any = states.slot(slot)
    if held and held.state != "planned" and slot.first:
        badge = (" ", Badge("Moved", "attention")) if moved else ()
        state = phrase(states.audit(held), *badge)
    first = f"First planned for {slot.first.label}" if moved and slot.first else ""
    return quarter.label, stack(title, _soft(about)), stack(state, _soft(first))


def _dates(held: AuditStanding | None) -> str:
    if held and held.window:
        return f", {short_day(held.window.starts)} to {short_day(held.window.ends)}"
    return f", from {short_day(held.audit.starts)}" if held and held.audit.starts else ""


def _soft(text: str) -> Phrase | None:
    return Phrase((text,), soft=True) if text else None


def _changes(plan: YearPlan, programme: Programme, newest: bool) -> More:
    columns = [Column("Date", narrow=True), Column("What was changed"), Column("Why"), Column("Agreed at")]
    rows = [
        (
            short_day(change.date),
            change.text,
            change.reason,
            Link(f"meeting/{change.agreed}") if change.agreed else None,
        )
        for change in programme.changes
    ]
    table = Table(f"Changes in {plan.year}", columns, rows, stack=True, hide_caption=True)
    return More(f"{plural(len(rows), 'change').capitalize()} since it was approved", table, open=newest)
