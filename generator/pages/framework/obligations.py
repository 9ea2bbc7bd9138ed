"""The calendar's obligations: what is done and when; for partners also how each stands, period by period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from generator.assurance.obligations.standing import MET, ObligationStanding, history, standings
from generator.components import Anchored, Column, Grid, GridCell, Lead, Link, Table, states
from generator.components.records import choice
from generator.edition import View
from generator.model.obligation import Obligation
from generator.page import Page
from generator.pages.framework import obligation
from generator.periods import short_label_of
from generator.wording import plural, the, unbroken

SOON, SHOWN = timedelta(weeks=6), 8
"""How soon an obligation must be due to be marked; how many quarters the table of quarterly obligations shows."""


def pages(view: View) -> Iterator[Page]:
    rows = {one.id: at for at, one in enumerate(view.framework.obligation_categories)}
    columns = {one.id: at for at, one in enumerate(view.framework.cadences)}
    found = sorted(
        view.all(Obligation),
        key=lambda one: (rows.get(one.category, 99), columns.get(one.cadence, 99), one.order, one.id),
    )
    if not found:
        return
    yield Page(
        path="framework/obligations.md",
        template="framework/obligations-public.md.jinja" if view.public else "framework/obligations.md.jinja",
        title="What we do and when" if view.public else "Obligations",
        description="Everything that the quality assurance calendar asks for, how often, and of whom.",
        context=_public(view, found) if view.public else _context(view, found),
        shows=tuple(("obligation", f"{one.id}#{one.id}") for one in found),
        kicker="Framework",
    )


def _public(view: View, found: Sequence[Obligation]) -> Mapping[str, Any]:
    """What the public page has: a lead, and a list of what is done for each cadence in use."""
    cadences = [one for one in view.framework.cadences if any(each.cadence == one.id for each in found)]
    said = f"How {the(view.partnership.title)} checks, all through the year, that adults are kept safe and heard."
    return {
        "lead": Lead(said),
        "cadences": [
            {"title": one.title, "table": _table(view, one.title, [each for each in found if each.cadence == one.id])}
            for one in cadences
        ],
    }


def _table(view: View, caption: str, found: Sequence[Obligation]) -> Table:
    rows = [
        (
            Anchored(one.id, one.title),
            choice(view, "obligation_categories", one.category),
            "Each agency" if one.each_agency else one.owed_by,
        )
        for one in found
    ]
    columns = [Column("What"), Column("Kind"), Column("Who sees to it")]
    return Table(caption, columns, rows, stack=True, hide_caption=True)


def _context(view: View, found: Sequence[Obligation]) -> Mapping[str, Any]:
    """Every obligation with how it stands, by category."""
    past = {id: list(each) for id, each in groupby(history(view.assessment.duties), lambda one: one.obligation)}
    now = {one.obligation: one for one in standings(view.assessment.duties, view.day)}
    return {
        "lead": lead(len(found), list(now.values())),
        "calendar": Link("calendar/index.md", "as the framework prints them"),
        "quarters": quarters(view, [one for one in found if one.id in past], past),
        "categories": [
            {
                "title": choice(view, "obligation_categories", category),
                "obligations": [
                    {
                        "title": one.title,
                        "anchor": one.id,
                        "body": obligation.body(view, one, now.get(one.id), past.get(one.id, []), SOON),
                    }
                    for one in each
                ],
            }
            for category, each in groupby(found, lambda one: one.category)
        ],
    }


def lead(asked: int, now: Sequence[ObligationStanding]) -> Lead:
    """Return how many obligations there are, how many are met in the present period and were missed in the last."""
    met = sum(one.state in MET for one in now)
    missed = sum(one.state == "late" or one.missed is not None for one in now)
    before = f", and {plural(missed, 'was', 'were')} missed in the period before" if missed else ""
    return Lead(
        f"The quality assurance calendar asks for {plural(asked, 'thing')}. In the present period {met or 'none'} "
        f"{'is' if met == 1 else 'are'} already met{before}."
    )


def quarters(view: View, found: Sequence[Obligation], past: Mapping[str, Sequence[ObligationStanding]]) -> Grid | None:
    """Return how the quarterly obligations stood in the last quarters that have begun, oldest first."""
    quarterly = {one.id for one in view.framework.cadences if one.months == 3}
    shown = [one for one in found if one.cadence in quarterly]
    periods = [one.names[0] for one in sorted({each.period for one in shown for each in past[one.id]})][-SHOWN:]
    if not periods:
        return None
    return Grid(
        f"Quarterly obligations, the last {plural(len(periods), 'quarter')}",
        [Link(f"#{one.id}", one.title) for one in shown],
        [unbroken(short_label_of(name, view.partnership.year_starts)) for name in periods],
        [_stood(past[one.id], periods) for one in shown],
        compact=True,
        corner="Obligation",
    )


def _stood(past: Sequence[ObligationStanding], periods: Sequence[str]) -> list[GridCell | None]:
    by = {one.period.names[0]: states.OBLIGATIONS[one.state] for one in past}
    return [GridCell(by[name].word, by[name].kind) if name in by else None for name in periods]
