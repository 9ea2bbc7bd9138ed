"""Action plans: what is open, overdue and moved over all of them, and a page for each with every action's story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.assurance.actions.progress import ageing, burn_up, month_ends, shares
from generator.assurance.actions.status import SOON, ActionState
from generator.charts import Chart
from generator.charts.action_ageing import action_ageing
from generator.charts.action_dates import action_dates
from generator.charts.action_progress import action_progress
from generator.edition import View
from generator.model.action_plan import Action, ActionPlan
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    plans = view.all(ActionPlan)
    if not plans:
        return
    states = view.assessment.actions
    by_plan = {plan.id: [one for one in states if one.plan == plan.id] for plan in plans}
    yield Page(
        path="action-plans/index.md",
        template="action-plans/action-plans.md.jinja",
        title="Action plans",
        description="Every action of the partnership: what is open, what is overdue, who owns it and what came of it.",
        context={
            "states": states,
            "open": sorted((one for one in states if one.open), key=lambda one: (one.due, one.plan, one.action)),
            "soon": SOON,
            "plans": sorted(plans, key=lambda plan: _newest(by_plan[plan.id]), reverse=True),
            "by_plan": by_plan,
            "shares": shares(states),
            "ageing": action_ageing(ageing(states)) if any(one.open for one in states) else None,
            "progress": _progress(view, states),
            "titles": {plan.id: plan.title for plan in plans},
            "effects": sum(bool(action.impact) for plan in plans for action in plan.actions),
        },
    )
    for plan in plans:
        yield _page(view, plan, by_plan[plan.id])


def _newest(states: Sequence[ActionState]) -> tuple[str, str]:
    return max(((one.set.isoformat(), one.plan) for one in states), default=("", ""))


def _page(view: View, plan: ActionPlan, states: list[ActionState]) -> Page:
    known = {one.action: one for one in states}
    actions = [(number, action, known.get(action.id)) for number, action in enumerate(plan.actions, 1)]
    named = [(f"{number}. {_owner(view, action)}", state) for number, action, state in actions if state]
    return Page(
        path=f"action-plans/{plan.id}.md",
        template="action-plans/action-plan.md.jinja",
        title=plan.title,
        description=f"{plan.title}: who does what by when, how each action goes and what difference it made.",
        context={
            "plan": plan,
            "states": states,
            "actions": actions,
            "answered": {target: _said(view, target) for action in plan.actions for target in action.answers},
            "dates": action_dates(named, view.day) if named else None,
            "progress": _progress(view, states),
        },
        record=("action-plan", plan.id),
        shows=tuple(("action-plan", f"{plan.id}#{action.id}") for action in plan.actions),
        kicker="Action plan",
    )


def _owner(view: View, action: Action) -> str:
    owner = view.named(action.owner)
    return owner.title if owner else "No owner"


def _said(view: View, target: str) -> str | None:
    """The words of the finding or recommendation `type/id#item`, None where it is withheld."""
    whole, _, item = target.partition("#")
    type, _, id = whole.partition("/")
    entry = view.register.entries.get(type, {}).get(id)
    lists = [value for value in entry.value.values() if isinstance(value, list)] if entry else []
    found = next((one for held in lists for one in held if isinstance(one, dict) and one.get("id") == item), {})
    return found.get("statement") or found.get("text") or found.get("title")


def _progress(view: View, states: Sequence[ActionState]) -> Chart | None:
    """The burn-up by month, until the last was closed; once actions have been set for more than a month."""
    ended = max((one.closed or view.day for one in states), default=view.day)
    last = max([ended, *(min(one.original, view.day) for one in states)])
    days = list(month_ends(min((one.set for one in states), default=view.day), last))
    return action_progress(list(burn_up(states, days))) if len(days) > 2 else None
