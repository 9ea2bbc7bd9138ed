"""The page of each audit: its weeks, who returned, how it was done, what was found and what is being done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import checks
from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.assurance.audits.programme import year_plans
from generator.assurance.audits.standing import AuditStanding
from generator.assurance.audits.windows import MilestoneStanding
from generator.components import (
    Badge,
    Byline,
    Cards,
    Column,
    Facts,
    Lead,
    Link,
    Passage,
    Stat,
    Table,
    agencies,
    links,
    states,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.lists import title
from generator.model.methodology import Methodology
from generator.page import Page
from generator.pages.audits import answers as answered
from generator.pages.audits import findings, returned, week_table
from generator.pages.audits.records import returns_by_audit, tools_of
from generator.periods import Year
from generator.problem import Problem
from generator.wording import day, listed, plural

_SHOWN_ELSEWHERE = {"action-plan", "audit-return", "findings-report", "programme"}
"""Types left out of the list of records that refer to an audit: its page shows them in sections of their own."""
_SHOWN_ABOVE = ("briefing", "good-practice")
_IN_CHECKING = ("draft", "accuracy-check")
_MODES = {"in-person": "In person", "hybrid": "In the room and online", "remote": "Online"}


def pages(view: View) -> Iterator[Page]:
    returns, found = returns_by_audit(view), answers(view.register, view.assessment.actions)
    plans = year_plans(view.register, view.audits, view.day)
    years = {slot.audit: plan.year for plan in plans for slot in plan.slots if slot.first}
    for one in view.audits:
        yield _page(view, one, returns.get(one.audit.id, ()), found, years.get(one.audit.id))


def _page(
    view: View,
    one: AuditStanding,
    returns: Sequence[AuditReturn],
    found: Mapping[str, tuple[ActionState, ...]],
    year: Year | None,
) -> Page:
    audit, report, named = one.audit, one.report, _naming_records(view, one.audit)
    methodology = view.get(Methodology, audit.methodology)
    shows = [("audit-return", f"{reply.id}#return-{reply.agency}") for reply in returns]
    if report:
        shows.append(("findings-report", f"{audit.id}#what-was-found"))
        shows += [("findings-report", f"{audit.id}#{finding.id}") for finding in report.findings]
    return Page(
        path=f"audits/{audit.id}.md",
        template="audits/audit.md.jinja",
        title=audit.title,
        description=f"The audit “{audit.title}”: its weeks, who took part, what was found and what is being done.",
        context={
            "byline": _byline(one, year),
            "lead": lead(one, returns),
            "stats": _stats(one),
            "theme": Passage(audit.theme),
            "weeks": week_table.weeks(one.window, view.day) if one.window else None,
            "differences": week_table.differences(audit, one.window) if one.window else None,
            "who_returned": returned.returns_table(one, returns) if one.parts else None,
            "why": _why(view, audit, methodology),
            "sample": _sample(audit, methodology),
            "sample_reason": audit.sample.reason if audit.sample else None,
            "voice": returned.voice(view, audit, report, returns),
            "equality": returned.equality(view, audit, report, returns),
            "grades": answered.grades(view, audit, returns),
            "audit_day": _audit_day(one, methodology) if audit.audit_day else None,
            "found": findings.found(view, one, found),
            "good_practice": findings.good_practice(report, returns, named.get("good-practice", ())),
            "plans": findings.plans(view, one),
            "learned": findings.learned(view, report, named.get("briefing", ())),
            "departures": _departures(view, audit, returns),
            "replies": answered.replies(view, audit, returns),
            "elsewhere": _other_records(view, named),
        },
        record=("audit", audit.id),
        shows=tuple(shows),
        kicker=title(view.framework.audit_kinds, audit.kind),
    )


def _byline(one: AuditStanding, year: Year | None) -> Byline:
    audit, said = one.audit, list[Any]([states.audit(one)])
    if one.report and one.report.last_stage.stage in _IN_CHECKING:
        said.append(Badge("Findings in draft", "draft"))
    if one.window:
        said.append(f"{day(one.window.starts)} to {day(one.window.ends)}")
    elif audit.starts:
        said.append(f"{'Starts' if one.state == 'planned' else 'Started'} {day(audit.starts)}")
    if not one.window and audit.agencies:
        said.append(agencies(audit.agencies))
    if year:
        said.append(Link(f"programme/{year}", f"Programme of {year}"))
    return Byline(said)


def lead(one: AuditStanding, returns: Sequence[AuditReturn]) -> Lead | None:
    """Return when an audit starts, what is next in it, or when it finished and what it found and left open."""
    if one.state == "planned":
        return Lead(f"It starts on {day(one.audit.starts)}.")
    if one.state != "finished":
        return Lead(_next(one.next)) if one.next else None
    presented = one.window.of("presentation") if one.window else None
    received = [reply.received for reply in returns if reply.received]
    ended = presented.actual if presented and presented.actual else max(received, default=None)
    said = f"Finished on {day(ended)}" if ended else "Finished"
    if one.report:
        areas = plural(one.findings("area-for-development"), "area")
        said += f": {plural(one.findings('strength'), 'strength')} and {areas} for development found"
    if one.actions:
        said += f", {plural(sum(action.open for action in one.actions), 'action')} still open"
    return Lead(f"{said}.")


def _next(step: MilestoneStanding) -> str:
    if step.state == "overdue":
        return f"Overdue since {day(step.latest)}: {step.title.lower()}."
    return f"Next: {step.title.lower()}, by {day(step.latest)}."


def _stats(one: AuditStanding) -> Cards | None:
    made = []
    if one.parts and one.state != "planned":
        missing = f"{plural(len(one.missing), 'agency', 'agencies')} not returned" if one.missing else "none is missing"
        kind = "poor" if one.missing else "good"
        made.append(Stat(f"{one.returned} of {one.asked}", "returns received", missing, kind, "#who-returned"))
    if one.report:
        count = len(one.report.findings)
        note = f"{one.findings('area-for-development')} for development"
        made.append(Stat(count, "finding" if count == 1 else "findings", note, "", "#what-was-found"))
    if one.actions:
        late = sum(action.overdue for action in one.actions)
        value = f"{sum(not action.open for action in one.actions)} of {len(one.actions)}"
        note, kind = (f"{late} overdue", "poor") if late else ("none overdue", "good")
        made.append(Stat(value, "actions closed", note, kind, "#what-is-being-done"))
    if one.window and one.window.overdue:
        late_steps = one.window.overdue
        label = "milestone overdue" if len(late_steps) == 1 else "milestones overdue"
        made.append(Stat(len(late_steps), label, late_steps[0].title, "poor", "#week-by-week"))
    return Cards(made, "small") if made or one.report or one.actions else None


def _why(view: View, audit: Audit, methodology: Methodology | None) -> Facts:
    origin, sample = audit.origin, audit.sample
    pairs: list[tuple[str, Any]] = [
        ("Kind", choice(view, "audit_kinds", audit.kind)),
        ("The theme came from", choice(view, "theme_origins", origin.kind) if origin.kind else None),
        ("Namely", Link(origin.record) if origin.record else None),
        ("Because", origin.reason),
        ("Priorities it serves", links(f"priority/{id}" for id in audit.priorities) if audit.priorities else None),
        ("Methodology", Link(f"methodology/{methodology.id}") if methodology else None),
        *(("Audit tool", Link(f"audit-tool/{tool.id}")) for tool in tools_of(view, audit)),
        ("Information pack issued", day(audit.information_pack)),
        ("Cases in the sample", sample.size if sample else None),
        ("Sample agreed", day(sample.agreed) if sample else None),
    ]
    return Facts([(name, value) for name, value in pairs if value not in (None, "")])


def _sample(audit: Audit, methodology: Methodology | None) -> Byline | None:
    """What the sample is to cover, as badges that say whether it does."""
    if not audit.sample or not methodology or not methodology.dimensions:
        return None
    covered = audit.sample.covers
    return Byline(
        [
            Badge(one.title, "good") if one.id in covered else Badge(f"{one.title}: not covered", "attention")
            for one in methodology.dimensions
        ]
    )


def _audit_day(one: AuditStanding, methodology: Methodology | None) -> Facts:
    held = one.audit.audit_day
    assert held
    milestone = one.window.of("audit-day") if one.window else None
    pairs: list[tuple[str, Any]] = []
    if milestone:
        pairs.append(("Held", day(milestone.actual)) if milestone.actual else ("Planned", day(milestone.latest)))
    if held.mode:
        pairs.append(("How people met", ": ".join(filter(None, (_MODES[held.mode], held.reason)))))
    if held.led_by:
        pairs.append(("Led by", listed(held.led_by)))
    shared = one.window.of("sharing") if one.window else None
    if milestone and shared and milestone.actual and shared.actual:
        asked = methodology.share_days_before if methodology else None
        said = f"{plural((milestone.actual - shared.actual).days, 'day')} before"
        pairs.append(("Audits shared", f"{said} (the methodology asks for {asked})" if asked else said))
    if held.agencies:
        absent = [part.agency for part in one.parts if part.state != "exempt" and part.agency not in held.agencies]
        pairs.append(("Agencies present", agencies(held.agencies)))
        pairs.append(("Agencies not there", agencies(absent) if absent else "None"))
    return Facts(pairs)


def _naming_records(view: View, audit: Audit) -> dict[str, list[str]]:
    """The records that refer to the audit or its findings, by type: briefings, good practice, meetings, opinions."""
    found: dict[str, list[str]] = {}
    for reference in (("audit", audit.id), ("findings-report", audit.id)):
        for type, id in view.links_to.get(reference, ()):
            if type not in _SHOWN_ELSEWHERE and id not in found.get(type, ()):
                found.setdefault(type, []).append(id)
    return found


def _departures(view: View, audit: Audit, returns: Sequence[AuditReturn]) -> Table | None:
    """Where the audit, its report and its returns are not as the framework asks."""
    records = [f"audit/{audit.id}", f"findings-report/{audit.id}", *(f"audit-return/{one.id}" for one in returns)]
    rows = [_departure(view, record, one) for record in records for one in view.departures_by_record.get(record, ())]
    columns = [Column("What"), Column("Where"), Column("Reason recorded"), Column("Rule")]
    return Table("What was not as the framework asks", columns, rows, stack=True) if rows else None


def _departure(view: View, record: str, one: Problem) -> tuple[Any, ...]:
    type, _, id = record.partition("/")
    message = one.message[:1].upper() + one.message[1:]
    agency = f"agency/{id.rpartition('/')[2]}"
    return (
        message if message.endswith(".") else f"{message}.",
        Link(record, view.name(agency)) if type == "audit-return" else view.type_name(type),
        one.reason or Badge("No reason is recorded", "attention"),
        Link(f"framework/rules/{one.rule}.md", checks.statement(one.rule)),
    )


def _other_records(view: View, named: Mapping[str, Sequence[str]]) -> Facts | None:
    """The records that refer to the audit and are not shown further up."""
    pairs = [
        (view.type_name(type), links(f"{type}/{id}" for id in ids))
        for type, ids in named.items()
        if type not in _SHOWN_ABOVE
    ]
    return Facts(pairs) if pairs else None
