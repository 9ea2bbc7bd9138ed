"""How a requirement stands where a record departs from the framework and no rule looks for it yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from generator.assurance.judgement import Ground, Judgement, each, some, weigh
from generator.assurance.states import AUDIT_DAY
from generator.model.action_plan import ActionPlan
from generator.model.audit import Audit
from generator.model.audit_tool import AuditTool
from generator.model.findings_report import FindingsReport
from generator.model.good_practice import GoodPractice
from generator.model.indicator import Indicator
from generator.model.inspection import Inspection
from generator.model.kpi_return import KpiReturn
from generator.model.methodology import Methodology
from generator.model.programme import Programme

NOTICE, PRESENTED = "notice", "presented"
OF_LATE = "of the last twelve months"


def _audits(
    ground: Ground, asked: Iterable[Audit], short: Callable[[Audit], object], met: str, unmet: str
) -> Judgement:
    """Judge audits by whether each falls short; `met` goes on "each of 4 audits", `unmet` goes on "1 of 4 audits"."""
    audits = list(asked)
    found = [f"audit/{one.id}" for one in audits if short(one)]
    met = f"{met} {each(len(audits), 'audit')} {OF_LATE}."
    unmet = f"{unmet} {len(found)} of {some(len(audits), 'audit')} {OF_LATE}."
    return weigh(len(audits), found, met, unmet, f"No audit {OF_LATE} has come to this.")


def _past(ground: Ground, milestone: str) -> list[Audit]:
    return [one for one in ground.audits if ground.went(one, milestone)]


def _methodology(ground: Ground, audit: Audit) -> Methodology:
    return ground.register.get(Methodology, audit.methodology) or Methodology(id="")


def answers_add_up(ground: Ground) -> Judgement:
    """R02: the parts of an indicator of empowerment make up its whole, in every return."""
    parts = [
        (one.parts.measures, one.parts.whole)
        for one in ground.register.all(Indicator)
        if one.parts and one.parts.whole and "empowerment" in one.principles
    ]
    asked, short = 0, []
    for made in ground.register.all(KpiReturn):
        for measures, whole in parts if ground.late(made.received) else ():
            sums = [[made.values[id].count for id in ids if id in made.values] for ids in (measures, whole)]
            if all(sums) and all(isinstance(count, int) for counts in sums for count in counts):
                asked += 1
                totals = [sum(count for count in counts if isinstance(count, int)) for counts in sums]
                short += [f"kpi-return/{made.id}"] if totals[0] != totals[1] else []
    met = f"The answers add up in every return {OF_LATE}."
    unmet = f"The answers do not add up in {some(len(set(short)), 'return')} {OF_LATE}."
    return weigh(asked, short, met, unmet, f"No return {OF_LATE} gives the answers.")


def equality_considered(ground: Ground) -> Judgement:
    said = "Equality is considered in", "Nothing is said of equality in"
    return _audits(ground, _past(ground, "sample-agreed"), lambda one: not one.equality, *said)


def triangulated(ground: Ground) -> Judgement:
    audits = {one.id for one in ground.audits}
    findings = [
        (report.id, finding)
        for report in ground.register.all(FindingsReport)
        if report.audit in audits
        for finding in report.findings
    ]
    short = [f"findings-report/{report}#{one.id}" for report, one in findings if len(set(one.sources)) < 2]
    met = f"Two sources or more bear out {each(len(findings), 'finding')} {OF_LATE}."
    unmet = f"Fewer than two sources bear out {len(short)} of {some(len(findings), 'finding')} {OF_LATE}."
    return weigh(len(findings), short, met, unmet, f"There is no finding {OF_LATE}.")


def in_programme(ground: Ground) -> Judgement:
    approved = [one for one in ground.register.all(Programme) if one.approved_on]
    planned = {item.audit for one in approved for item in one.audits}
    return _audits(
        ground,
        ground.audits,
        lambda one: one.id not in planned,
        "An approved programme has",
        "No approved programme has",
    )


def forward_plan(ground: Ground) -> Judgement:
    held = [one for one in ground.meetings if one.minutes and ground.late(one.minutes.held)]
    short = [f"meeting/{one.id}" for one in held if not any(item.kind == "forward-plan" for item in one.agenda)]
    met = f"The forward plan was on the agenda of {each(len(held), 'meeting')} {OF_LATE}."
    unmet = f"The forward plan was absent from {len(short)} of {some(len(held), 'agenda')} {OF_LATE}."
    return weigh(len(held), short, met, unmet, "No meeting was held in the last twelve months.")


def inspections(ground: Ground) -> Judgement:
    """R30: a poor outcome has a notification, or an action that arises from it."""
    poor = [
        one
        for one in ground.register.all(Inspection)
        if one.outcome in ("requires-improvement", "inadequate") and ground.late(one.published)
    ]
    answered = {origin for plan in ground.register.all(ActionPlan) for origin in plan.arises_from}
    short = [f"inspection/{one.id}" for one in poor if not one.notified and f"inspection/{one.id}" not in answered]
    met = f"Notified or acted on: {each(len(poor), 'poor outcome')} {OF_LATE}."
    unmet = f"Neither notified nor acted on: {len(short)} of {some(len(poor), 'poor outcome')} {OF_LATE}."
    return weigh(len(poor), short, met, unmet, "No poor outcome was published in the last twelve months.")


def good_practice(ground: Ground) -> Judgement:
    shown = {origin.partition("#")[0] for one in ground.register.all(GoodPractice) for origin in one.shown_by}
    told = {one.audit for one in ground.register.all(FindingsReport) if one.good_practice}

    def silent(audit: Audit) -> bool:
        return audit.id not in told and not shown & {f"audit/{audit.id}", f"findings-report/{audit.id}"}

    return _audits(
        ground, _past(ground, PRESENTED), silent, "Good practice is shown by", "No good practice is shown by"
    )


def report_and_plan(ground: Ground) -> Judgement:
    planned = {origin.partition("#")[0] for plan in ground.register.all(ActionPlan) for origin in plan.arises_from}

    def without(audit: Audit) -> bool:
        report = ground.register.get(FindingsReport, audit.id)
        return report is None or not planned & {f"audit/{audit.id}", f"findings-report/{audit.id}"}

    return _audits(
        ground,
        _past(ground, PRESENTED),
        without,
        "A findings report and a plan go with",
        "A findings report or a plan is missing from",
    )


def all_agencies(ground: Ground) -> Judgement:
    def left_out(audit: Audit) -> set[str]:
        excused = {one.agency for one in audit.exemptions}
        return set(_methodology(ground, audit).agencies) - set(audit.agencies) - excused if audit.agencies else set()

    return _audits(
        ground,
        ground.audits,
        left_out,
        "Every agency is asked or exempt in",
        "An agency is left out without exemption in",
    )


def _tools(ground: Ground, audit: Audit) -> list[AuditTool]:
    return [tool for id in audit.tools if (tool := ground.register.get(AuditTool, id))]


def tool_asks(ground: Ground) -> Judgement:
    def silent(audit: Audit) -> bool:
        must = {one.id for one in _methodology(ground, audit).tool_must_ask}
        return any(must - {id for one in tool.questions for id in one.asks_about} for tool in _tools(ground, audit))

    audits = [one for one in ground.audits if _tools(ground, one)]
    return _audits(
        ground, audits, silent, "The tool asks about all it must in", "The tool does not ask about all it must in"
    )


def one_simple_tool(ground: Ground) -> Judgement:
    def heavy(audit: Audit) -> bool:
        most = _methodology(ground, audit).max_questions
        return len(audit.tools) > 1 or any(most and len(tool.questions) > most for tool in _tools(ground, audit))

    audits = [one for one in ground.audits if one.tools]
    return _audits(ground, audits, heavy, "One simple tool serves", "Several tools, or a long one, serve")


def audit_day(ground: Ground) -> Judgement:
    def otherwise(audit: Audit) -> bool:
        event, held = _methodology(ground, audit).event, audit.audit_day
        if event is None or held is None:
            return held is None
        return (event.in_person and held.mode != "in-person") or not set(event.led_by) <= set(held.led_by)

    return _audits(
        ground,
        _past(ground, AUDIT_DAY),
        otherwise,
        "The audit day was in person and led as agreed in",
        "The audit day was remote or led by others in",
    )


def information_pack(ground: Ground) -> Judgement:
    def late(audit: Audit) -> bool:
        pack = _methodology(ground, audit).information_pack
        last = audit.starts + timedelta(weeks=pack.week, days=-1) if pack and audit.starts else None
        return last is not None and ground.day > last and (audit.information_pack or ground.day) > last

    return _audits(
        ground,
        ground.audits,
        late,
        "An information pack came at the start of",
        "No information pack came at the start of",
    )


def notice(ground: Ground) -> Judgement:
    def late(audit: Audit) -> bool:
        given = ground.went(audit, NOTICE)
        return audit.starts is not None and (given is None or given > audit.starts)

    return _audits(ground, ground.audits, late, "Notice came before the start of", "No notice came before the start of")


SHORTFALLS: Mapping[str, Callable[[Ground], Judgement]] = {
    "r02": answers_add_up,
    "r09": equality_considered,
    "r16": triangulated,
    "r26": in_programme,
    "r27": forward_plan,
    "r30": inspections,
    "r35": good_practice,
    "r36": report_and_plan,
    "r38": all_agencies,
    "r40": tool_asks,
    "r41": one_simple_tool,
    "r44": audit_day,
    "r46": information_pack,
    "r47": notice,
}
"""A requirement leaves this table when a check upholds it."""
