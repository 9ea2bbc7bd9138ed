"""Findings were presented on one day.

An audit says when its findings were presented, and so does its findings report: by a date of its own or by the meeting
that heard them. It is one event, so that two days can't both be right.

Wrong: the milestone `presented` on 24 September 2026, and `presented_on: 2026-07-02` in the findings report.
Right: 2 July 2026 in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.audits.presentation import PRESENTATION, milestone_id
from generator.model.audit import Audit
from generator.model.findings_report import FindingsReport
from generator.model.meeting import Meeting
from generator.problem import Fault
from generator.register import Register
from generator.wording import shown

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, report in register.of(FindingsReport):
        audit = register.entry(Audit, report.audit)
        held = _held(register, report.presented)
        day = report.presented_on or held
        if held and held != day:  # meeting-decides-on-its-day reports it
            continue
        held_by = audit.record if audit and isinstance(audit.record, Audit) else None
        milestones = held_by.milestones if held_by else ()
        presented = milestone_id(register, held_by, PRESENTATION) if held_by else ""
        for at, one in enumerate(milestones):
            if audit and day and one.milestone == presented and one.actual and one.actual != day:
                yield Fault(
                    entry.place("presented_on" if report.presented_on else "presented"),
                    f"the findings were presented on {shown(day)} by this report, "
                    f"and on {shown(one.actual)} by the audit",
                    "Correct whichever is wrong.",
                    (audit.place("milestones", at, "actual", note="the audit's milestone"),),
                )


def _held(register: Register, id: str | None) -> date | None:
    meeting = register.get(Meeting, id)
    return meeting.minutes.held if meeting and meeting.minutes else None
