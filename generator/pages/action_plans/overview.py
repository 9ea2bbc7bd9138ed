"""The index of action plans: what is open, overdue and moved over all of them, who owns what, and every plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.assurance.actions.progress import Share, ageing, shares
from generator.assurance.actions.status import SOON, ActionState
from generator.charts.action_ageing import action_ageing
from generator.components import (
    Badge,
    Bar,
    Cards,
    Column,
    Figure,
    Lead,
    Link,
    Phrase,
    Stat,
    Table,
    links,
    stack,
    states,
)
from generator.components.owners import needed, owner
from generator.edition import View
from generator.model.action_plan import ActionPlan
from generator.page import Page
from generator.pages.action_plans.progress import progress
from generator.register.names import short_name
from generator.wording import plural, short_day, times


def pages(view: View) -> Iterator[Page]:
    plans = view.all(ActionPlan)
    if not plans:
        return
    every = view.assessment.actions
    by_plan = {plan.id: [one for one in every if one.plan == plan.id] for plan in plans}
    open = sorted((one for one in every if one.open), key=lambda one: (one.due, one.plan, one.action))
    effects = sum(bool(action.impact) for plan in plans for action in plan.actions)
    newest = sorted(plans, key=lambda plan: _newest(by_plan[plan.id]), reverse=True)
    owned = shares(every)
    yield Page(
        path="action-plans/index.md",
        template="action-plans/action-plans.md.jinja",
        title="Action plans",
        description="Every action of the partnership: what is open, what is overdue, who owns it and what came of it.",
        context={
            "lead": lead(open),
            "stats": stats(open, len(every), effects),
            "ageing": Figure(action_ageing(ageing(every))) if open else None,
            "progress": progress(view, every),
            "open": _open(view, open) if open else None,
            "owners": _owners(view, owned) if owned else None,
            "plans": _plans(view, newest, by_plan),
        },
    )


def _newest(states: Sequence[ActionState]) -> tuple[str, str]:
    return max(((one.set.isoformat(), one.plan) for one in states), default=("", ""))


def lead(open: Sequence[ActionState]) -> Lead:
    """Return how many actions are open, and how many of them are overdue, the longest by how many days."""
    if not open:
        return Lead("No action is open.")
    said = f"{plural(len(open), 'action').capitalize()} {'is' if len(open) == 1 else 'are'} open."
    late = [one.days_late for one in open if one.overdue]
    left = needed(sum(one.owner_left is not None for one in open))
    handover = f" {left}." if left else ""
    if not late:
        return Lead(f"{said} None is overdue.{handover}")
    are = "is" if len(late) == 1 else "are"
    return Lead(f"{said} {len(late)} {are} overdue, the longest by {plural(max(late), 'day')}.{handover}")


def stats(open: Sequence[ActionState], every: int, effects: int) -> Cards:
    """Return how many actions are open, overdue, due soon and moved, and how many made a recorded difference."""
    late = [one.days_late for one in open if one.overdue]
    near, moved = sum(one.soon for one in open), sum(bool(one.moved) for one in open)
    left = sum(one.owner_left is not None for one in open)
    place = "#open-actions" if open else ""
    longest = f"by {plural(max(late), 'day')} at most" if late else "none is late"
    return Cards(
        [
            Stat(len(open), "open", f"of {every} set", "", place),
            Stat(len(late), "overdue", longest, "poor" if late else "good", place if late else ""),
            *([Stat(left, "to be given to a new owner", "theirs has left", "poor", place)] if left else []),
            Stat(near, "due soon", f"within {SOON} days", "attention" if near else "good", place),
            Stat(moved, "open with a moved date", "at least once", "attention" if moved else "good", place),
            Stat(effects, "with a difference recorded", "what changed for adults"),
        ],
        "small",
    )


def _open(view: View, open: Sequence[ActionState]) -> Table:
    columns = [Column(title) for title in ("Action", "Owner", "Due", "How it stands")]
    rows = [
        (
            stack(Link(f"action-plan/{one.plan}#{one.action}", one.text), _soft(view.name(f"action-plan/{one.plan}"))),
            owner(view, one.owner),
            stack(short_day(one.due), _soft(lateness(one))),
            states.action(one),
        )
        for one in open
    ]
    return Table("Every open action, the longest overdue first", columns, rows, stack=True)


def _soft(text: str) -> Phrase | None:
    return Phrase((text,), soft=True) if text else None


def lateness(one: ActionState) -> str:
    """Return how late an action is or how soon it is due, and how often its date was moved; empty if none applies."""
    when = f"{plural(one.days_late, 'day')} late" if one.overdue else ""
    soon = f"in {plural(one.days_left, 'day')}" if one.soon else ""
    moved = f"moved {times(one.moved)}" if one.moved else ""
    return ", ".join(said for said in (when or soon, moved) if said)


def _owners(view: View, owned: Sequence[Share]) -> Table:
    numbers = ("Open", "Overdue", "Due soon", "Open and moved", "Closed")
    columns = [
        Column("Owner"),
        *(Column(title, number=True) for title in numbers),
        Column("Closed by the date first set"),
    ]
    rows = [
        (
            owner(view, one.owner, open=one.open > 0),
            one.open,
            Badge(str(one.overdue), "poor") if one.overdue else 0,
            one.soon,
            one.moved,
            one.closed,
            _on_time(one),
        )
        for one in owned
    ]
    return Table("Who owns what, the most overdue first", columns, rows, stack=True)


def _on_time(one: Share) -> Bar | None:
    if not one.decided:
        return None
    withdrawn = f", {one.closed - one.decided} withdrawn" if one.closed > one.decided else ""
    return Bar(one.on_time, one.decided, f"{one.on_time} of {one.decided}{withdrawn}")


def _plans(view: View, plans: Sequence[ActionPlan], by_plan: Mapping[str, Sequence[ActionState]]) -> Table:
    columns = [Column(title) for title in ("Plan", "Arises from", "Stage", "Actions closed", "How it stands")]
    rows = [_plan(view, plan, by_plan[plan.id]) for plan in plans]
    return Table("Every plan, newest first", columns, rows, stack=True)


def _plan(view: View, plan: ActionPlan, own: Sequence[ActionState]) -> tuple[Any, ...]:
    agreed = plan.last_stage.stage in ("agreed", "published")
    closed = sum(not one.open for one in own)
    return (
        Link(f"action-plan/{plan.id}", short_name(view.register, "action-plan", plan.id)),
        links(plan.arises_from),
        Badge("Agreed", "good") if agreed else states.stage(plan) or None,
        Bar(closed, len(own), f"{closed} of {len(own)}") if own else None,
        standing(own),
    )


def standing(own: Sequence[ActionState]) -> Badge | None:
    """Return how a plan's actions stand together; None for a plan without actions."""
    late = sum(one.overdue for one in own)
    if late:
        return Badge(f"{late} overdue", "poor")
    if not own:
        return None
    return Badge("None overdue", "info") if any(one.open for one in own) else Badge("All closed", "good")
