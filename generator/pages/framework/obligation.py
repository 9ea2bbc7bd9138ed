"""The calendar's obligations: what is done and when; for partners also how each stands, period by period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby

from generator.assurance.obligations.standing import ObligationStanding, history, standings
from generator.edition import View
from generator.model.obligation import Obligation
from generator.page import Page

SOON, SHOWN = timedelta(weeks=6), 8


def pages(view: View) -> Iterator[Page]:
    rows = {one.id: at for at, one in enumerate(view.framework.obligation_categories)}
    columns = {one.id: at for at, one in enumerate(view.framework.cadences)}
    obligations = sorted(
        view.all(Obligation),
        key=lambda one: (rows.get(one.category, 99), columns.get(one.cadence, 99), one.order, one.id),
    )
    if not obligations:
        return
    quarterly = {one.id for one in view.framework.cadences if one.months == 3}
    past = {id: list(each) for id, each in groupby(history(view.assessment.duties), lambda one: one.obligation)}
    yield Page(
        path="framework/obligations.md",
        template="framework/obligations-public.md.jinja" if view.public else "framework/obligations.md.jinja",
        title="What we do and when" if view.public else "Obligations",
        description="Everything that the quality assurance calendar asks for, how often, and of whom.",
        context={
            "obligations": obligations,
            "cadences": [(name, [one for one in obligations if one.cadence == name]) for name in columns],
            "now": {one.obligation: one for one in standings(view.assessment.duties, view.day)},
            "past": past,
            "quarterly": sorted(quarterly),
            "near": view.day + SOON,
            "periods": _periods(past, [one for one in obligations if one.cadence in quarterly]),
        },
        shows=tuple(("obligation", f"{one.id}#{one.id}") for one in obligations),
        kicker="Framework",
    )


def _periods(past: Mapping[str, Sequence[ObligationStanding]], quarterly: list[Obligation]) -> list[str]:
    """The last quarters that have begun, oldest first: the columns of one picture of all quarterly obligations."""
    found = {one.period for duty in quarterly for one in past.get(duty.id, ())}
    return [period.names[0] for period in sorted(found)][-SHOWN:]
