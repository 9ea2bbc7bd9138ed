"""The index of audits: what runs now, the year against its targets, every audit, and findings that repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from generator.assurance.audits.programme import Tally, YearPlan, year_plans
from generator.assurance.audits.results import about, by_question
from generator.assurance.audits.standing import AuditStanding
from generator.assurance.learning.themes import Theme, recurring
from generator.charts.audit_subjects import SubjectResult, audit_subjects
from generator.charts.audit_windows import audit_windows
from generator.components import (
    Badge,
    Callout,
    Card,
    Cards,
    Column,
    Figure,
    Lead,
    Link,
    Phrase,
    Progress,
    Table,
    agencies,
    links,
    phrase,
    stack,
    states,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.audit_return import AuditReturn
from generator.model.lists import AuditKind, find
from generator.model.methodology import Methodology
from generator.page import Page
from generator.pages.audits.records import returns_by_audit, tools_of
from generator.wording import day, plural, sentence, short_day

_SHOWN = 500
"""Days after its end for which an audit stays in the chart of windows."""
_UNDER_WAY = ("running", "overrun")


def pages(view: View) -> Iterator[Page]:
    audits = view.audits
    if not audits:
        return
    plan = next((plan for plan in year_plans(view.register, audits, view.day) if view.day in plan.year), None)
    joint = [one for one in audits if view.framework.is_joint(one.audit.kind)]
    own = [one for one in audits if not view.framework.is_joint(one.audit.kind)]
    now = [one for one in joint if one.state in _UNDER_WAY]
    drawn = [one for one in audits if one.window and one.window.ends + timedelta(days=_SHOWN) > view.day]
    asked = list(_asked(view, audits))
    reported = [one for one in audits if one.report]
    repeated = recurring(one.report for one in reported if one.report)
    yield Page(
        path="audits/index.md",
        template="audits/audits.md.jinja",
        title="Audits",
        description="Every audit of the partnership: its week, who returned, what was found and what is done.",
        context={
            "lead": lead(now, [one for one in own if one.state in _UNDER_WAY], plan),
            "now": Cards([_card(view, one) for one in now], "wide") if now else None,
            "year": f"The year {plan.year} against its targets" if plan else None,
            "targets": [_target(view, tally) for tally in plan.targets] if plan else [],
            "short": _short(plan) if plan and plan.shortfall else None,
            "forward_plan": Link("audits/forward-plan.md", "See the forward plan") if view.uses("programme") else None,
            "windows": Figure(audit_windows(drawn, view.day)) if len(drawn) > 1 else None,
            "joint": _joint(view, joint),
            "own": _single_agency(view, own) if own else None,
            "asked": Figure(audit_subjects(asked)) if len({one.audit for one in asked}) > 1 else None,
            "repeated": _repeated(repeated, reported[::-1]) if repeated else None,
        },
    )


def lead(now: Sequence[AuditStanding], alone: Sequence[AuditStanding], plan: YearPlan | None) -> Lead:
    """Return which audits are under way, joint ones by name, the others counted, and the year's targets."""
    said = [f"{one.audit.title} {_under_way(one)}" for one in now]
    if alone:
        said.append(f"{plural(len(alone), 'single-agency audit')} {'is' if len(alone) == 1 else 'are'} under way")
    first = "; ".join(said) or "No audit is running"
    if plan is None or not plan.targets:
        return Lead(f"{first}.")
    finished = sum(tally.finished for tally in plan.targets)
    aimed = sum(tally.target for tally in plan.targets)
    done = f"{finished or 'none'} {'is' if finished <= 1 else 'are'} finished"
    return Lead(f"{first}. Of {aimed} audits aimed for in {plan.year}, {done}.")


def _under_way(one: AuditStanding) -> str:
    window = one.window
    if window is None:
        return "is under way"
    return f"is in week {window.week} of {window.weeks}" if window.week else f"has gone past its {window.weeks} weeks"


def _card(view: View, one: AuditStanding) -> Card:
    window, late = one.window, one.window.overdue if one.window else ()
    said = []
    if one.next:
        word = "Overdue" if one.next.state == "overdue" else "Next"
        said.append(f"{word}: {one.next.title.lower()}, by {day(one.next.latest)}.")
    if one.parts:
        said.append(f"{one.returned} of {one.asked} agencies returned.")
    badge = Badge(f"{plural(len(late), 'milestone')} overdue", "poor") if late else Badge("Nothing overdue", "good")
    return Card(
        title=one.audit.title,
        target=f"audit/{one.audit.id}",
        value=f"Week {window.week} of {window.weeks}" if window and window.week else f"Since {day(one.audit.starts)}",
        text=" ".join(said),
        kind="poor" if late else "attention" if one.state == "overrun" else "info",
        kicker=choice(view, "audit_kinds", one.audit.kind),
        badge=badge if window else "",
    )


def _target(view: View, tally: Tally) -> Progress:
    kind = find(view.framework.audit_kinds, tally.kind) or AuditKind(id=tally.kind, title=tally.kind)
    label = f"{kind.several} finished; {tally.running} running, {tally.planned} to come"
    return Progress(tally.finished, tally.target, label)


def _short(plan: YearPlan) -> Callout:
    reason = plan.programme.shortfall.reason if plan.programme and plan.programme.shortfall else ""
    unexplained = "Even if all that is planned is done. No reason is recorded yet."
    return Callout("attention", f"Short of the target by {plan.shortfall}", reason or unexplained)


def _joint(view: View, audits: Sequence[AuditStanding]) -> Table:
    return Table(
        "Every audit that agencies held together, newest first",
        [Column("Audit"), Column("Where it stands"), Column("Returns"), Column("Findings"), Column("Actions open")],
        [
            (
                stack(Link(f"audit/{one.audit.id}"), _soft(choice(view, "audit_kinds", one.audit.kind))),
                stack(states.audit(one), _soft(_dates(one))),
                returned(one) if one.state != "planned" else None,
                found(one),
                actions_open(one),
            )
            for one in audits
        ],
        stack=True,
    )


def _soft(text: str) -> Phrase:
    return Phrase((text,), soft=True)


def _dates(one: AuditStanding) -> str:
    starts = short_day(one.audit.starts)
    return f"{starts} to {short_day(one.window.ends)}" if one.window else starts


def returned(one: AuditStanding) -> Phrase | None:
    """Return how many agencies returned of those asked, and how many are missing."""
    if not one.parts:
        return None
    missing = (" ", Badge(f"{len(one.missing)} missing", "poor")) if one.missing else ()
    return phrase(f"{one.returned} of {one.asked}", *missing)


def found(one: AuditStanding) -> str | None:
    """Return how many strengths and areas for development an audit found; None without a report."""
    if one.report is None:
        return None
    return f"{plural(one.findings('strength'), 'strength')}, {one.findings('area-for-development')} to develop"


def actions_open(one: AuditStanding) -> Phrase | None:
    """Return how many of an audit's actions are open, and how many are overdue."""
    if not one.actions:
        return None
    late = sum(action.overdue for action in one.actions)
    badge = (" ", Badge(f"{late} overdue", "poor")) if late else ()
    return phrase(f"{sum(action.open for action in one.actions)} of {len(one.actions)}", *badge)


def _single_agency(view: View, audits: Sequence[AuditStanding]) -> Table:
    cases = _cases(view)
    columns = [Column("Audit"), Column("Agency"), Column("Started", narrow=True), Column("Where it stands")]
    return Table(
        "Every single-agency audit, newest first",
        [*columns, Column("Cases", number=True)],
        [
            (
                Link(f"audit/{one.audit.id}"),
                agencies(one.audit.agencies) if one.audit.agencies else None,
                short_day(one.audit.starts),
                states.audit(one),
                cases.get(one.audit.id),
            )
            for one in audits
        ],
        stack=True,
    )


def _cases(view: View) -> dict[str, int]:
    """How many cases each audit's returns counted."""
    found: dict[str, int] = {}
    for one in view.all(AuditReturn):
        if isinstance(one.cases_audited, int):
            found[one.audit] = found.get(one.audit, 0) + one.cases_audited
    return found


def _asked(view: View, audits: Sequence[AuditStanding]) -> Iterator[SubjectResult]:
    """The results of each subject that every tool must ask about, in each joint audit with answers about it."""
    returns = returns_by_audit(view)
    for one in audits:
        if one.window is None:
            continue
        methodology = view.get(Methodology, one.audit.methodology)
        answers = by_question(returns.get(one.audit.id, ()), tools_of(view, one.audit), view.framework)
        for subject in methodology.tool_must_ask if methodology else ():
            well, judged = about(answers, subject.id)
            if judged:
                yield SubjectResult(subject.title, one.audit.title, one.audit.starts or view.day, well, judged)


def _repeated(themes: Sequence[Theme], reported: Sequence[AuditStanding]) -> Table:
    def where(theme: Theme, kind: str) -> Any:
        named = [f"audit/{one.audit.id}" for one in reported if kind in theme.audits.get(one.audit.id, ())]
        return links(named) if named else None

    columns = [Column("Theme"), Column("Times to develop", number=True), Column("To develop in")]
    return Table(
        "Themes that two audits or more found, oldest audit first",
        [*columns, Column("A strength in")],
        [
            (sentence(one.title), one.areas, where(one, "area-for-development"), where(one, "strength"))
            for one in themes
        ],
        stack=True,
    )
