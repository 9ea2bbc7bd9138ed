"""A page for each action plan: how it stands, a table of its actions, and each with what happened and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.charts.action_dates import action_dates
from generator.components import (
    Badge,
    Byline,
    Column,
    Facts,
    Figure,
    Lead,
    Link,
    Passage,
    Phrase,
    Table,
    links,
    phrase,
    stack,
    states,
)
from generator.components.owners import needed, owner
from generator.edition import View
from generator.model.action_plan import Action, ActionPlan
from generator.page import Page
from generator.pages.action_plans.action import action
from generator.pages.action_plans.progress import progress
from generator.wording import day, plural, short_day, the

Numbered = tuple[int, Action, ActionState | None]


def pages(view: View) -> Iterator[Page]:
    for plan in view.all(ActionPlan):
        yield _page(view, plan, [one for one in view.assessment.actions if one.plan == plan.id])


def _page(view: View, plan: ActionPlan, known: Sequence[ActionState]) -> Page:
    by_id = {one.action: one for one in known}
    actions: list[Numbered] = [(number, one, by_id.get(one.id)) for number, one in enumerate(plan.actions, 1)]
    named = [(f"{number}. {_owner(view, one)}", state) for number, one, state in actions if state]
    return Page(
        path=f"action-plans/{plan.id}.md",
        template="action-plans/action-plan.md.jinja",
        title=plan.title,
        description=f"{plan.title}: who does what by when, how each action goes and what difference it made.",
        context={
            "byline": byline(plan),
            "lead": lead(known),
            "summary": Passage(plan.summary) if plan.summary else None,
            "arises_from": Facts([("Arises from", links(plan.arises_from))]),
            "glance": _action_table(view, plan, actions) if named else None,
            "dates": Figure(action_dates(named, view.day)) if named else None,
            "progress": progress(view, known),
            "actions": [action(view, *one) for one in actions],
        },
        record=("action-plan", plan.id),
        shows=tuple(("action-plan", f"{plan.id}#{one.id}") for one in plan.actions),
        kicker="Action plan",
    )


def _owner(view: View, one: Action) -> str:
    owner = view.named(one.owner)
    return owner.title if owner else "No owner"


def byline(plan: ActionPlan) -> Byline | None:
    """Return when, and by whom or at which meeting, a plan was agreed; else the stage it has reached."""
    last = plan.last_stage
    if last.stage != "agreed":
        said = states.stage(plan)
        return Byline([said]) if said else None
    by: Any = Link(f"meeting/{last.meeting}") if last.meeting else the(last.role) if last.role else None
    word = " at " if last.meeting else " by "
    return Byline([Badge("Agreed", "good"), phrase(day(last.date), word if by else None, by)])


def lead(known: Sequence[ActionState]) -> Lead:
    """Return how many of a plan's actions are closed and overdue, and when the next is due."""
    if not known:
        return Lead("No action has been set yet.")
    closed, late = sum(not one.open for one in known), sum(one.overdue for one in known)
    said = f"{plural(closed, 'action').capitalize()} of {len(known)} {'is' if closed == 1 else 'are'} closed"
    overdue = f", {late} {'is' if late == 1 else 'are'} overdue" if late else ""
    left = needed(sum(one.owner_left is not None for one in known))
    ahead = min((one.due for one in known if one.open and not one.overdue), default=None)
    overdue += f", {left}" if left else ""
    return Lead(f"{said}{overdue}.{f' Next due: {day(ahead)}.' if ahead else ''}")


def _action_table(view: View, plan: ActionPlan, actions: Sequence[Numbered]) -> Table:
    rows = [
        (
            phrase(f"{number}. ", Link(f"action-plan/{plan.id}#{one.id}", one.text)),
            owner(view, one.owner, open=state.open),
            _due(state),
            states.action(state),
        )
        for number, one, state in actions
        if state
    ]
    columns = [Column(title) for title in ("Action", "Owner", "Due", "How it stands")]
    return Table("The actions of this plan", columns, rows, stack=True)


def _due(state: ActionState) -> Any:
    moved = f"first {short_day(state.original)}, moved by {plural(state.slipped_days, 'day')}"
    return stack(short_day(state.due), Phrase((moved,), soft=True) if state.moved else None)
