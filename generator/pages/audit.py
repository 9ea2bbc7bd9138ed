"""Audits: the list with every audit's week, and a page for each with its window, returns, grades, voice and findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition import View
from generator.model.action_plan import ActionPlan
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.audit_tool import AuditTool
from generator.model.findings_report import FindingsReport
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    audits = sorted(view.all(Audit), key=lambda one: (one.starts or view.day, one.id), reverse=True)
    if not audits:
        return
    yield Page(
        path="audits/index.md",
        template="audits.md.jinja",
        title="Audits",
        description="Every audit of the partnership: which week it is in, who returned, and what was found.",
        context={"audits": audits, "current": [one for one in audits if _running(view, one)]},
    )
    for audit in audits:
        yield _page(view, audit)


def _running(view: View, audit: Audit) -> bool:
    window = view.assessment.windows.get(audit.id)
    return bool(window and window.week)


def _page(view: View, audit: Audit) -> Page:
    linking = view.linking.get(("audit", audit.id), ())
    plans = [plan for type, id in linking if type == "action-plan" and (plan := view.get(ActionPlan, id))]
    report = view.get(FindingsReport, audit.id)
    returns = [one for one in view.all(AuditReturn) if one.audit == audit.id]
    shows = [("audit-return", one.id + f"#return-{one.agency}") for one in returns]
    return Page(
        path=f"audits/{audit.id}.md",
        template="audit.md.jinja",
        title=audit.title,
        description=f"The audit of {audit.title}: its window, who took part, what was found and what is being done.",
        context={
            "audit": audit,
            "window": view.assessment.windows.get(audit.id),
            "parts": [one for one in view.assessment.participation if one.audit == audit.id],
            "returns": returns,
            "grades": _grades(returns),
            "tools": [tool for id in audit.tools if (tool := view.get(AuditTool, id))],
            "report": report,
            "plans": plans,
        },
        record=("audit", audit.id),
        shows=tuple([*shows, ("findings-report", f"{audit.id}#findings")] if report else shows),
        kicker={"joint-learning-hub": "Joint Learning Hub", "single-agency": "Single-agency audit"}.get(
            audit.kind, "Multi-agency audit"
        ),
    )


def _grades(returns: list[AuditReturn]) -> dict[str, dict[str, int]]:
    """For each question, how many cases had each grade, over all returns."""
    totals: dict[str, dict[str, int]] = {}
    for one in returns:
        for answer in one.answers:
            for grade, cases in {**answer.grades, **answer.tally}.items():
                if isinstance(cases, int):
                    question = totals.setdefault(answer.question, {})
                    question[grade] = question.get(grade, 0) + cases
    return totals
