"""Audits: what is running now and all that were held, and a page for each with its weeks, grades and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from generator import checks
from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.assurance.audits.programme import Slot, year_plans
from generator.assurance.audits.results import about, by_question
from generator.assurance.audits.standing import AuditStanding
from generator.assurance.audits.weeks import weeks
from generator.assurance.learning.themes import recurring
from generator.charts.audit_grades import audit_grades
from generator.charts.audit_subjects import Asked, audit_subjects
from generator.charts.audit_windows import audit_windows
from generator.edition import View
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.audit_tool import AuditTool
from generator.model.lists import title
from generator.model.methodology import Methodology
from generator.page import Page
from generator.periods import Year
from generator.problem import Problem

_SHOWN = 500
"""Days after its end for which an audit stays in the chart of windows."""
_OWN = {"action-plan", "audit-return", "findings-report", "programme"}
"""Types whose naming of an audit its page shows elsewhere than in the list of what names it."""


def pages(view: View) -> Iterator[Page]:
    audits = view.audits
    if not audits:
        return
    returns = _returns(view)
    yield _index(view, audits, returns)
    answered = answers(view.register, view.assessment.actions)
    plans = year_plans(view.register, audits, view.day)
    slots = {slot.audit: (plan.year, slot) for plan in plans for slot in plan.slots if slot.first}
    for one in audits:
        yield _page(view, one, returns.get(one.audit.id, []), answered, slots.get(one.audit.id))


def _index(view: View, audits: Sequence[AuditStanding], returns: Mapping[str, Sequence[AuditReturn]]) -> Page:
    plans = year_plans(view.register, audits, view.day)
    drawn = [one for one in audits if one.window and one.window.ends + timedelta(days=_SHOWN) > view.day]
    reported = [one for one in audits if one.report]
    asked = list(_asked(view, audits, returns))
    return Page(
        path="audits/index.md",
        template="audits/audits.md.jinja",
        title="Audits",
        description="Every audit of the partnership: its week, who returned, what was found and what is done.",
        context={
            "shared": [one for one in audits if view.framework.is_joint(one.audit.kind)],
            "own": [one for one in audits if not view.framework.is_joint(one.audit.kind)],
            "cases": _cases(view),
            "plan": next((plan for plan in plans if view.day in plan.year), None),
            "windows": audit_windows(drawn, view.day) if len(drawn) > 1 else None,
            "asked": audit_subjects(asked) if len({one.audit for one in asked}) > 1 else None,
            "reported": reported[::-1],
            "repeated": recurring(one.report for one in reported if one.report),
        },
    )


def _asked(
    view: View, audits: Sequence[AuditStanding], returns: Mapping[str, Sequence[AuditReturn]]
) -> Iterator[Asked]:
    """What every tool must ask about, over the audits that agencies held together and have answers to it."""
    for one in audits:
        if one.window is None:
            continue
        methodology = view.get(Methodology, one.audit.methodology)
        found = by_question(returns.get(one.audit.id, []), _tools(view, one.audit), view.framework)
        for subject in methodology.tool_must_ask if methodology else ():
            well, judged = about(found, subject.id)
            if judged:
                yield Asked(subject.title, one.audit.title, one.audit.starts or view.day, well, judged)


def _cases(view: View) -> dict[str, int]:
    """How many cases each audit's returns counted."""
    found: dict[str, int] = {}
    for one in view.all(AuditReturn):
        if isinstance(one.cases_audited, int):
            found[one.audit] = found.get(one.audit, 0) + one.cases_audited
    return found


def _page(
    view: View,
    one: AuditStanding,
    returns: Sequence[AuditReturn],
    answered: Mapping[str, tuple[ActionState, ...]],
    slot: tuple[Year, Slot] | None,
) -> Page:
    audit = one.audit
    methodology = view.get(Methodology, audit.methodology)
    tools = _tools(view, audit)
    results = by_question(returns, tools, view.framework)
    graded = [result for result in results if result.judged and sum(one.judged for one in result.kind.answers) > 2]
    shows = [("audit-return", f"{one.id}#return-{one.agency}") for one in returns]
    if one.report:
        shows.append(("findings-report", f"{audit.id}#what-was-found"))
        shows += [("findings-report", f"{audit.id}#{finding.id}") for finding in one.report.findings]
    return Page(
        path=f"audits/{audit.id}.md",
        template="audits/audit.md.jinja",
        title=audit.title,
        description=f"The audit “{audit.title}”: its weeks, who took part, what was found and what is being done.",
        context={
            "one": one,
            "audit": audit,
            "methodology": methodology,
            "subjects": {must.id: must.title for must in methodology.tool_must_ask} if methodology else {},
            "weeks": weeks(one.window, view.day) if one.window else None,
            "agreed": {milestone.milestone: milestone.agreed for milestone in audit.milestones},
            "answers": view.framework.answers,
            "returns": returns,
            "tools": tools,
            "questions": {question.id: question for tool in tools for question in tool.questions},
            "results": results,
            "grades": audit_grades(graded) if graded else None,
            "answered": answered,
            "slot": slot,
            "named": _named(view, audit),
            "departures": [(one, checks.statement(one.rule)) for one in _departures(view, audit, returns)],
        },
        record=("audit", audit.id),
        shows=tuple(shows),
        kicker=title(view.framework.audit_kinds, audit.kind),
    )


def _returns(view: View) -> dict[str, list[AuditReturn]]:
    """The returns of each audit."""
    found: dict[str, list[AuditReturn]] = {}
    for one in view.all(AuditReturn):
        found.setdefault(one.audit, []).append(one)
    return found


def _tools(view: View, audit: Audit) -> list[AuditTool]:
    return [tool for id in audit.tools if (tool := view.get(AuditTool, id))]


def _named(view: View, audit: Audit) -> dict[str, list[str]]:
    """The records that name the audit or its findings, by type: briefings, good practice, meetings, opinions."""
    found: dict[str, list[str]] = {}
    for reference in (("audit", audit.id), ("findings-report", audit.id)):
        for type, id in view.linking.get(reference, ()):
            if type not in _OWN and id not in found.get(type, ()):
                found.setdefault(type, []).append(id)
    return found


def _departures(view: View, audit: Audit, returns: Sequence[AuditReturn]) -> list[Problem]:
    """Where the audit, its report and its returns are not as the framework asks."""
    records = [f"audit/{audit.id}", f"findings-report/{audit.id}", *(f"audit-return/{one.id}" for one in returns)]
    return [departure for record in records for departure in view.departing.get(record, ())]
