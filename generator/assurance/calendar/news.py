"""What happened recently: records agreed, published or withdrawn, audit milestones, meetings held, actions closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.assurance.assessment import Assessment
from generator.model.framework import Framework
from generator.model.meeting import Meeting
from generator.register import Register

Happening = Literal["published", "agreed", "withdrawn", "milestone", "held", "closed", "reviewed"]


@dataclass(frozen=True, order=True)
class News:
    """One dated fact about a record or an item of it (`audit/2026-falls#audit-day`); `detail` is its text, if it has
    one.
    """

    day: date
    about: str
    what: Happening
    detail: str = ""

    @property
    def id(self) -> str:
        """A lasting id of the fact: `audit/2026-falls#audit-day/milestone/2026-06-03`."""
        return f"{self.about}/{self.what}/{self.day}"


def news(
    register: Register, assessment: Assessment, withdrawn: Iterable[tuple[str, str, date]], since: date
) -> tuple[News, ...]:
    """Return what happened since a day, newest first. `withdrawn` is what was published and taken down again."""
    gone = [(type, id, day) for type, id, day in withdrawn]
    found = {
        *_staged(register),
        *(News(day, f"{type}/{id}", "withdrawn") for type, id, day in gone),
        *_audits(assessment),
        *_records(register),
        *_actions(assessment),
    }
    return tuple(sorted((one for one in found if since <= one.day <= assessment.day), reverse=True))


def _staged(register: Register) -> Iterator[News]:
    """Each record whose last stage is agreed or published."""
    for entry in register.each():
        last = entry.record.last_stage
        if last.date and last.stage in _STEPS:
            yield News(last.date, f"{entry.type}/{entry.id}", _STEPS[last.stage])


_STEPS: dict[str, Happening] = {"agreed": "agreed", "published": "published"}


def _audits(assessment: Assessment) -> Iterator[News]:
    for window in assessment.windows.values():
        for step in window.milestones:
            if step.actual:
                yield News(step.actual, f"audit/{window.audit}#{step.id}", "milestone", step.title)


def _records(register: Register) -> Iterator[News]:
    for meeting in register.all(Meeting):
        if meeting.minutes and meeting.minutes.held:
            yield News(meeting.minutes.held, f"meeting/{meeting.id}", "held")
    for framework in register.all(Framework):
        for review in framework.reviews:
            if review.date:
                yield News(review.date, f"framework/{framework.id}", "reviewed", review.outcome)


def _actions(assessment: Assessment) -> Iterator[News]:
    for one in assessment.actions:
        if one.closed and one.status != "withdrawn":
            yield News(one.closed, f"action-plan/{one.plan}#{one.action}", "closed", one.text)
