"""How actions stand: overdue is derived, moved dates are kept, progress is counted by the day."""

from __future__ import annotations

from datetime import date

from generator.assurance.actions.progress import ageing, burn_up, month_ends, shares
from generator.assurance.actions.status import ActionState, state
from generator.model.action_plan import Action, ActionUpdate, DueRevision

SET, DUE = date(2026, 4, 1), date(2026, 6, 30)


def action(*updates: tuple[date, str], moved: tuple[tuple[date, date], ...] = ()) -> Action:
    return Action(
        id="a1",
        set=SET,
        text="Do it.",
        owner="agency/council",
        due=DUE,
        updates=tuple(ActionUpdate(date=day, status=status) for day, status in updates),
        revisions=tuple(DueRevision(date=day, due=due, reason="Because.") for day, due in moved),
    )


def on(day: date, one: Action) -> ActionState:
    return state("plan", one, SET, DUE, day)


def test_an_action_is_overdue_the_day_after_its_date_and_not_on_it() -> None:
    assert on(DUE, action()).standing == "not-started"
    assert on(DUE, action()).soon
    late = on(date(2026, 7, 1), action((SET, "on-track")))
    assert (late.standing, late.days_late, late.days_left, late.soon) == ("overdue", 1, -1, False)


def test_a_moved_date_is_the_one_that_counts_and_the_first_is_kept() -> None:
    moved = on(date(2026, 7, 15), action(moved=((date(2026, 6, 20), date(2026, 8, 1)),)))
    assert not moved.overdue
    assert (moved.original, moved.due, moved.moved, moved.slipped_days) == (DUE, date(2026, 8, 1), 1, 32)


def test_an_action_complete_and_later_embedded_was_closed_when_complete() -> None:
    one = on(date(2027, 1, 1), action((date(2026, 6, 1), "complete"), (date(2026, 12, 1), "embedded")))
    assert (one.closed, one.standing, one.on_time) == (date(2026, 6, 1), "embedded", True)


def test_progress_counts_what_was_set_due_and_closed_by_each_day() -> None:
    states = [on(date(2026, 9, 1), action((date(2026, 7, 2), "complete"))), on(date(2026, 9, 1), action())]
    days = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 7, 31)]
    assert [(one.set, one.due, one.closed) for one in burn_up(states, days)] == [(0, 0, 0), (2, 2, 0), (2, 2, 1)]


def test_months_end_on_their_last_day_and_the_last_one_today() -> None:
    days = list(month_ends(date(2026, 1, 31), date(2026, 3, 15)))
    assert days == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 15)]
    assert list(month_ends(date(2026, 1, 31), date(2026, 1, 31))) == [date(2026, 1, 31)]


def test_every_open_action_is_in_one_band_of_age() -> None:
    days = [date(2026, 5, 1), date(2026, 5, 31), DUE, date(2026, 7, 30), date(2026, 7, 31), date(2026, 9, 29)]
    counts = dict(ageing([on(day, action()) for day in days] + [on(days[-1], action((SET, "withdrawn")))]))
    assert list(counts.values()) == [1, 1, 1, 2, 1]


def test_owners_with_overdue_actions_come_first() -> None:
    late = on(date(2026, 7, 5), action())
    fine = ActionState(**{**vars(late), "owner": "agency/a", "overdue": False, "days_left": 5})
    done = on(date(2026, 7, 5), action((date(2026, 7, 1), "complete")))
    first, second = shares([fine, late, done])
    assert (first.owner, first.open, first.overdue, first.closed) == ("agency/council", 1, 1, 1)
    assert (first.on_time, first.decided) == (0, 1)
    assert (second.owner, second.soon) == ("agency/a", 1)
