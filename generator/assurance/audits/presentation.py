"""Which audits had their findings presented, and which audit a reference is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.audit import Audit
from generator.model.findings_report import FindingsReport
from generator.model.methodology import Methodology
from generator.problem import Place
from generator.register import Register

PRESENTATION = "presentation"
"""The role of the milestone at which findings are presented."""


@dataclass(frozen=True)
class Presentation:
    """A joint audit, the day its findings were presented, and the record and place that say so."""

    audit: str
    day: date
    place: Place
    report: FindingsReport | None


def presentations(register: Register) -> Iterator[Presentation]:
    """Yield each audit that was presented, by its own milestone or else by its findings report (R36, R47)."""
    for entry, audit in register.of(Audit):
        if not register.framework.is_joint(audit.kind):
            continue
        report = register.get(FindingsReport, audit.id)
        written = register.entry(FindingsReport, audit.id)
        days = {one.milestone: (one.actual, at) for at, one in enumerate(audit.milestones)}
        day, at = days.get(milestone_id(register, audit, PRESENTATION), (None, 0))
        if day:
            yield Presentation(audit.id, day, entry.place("milestones", at, "actual"), report)
        elif written and report and report.presented_on:
            yield Presentation(audit.id, report.presented_on, written.place("presented_on"), report)


def milestone_id(register: Register, audit: Audit, role: str) -> str:
    """Return the id that the audit's methodology gives the milestone of a role; nothing where it has none."""
    methodology = register.get(Methodology, audit.methodology)
    found = methodology.milestone(role) if methodology else None
    return found.id if found else ""


def audit_of(reference: str) -> str:
    """Return the id of the audit that `type/id` is about: an audit, its findings report or a return; empty for other
    types.
    """
    type, _, id = reference.partition("#")[0].partition("/")
    return id.partition("/")[0] if type in ("audit", "findings-report", "audit-return") else ""


def was_kept(register: Register, type: str, day: date) -> bool:
    """Return whether the type was in use on `day` and all its records can be read: only then can one be missing."""
    used = next((one for one in register.partnership.types_in_use if one.type == type), None)
    unreadable = register.has_unreadable(type)
    return used is not None and not unreadable and (used.tracked_from is None or used.tracked_from <= day)
