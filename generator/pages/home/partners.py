"""The partners' home page: how things stand, what is late, what each agency owes, what is due and what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from generator.assurance.calendar.news import news
from generator.assurance.calendar.schedule import Event, of_agency, overdue, schedule
from generator.assurance.figures.standing import signals
from generator.assurance.obligations.standing import MET, standings
from generator.edition import View
from generator.model.agency import Agency
from generator.model.audit import Audit
from generator.model.group import Group
from generator.model.indicator import Indicator
from generator.model.meeting import Meeting
from generator.model.opinion import Opinion
from generator.page import Page
from generator.wording import the
from generator.wording.units import written

SOON, LATELY = timedelta(weeks=6), timedelta(weeks=6)


def pages(view: View) -> Iterator[Page]:
    if not view.public:
        yield Page(
            path="index.md",
            template="home/home.md.jinja",
            title="Home",
            description=f"How the quality assurance of {the(view.partnership.title)} stands on one page.",
            context=_context(view),
            layout="home",
        )


def _context(view: View) -> Mapping[str, Any]:
    found = view.assessment
    events = schedule(view.register, found, date.min, view.day + timedelta(days=366))
    late = overdue(events, view.day)
    now = standings(found.duties, view.day)
    meeting = _next_meeting(view)
    group = view.get(Group, meeting.group) if meeting else None
    return {
        "now": now,
        "met": [one for one in now if one.state in MET],
        "missed": [one for one in now if one.state == "late" or one.missed],
        "running": [(audit, found.windows[audit.id]) for audit in view.all(Audit) if _running(view, audit)],
        "open": [one for one in found.actions if one.open],
        "overdue_actions": [one for one in found.actions if one.overdue],
        "kpi_waiting": [one for one in found.returns if one.state == "outstanding"],
        "tool_waiting": [one for one in found.participation if one.state == "not-returned" and _live(view, one.audit)],
        "meeting": meeting,
        "meeting_day": meeting.day if meeting else None,
        "meeting_group": (group.abbreviation or group.title) if group else "",
        "signals": list(_signals(view)),
        "weak": _weak(view),
        "late": late,
        "soon": [one for one in events if view.day <= one.day <= view.day + SOON and one.state == "due"],
        "news": news(view.register, found, view.withdrawn, view.day - LATELY),
        "agencies": list(_agencies(view, events, late)),
    }


def _running(view: View, audit: Audit) -> bool:
    window = view.assessment.windows.get(audit.id)
    return bool(window and window.week)


def _live(view: View, audit: str) -> bool:
    """Whether a return that has not come can still matter: the audit's findings are not presented."""
    return not view.assessment.windows[audit].finished


def _next_meeting(view: View) -> Meeting | None:
    """The next meeting of the group that owns the framework, or of any where none does."""
    ahead = [one for one in view.all(Meeting) if one.date >= view.day.isoformat() and not one.cancelled]
    owners = {one.id for one in view.all(Group) if one.owns_framework}
    own = [one for one in ahead if one.group in owners] or ahead
    return min(own, key=lambda one: one.date, default=None)


def _signals(view: View) -> Iterator[Mapping[str, Any]]:
    """Figures outside their usual range: those of concern first."""
    found = signals(view.assessment.figures, view.all(Indicator))
    for one in sorted(found, key=lambda one: (one.verdict != "concern", one.verdict, one.indicator.id)):
        if one.latest and (mean := one.chart.latest.mean) is not None:
            latest, usual = written(one.latest.value, one.indicator), written(round(mean, 1), one.indicator)
            yield {"signal": one, "indicator": one.indicator, "latest": latest, "usual": usual}


def _weak(view: View) -> list[Opinion]:
    """The newest opinion on each theme, where it gives limited assurance or none."""
    weak = {one.id for one in view.framework.opinion_levels if one.falls_short}
    newest: dict[str, Opinion] = {}
    for one in sorted(view.all(Opinion), key=lambda one: (one.date or date.min, one.id)):
        newest[one.theme] = one
    return [one for one in newest.values() if one.level in weak]


def _agencies(view: View, events: tuple[Event, ...], late: tuple[Event, ...]) -> Iterator[Mapping[str, Any]]:
    """For every agency that owes anything: what it is late with, and what comes next."""
    for agency in view.all(Agency):
        own = [one for one in of_agency(events, agency.id) if one.kind != "meeting"]
        if own:
            ahead = [one for one in own if one.state == "due" and one.day >= view.day]
            behind = [one for one in of_agency(late, agency.id) if one.state == "overdue"]
            actions = [one for one in view.assessment.actions if one.open and one.owner == f"agency/{agency.id}"]
            yield {"agency": agency, "late": behind, "next": ahead[0] if ahead else None, "actions": len(actions)}
