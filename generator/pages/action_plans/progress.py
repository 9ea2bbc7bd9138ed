"""The chart of actions over time, for one plan or all."""

from __future__ import annotations

from collections.abc import Sequence

from generator.assurance.actions.progress import burn_up, month_ends
from generator.assurance.actions.status import ActionState
from generator.charts.action_progress import action_progress
from generator.components import Figure
from generator.edition import View


def progress(view: View, states: Sequence[ActionState]) -> Figure | None:
    """Return the burn-up by month, up to the last closure or today; None where it has only one or two points."""
    ended = max((one.closed or view.day for one in states), default=view.day)
    last = max([ended, *(min(one.original, view.day) for one in states)])
    days = list(month_ends(min((one.set for one in states), default=view.day), last))
    return Figure(action_progress(list(burn_up(states, days)))) if len(days) > 2 else None
