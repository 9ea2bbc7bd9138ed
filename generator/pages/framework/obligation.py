"""One obligation of the calendar: who owes it and when it is due, and how it stood in each period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from generator.assurance.obligations.standing import ObligationStanding
from generator.components import (
    Blocks,
    Column,
    Entries,
    Link,
    More,
    Note,
    Paragraph,
    Phrase,
    Stack,
    Strong,
    Table,
    enumerated,
    links,
    phrase,
    stack,
    states,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.obligation import Obligation
from generator.wording import inside, plural, short_day, the

MOST_RECORDS = 6
"""How many records that discharged an obligation are named for one period at most, for each who owes it."""


def body(
    view: View, one: Obligation, now: ObligationStanding | None, past: Sequence[ObligationStanding], soon: timedelta
) -> Blocks:
    """Return what the page says of an obligation: `now` in the present period, `past` in every period, oldest first."""
    said: list[Any] = []
    if now:
        present = Phrase((f" Present period: {now.period.label}",), soft=True)
        said.append(Paragraph(phrase(states.obligation(now, view.day, soon), present)))
    said.append(Paragraph(terms(view, one)))
    said += [Note(one.note)] if one.note else []
    said += [More("Period by period, with what discharged it", _history(view, one, past))] if past else []
    return Blocks(said)


def terms(view: View, one: Obligation) -> Phrase:
    """Return how often an obligation falls due, who owes it, by when, and the requirements that it upholds."""
    group = one.group if one.group and view.name(f"group/{one.group}") != one.owed_by else None
    return phrase(
        f"{choice(view, 'cadences', one.cadence)}, owed by {'each agency' if one.each_agency else the(one.owed_by)}",
        *((", overseen by ", Link(f"group/{group}", the(view.name(f"group/{group}")))) if group else ()),
        f". {due(one, view.partnership.arrears_days)}",
        *((" Upholds ", enumerated(_requirements(one)), ".") if one.requirements else ()),
    )


def _requirements(one: Obligation) -> Iterator[Link]:
    return (Link(f"requirement/{id}", id.upper()) for id in one.requirements)


def due(one: Obligation, arrears: int) -> str:
    """Return when an obligation is due in its period, and why; `arrears` are the usual days after the period's end."""
    days = one.due.days if one.due else arrears
    reason = one.due.reason if one.due else None
    when = f"{plural(abs(days), 'day')} {'after' if days > 0 else 'before'} the period ends"
    said = f"Due {when if days else 'by the end of the period'}"
    return f"{said}: {inside(reason).removesuffix('.')}." if reason else f"{said}."


def _history(view: View, one: Obligation, past: Sequence[ObligationStanding]) -> Table:
    columns = [Column("Period"), Column("How it stood"), Column("Done by" if one.each_agency else "By what")]
    rows = [(each.period.label, state_in_period(one, each), _discharge(view, one, each)) for each in reversed(past)]
    return Table(f"{one.title}, newest period first", columns, rows, stack=True, hide_caption=True)


def state_in_period(one: Obligation, each: ObligationStanding) -> Stack:
    """Return how an obligation stood in a period, how many agencies had met it, and when it was due and met."""
    met = f", met {short_day(each.done)}" if each.done else ""
    return stack(
        states.OBLIGATIONS[each.state],
        f"{each.met} of {plural(each.owed, 'agency', 'agencies')}" if one.each_agency else None,
        Phrase((f"Due {short_day(each.due)}{met}",), soft=True),
    )


def _discharge(view: View, one: Obligation, each: ObligationStanding) -> Blocks | None:
    """What discharged an obligation in a period, who did not, and why anyone was excused."""
    said: list[Any] = []
    if one.each_agency:
        first = {duty.agency: record for duty in each.duties for record in reversed(duty.records) if view.named(record)}
        if first:
            said.append(Paragraph(enumerated(Link(record, view.name(f"agency/{id}")) for id, record in first.items())))
        if each.outstanding and each.state == "late":
            missing = links(f"agency/{id}" for id in each.outstanding)
            said.append(Paragraph(phrase(Strong("Not from"), " ", missing)))
    else:
        records = [record for duty in each.duties for record in duty.records[:MOST_RECORDS] if view.named(record)]
        said += [Entries([Link(record) for record in records])] if records else []
    said += [Paragraph(phrase(Strong("Excused:"), f" {reason}")) for reason in each.reasons]
    return Blocks(said) if said else None
