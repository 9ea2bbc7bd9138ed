"""The cards of the partners' home page: one figure each, with how it stands and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.assurance.audits.windows import Window
from generator.assurance.figures.standing import IndicatorStanding
from generator.assurance.obligations.returns import Return
from generator.assurance.obligations.standing import MET, ObligationStanding
from generator.components import Cards, Stat
from generator.components.owners import needed
from generator.edition import View
from generator.model.audit import Audit
from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.wording import listed, plural


def stats(view: View, now: Sequence[ObligationStanding], unusual: Sequence[IndicatorStanding]) -> Cards:
    """Return the cards of what the partnership uses: obligations as they stand `now`, audits, actions, returns, figures
    outside their usual range, and the next meeting.
    """
    found, made = view.assessment, []
    if now:
        made.append(obligations(now))
    running = [(audit, found.windows[audit.id]) for audit in view.all(Audit) if _running(view, audit)]
    if running or view.uses("audit"):
        made.append(audits(running))
    if view.uses("action-plan"):
        made.append(actions([one for one in found.actions if one.open]))
    if view.uses("kpi-return", "audit-return"):
        late = [one for one in found.returns if one.state == "outstanding"]
        missing = [
            one for one in found.participation if one.state == "not-returned" and _findings_awaited(view, one.audit)
        ]
        made.append(returns(view, late, missing))
    if view.uses("kpi-return"):
        made.append(figures(unusual))
    meeting = next_meeting(view)
    if meeting and meeting.day:
        made.append(meeting_stat(view, meeting, meeting.day))
    return Cards(made, "small")


def obligations(now: Sequence[ObligationStanding]) -> Stat:
    """Return how many obligations are met, and how many were missed in the period before."""
    met = sum(one.state in MET for one in now)
    missed = sum(one.state == "late" or one.missed is not None for one in now)
    others = "the others are not yet due" if met < len(now) else "nothing is missing"
    note = f"{missed} missed in the period before" if missed else others
    return Stat(
        f"{met} of {len(now)}", "obligations met", note, "poor" if missed else "good", target="calendar/index.md"
    )


def audits(running: Sequence[tuple[Audit, Window]]) -> Stat:
    """Return the week of the audit that runs, or how many run and the week of each."""
    if len(running) == 1:
        audit, window = running[0]
        value = f"{window.week} of {window.weeks}"
        return Stat(value, "weeks of the audit under way", audit.title, target=f"audit/{audit.id}")
    weeks = "; ".join(f"{audit.title}, week {window.week}" for audit, window in running)
    return Stat(len(running) or "None", "audits under way", weeks, target="audits/index.md" if running else "")


def actions(open: Sequence[ActionState]) -> Stat:
    """Return how many actions are open, and how many of them are overdue."""
    late, left = sum(one.overdue for one in open), needed(sum(one.owner_left is not None for one in open))
    overdue = f"{late} overdue" if late else "none overdue"
    return Stat(
        len(open) or "None",
        "action open" if len(open) == 1 else "actions open",
        f"{overdue}, {left}" if left else overdue,
        "poor" if late or left else "good",
        "action-plans/index.md" if open else "",
    )


def returns(view: View, late: Sequence[Return], missing: Sequence[Part]) -> Stat:
    """Return how many returns are outstanding, of figures (`late`) and of audits (`missing`), and from whom."""
    waiting = len(late) + len(missing)
    kind = "poor" if waiting else "good"
    label = "return outstanding" if waiting == 1 else "returns outstanding"
    target = "performance/returns.md" if late else "audits/returns.md" if missing else ""
    ids = list(dict.fromkeys([*(one.agency for one in late), *(one.agency for one in missing)]))
    named = [view.name(f"agency/{id}") for id in ids[:2]] + ([f"{len(ids) - 2} more"] if len(ids) > 2 else [])
    note = f"from {listed(named)}" if named else "all that were due have come"
    return Stat(waiting or "None", label, note, kind, target)


def figures(unusual: Sequence[IndicatorStanding]) -> Stat:
    """Return how many figures are outside their usual range, and how many of those are of concern."""
    worse = sum(one.verdict == "concern" for one in unusual)
    return Stat(
        len(unusual) or "None",
        "figure outside its usual range" if len(unusual) == 1 else "figures outside their usual range",
        f"{worse} of concern" if worse else "none of concern",
        "poor" if worse else "good",
        "#signals" if unusual else "",
    )


def meeting_stat(view: View, meeting: Meeting, day: date) -> Stat:
    """Return when the next meeting is, of which group, and whether its agenda is ready."""
    group = view.get(Group, meeting.group)
    label = f"next meeting: {(group.abbreviation or group.title) if group else ''}"
    ready = bool(meeting.agenda) and all(one.purpose for one in meeting.agenda)
    note, kind = agenda(meeting), "good" if ready else "attention"
    return Stat(f"{day.day} {day:%b}", label, note, kind, f"meeting/{meeting.id}")


def agenda(meeting: Meeting) -> str:
    """Return how many items a meeting has, and how many of them lack a front sheet."""
    if not meeting.agenda:
        return "no agenda yet"
    bare = sum(not one.purpose for one in meeting.agenda)
    sheets = f"{bare} without a front sheet" if bare else "every front sheet is in"
    return f"{plural(len(meeting.agenda), 'item')}, {sheets}"


def next_meeting(view: View) -> Meeting | None:
    """Return the next meeting of the group that owns the framework, or of any group where none does."""
    ahead = [one for one in view.all(Meeting) if one.date >= view.day.isoformat() and not one.cancelled]
    owners = {one.id for one in view.all(Group) if one.owns_framework}
    own = [one for one in ahead if one.group in owners] or ahead
    return min(own, key=lambda one: one.date, default=None)


def _running(view: View, audit: Audit) -> bool:
    window = view.assessment.windows.get(audit.id)
    return bool(window and window.week)


def _findings_awaited(view: View, audit: str) -> bool:
    """Whether the audit's findings are not yet presented, so that an outstanding return is still of use."""
    return not view.assessment.windows[audit].finished
