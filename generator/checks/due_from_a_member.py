"""What is still to be done falls to an agency that belongs to the partnership when it is due.

Nothing is owed after an agency's last day. An open action, or a challenge that waits for its answer, which falls due
later needs a new owner: as a rule the agency that took the place of the one that left. What was due by that day is not
reported here: the pages of action plans and meetings show that it needs a new owner.

Wrong: `owner: agency/police` and `due: 2026-09-30`, when the police left on 31 March 2026.
Right: `owner: agency/regional-police`, which took its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from generator.assurance.actions.status import state
from generator.assurance.membership import gone, successor
from generator.model.action_plan import ActionPlan
from generator.model.agency import Agency
from generator.model.challenge import Challenge
from generator.model.meeting import Meeting
from generator.problem import Fault
from generator.register import Entry, Register
from generator.routes import Route
from generator.wording import shown

upholds = ("R45",)
level = "D"

_Owed: TypeAlias = tuple[Entry, Route, str, str | None, date | None]
"""A record, the place in it of who must act, what is to be done, who must, and by when."""


def problems(register: Register) -> Iterator[Fault]:
    for entry, route, what, who, due in (*_actions(register), *_undertakings(register), *_answers(register)):
        agency = gone(register, who or "", due) if due else None
        own = register.entry(Agency, agency.id) if agency else None
        if agency and own and due:
            heir = successor(register, agency, due)
            give = f"Give it to `agency/{heir}`, which took its place, or" if heir else "Give it"
            yield Fault(
                entry.place(*route),
                f"{what} is due on {shown(due)}; {agency.title} belongs until {shown(agency.left)}",
                f"{give} to another owner; or say why under `exceptions` with `rule: due-from-a-member`.",
                (own.place("left", note="its last day"),),
            )


def _actions(register: Register) -> Iterator[_Owed]:
    """Open actions of plans, each by its due date as last moved."""
    for entry, plan in register.of(ActionPlan):
        for position, one in enumerate(plan.actions):
            if one.set and one.due and (now := state(plan.id, one, one.set, one.due, one.due)).open:
                yield entry, ("actions", position, "owner"), f"action {one.id}", one.owner, now.due


def _undertakings(register: Register) -> Iterator[_Owed]:
    """What somebody undertook at a meeting and has not done."""
    for entry, meeting in register.of(Meeting):
        for position, one in enumerate(meeting.minutes.actions if meeting.minutes else ()):
            if one.done is None:
                yield entry, ("minutes", "actions", position, "owner"), f"action {one.id}", one.owner, one.due


def _answers(register: Register) -> Iterator[_Owed]:
    """Challenges that are neither answered nor ended."""
    for entry, one in register.of(Challenge):
        if one.response is None and one.outcome is None:
            yield entry, ("to", "body"), "the answer", one.to.body, one.response_due
