"""A meeting's agenda: each item with its front sheet, its papers, what this site shows of it, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.assurance.audits.windows import Window
from generator.components import Blocks, Callout, Column, Facts, Link, Paragraph, Prose, Strong, Table, links, phrase
from generator.edition import View
from generator.model.audit import Audit
from generator.model.group import Group
from generator.model.meeting import AgendaItem, Meeting
from generator.model.programme import PlannedAudit, Programme
from generator.periods import Year
from generator.wording import listed, short_day

DECIDED = frozenset({"findings", "approval", "audit-notice"})
"""The kinds of agenda item that need a decision, and so a front sheet that says which and why."""
_SHOWN_ON = {
    "action-plans": ("action-plan", "action-plans/index.md", "Every action as it stands"),
    "assurance": ("requirement", "assurance/index.md", "Where assurance is weak"),
    "dashboard": ("indicator", "performance/index.md", "The figures as they stand"),
    "forward-plan": ("programme", "audits/forward-plan.md", "The whole forward plan"),
    "good-practice": ("good-practice", "learning/good-practice/index.md", "Good practice"),
    "inspections": ("inspection", "reviews/inspections/index.md", "Inspections"),
    "risks": ("risk", "assurance/risks/index.md", "Every risk as it stands"),
    "sar-review": ("sar", "reviews/sars/index.md", "Every referral and review as it stands"),
    "single-agency": ("report", "assurance/reports/index.md", "What each agency reported"),
    "voice": ("voice", "learning/voice/index.md", "What adults said to agencies"),
}
"""For each kind of agenda item: the record type that must be in use, the page to link to, and the link's words."""


def incomplete(meeting: Meeting, group: Group | None) -> Callout | None:
    """Return which items lack a purpose or the decision sought, and which standing items are not on the agenda."""
    thin = [one.title for one in meeting.agenda if one.kind in DECIDED and not (one.purpose and one.decision_sought)]
    there = {one.id for one in meeting.agenda} | {one.kind for one in meeting.agenda}
    missing = [one.title for one in group.standing_items if one.id not in there] if group else []
    said = []
    if thin:
        said.append(Paragraph(f"No purpose or no decision sought yet: {listed(thin)}."))
    if missing:
        said.append(Paragraph(f"Standing items not on the agenda: {listed(missing)}."))
    return Callout("attention", "The pack is not complete", Blocks(said)) if said else None


def item(view: View, meeting: Meeting, one: AgendaItem, coming: bool) -> dict[str, Any]:
    """Return what the page says of an item of the agenda.

    Before the meeting (`coming`) that includes a link to the page of this site on its subject, if there is one, and the
    plan for the item of kind `forward-plan`.
    """
    decisions = [each.text for each in meeting.minutes.decisions if each.item == one.id] if meeting.minutes else []
    shown = _SHOWN_ON.get(one.kind) if coming else None
    return {
        "title": one.title,
        "anchor": one.id,
        "front_sheet": front_sheet(one),
        "papers": phrase("Papers: ", links(one.about)) if one.about else None,
        "on_this_site": phrase("On this site: ", Link(*shown[1:])) if shown and view.uses(shown[0]) else None,
        "plan": _forward_plan(view, meeting.day) if coming and one.kind == "forward-plan" and meeting.day else None,
        "decided": phrase(Strong("Decided:"), f" {' '.join(decisions)}") if decisions else None,
    }


def front_sheet(one: AgendaItem) -> Facts | None:
    """Return who presents an item, its purpose, the decision sought, its risks and equality, each where it is known."""
    known = (
        ("Presented by", one.presented_by),
        ("Purpose", one.purpose),
        ("Decision sought", one.decision_sought),
        ("Risks to weigh", Prose(one.risks) if one.risks else None),
        ("Equality", Prose(one.equality) if one.equality else None),
    )
    pairs = [(name, value) for name, value in known if value]
    return Facts(pairs) if pairs else None


def _forward_plan(view: View, day: date) -> Table | None:
    """The audits that run or are planned, and where each will be on the day of the meeting."""
    rows = [
        (Link(f"audit/{audit.id}", audit.title), at_meeting(window, day, view.day), next_milestone(window))
        for audit, window in _running(view)
    ]
    planned = [(one.theme, f"Planned for {one.quarter[-2:].upper()}", None) for one in _planned(view, day)]
    columns = [Column("Audit"), Column("At the meeting"), Column("Next milestone")]
    return Table("The forward plan as it stands", columns, [*rows, *planned], stack=True) if rows or planned else None


def at_meeting(window: Window, meeting: date, today: date) -> str:
    """Return where an audit will be on the day of a meeting: its week, or that it starts later or is past its weeks."""
    if window.starts <= meeting <= window.ends:
        return f"Week {(meeting - window.starts).days // 7 + 1} of {window.weeks}"
    return f"Starts {short_day(window.starts)}" if window.starts > today else "Past its window"


def next_milestone(window: Window) -> str | None:
    """Return the first milestone that has not happened, and the last day on which it is in time."""
    step = next((one for one in window.milestones if one.actual is None), None)
    return f"{step.title}, by {short_day(step.latest)}" if step else None


def _running(view: View) -> Sequence[tuple[Audit, Window]]:
    """The audits with a window that are not finished, by their start."""
    windows = view.assessment.windows
    found = [(one, windows[one.id]) for one in view.all(Audit) if one.id in windows]
    return sorted((one for one in found if not one[1].finished), key=lambda one: one[1].starts)


def _planned(view: View, day: date) -> Sequence[PlannedAudit]:
    """The audits of the year's programme that have no record yet."""
    programme = view.get(Programme, str(Year.of(day, view.partnership.year_starts)))
    dropped = {one.item for one in programme.changes if one.change == "dropped"} if programme else set()
    planned = programme.audits if programme else ()
    return [one for one in planned if one.id not in dropped and view.get(Audit, one.audit) is None]
