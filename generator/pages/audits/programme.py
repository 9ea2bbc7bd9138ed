"""The forward plan: each year's audit programme as it stands, by quarter, with what changed and how targets are met."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.programme import year_plans
from generator.edition import View
from generator.model.programme import Programme
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    audits = view.audits
    plans = year_plans(view.register, audits, view.day)
    if not plans or not view.uses("programme"):
        return
    shows = [("programme", f"{one.year}#year-{one.year}") for one in view.all(Programme)]
    yield Page(
        path="audits/forward-plan.md",
        template="audits/forward-plan.md.jinja",
        title="Forward plan",
        description="The audit programme of each year, quarter by quarter: what was planned, changed and done.",
        context={
            "plans": plans,
            "plan": next((plan for plan in plans if view.day in plan.year), None),
            "standings": {one.audit.id: one for one in audits},
        },
        shows=tuple(shows),
    )
