"""What an audit found, the good practice it saw, what is being done about it and what was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.standing import AuditStanding
from generator.components import (
    Badge,
    Blocks,
    Byline,
    Callout,
    Card,
    Cards,
    Facts,
    Finding,
    Link,
    Paragraph,
    Passage,
    Progress,
    Prose,
    agencies,
    phrase,
)
from generator.components.records import actions, sources
from generator.edition import View
from generator.model import findings_report
from generator.model.audit_return import AuditReturn
from generator.model.findings_report import FindingsReport
from generator.wording import day, listed, sentence, words

_KINDS = {"strength": "Strengths", "area-for-development": "Areas for development"}
_IN_CHECKING = {"draft": "A draft", "accuracy-check": "Being checked for accuracy"}


def found(view: View, one: AuditStanding, answered: Mapping[str, tuple[ActionState, ...]]) -> dict[str, Any] | None:
    """Return the report's findings by kind; where there is no report yet, when it is to be presented."""
    if one.report is None:
        presented = one.window.of("presentation") if one.window else None
        if presented is None or one.state == "planned" or not view.uses("findings-report"):
            return None
        when = f"The report was presented on {day(presented.actual)}." if presented.actual else ""
        due = f"They are to be presented by {day(presented.latest)}."
        return {"none_yet": f"No findings are shown yet. {when or due}"}
    report = one.report
    checking = _IN_CHECKING.get(report.last_stage.stage)
    notice = "These findings are not agreed: only the Business Unit sees them."
    kinds = [
        {
            "title": title,
            "anchor": f"{kind}-found",
            "findings": [_finding(view, one, finding, answered) for finding in report.findings if finding.kind == kind],
        }
        for kind, title in _KINDS.items()
        if any(finding.kind == kind for finding in report.findings)
    ]
    presented_at: Any = Link(f"meeting/{report.presented}") if report.presented else day(report.presented_on)
    pairs: list[tuple[str, Any]] = [("Report prepared", day(report.prepared))]
    pairs += [("Presented", presented_at)] if report.presented or report.presented_on else []
    pairs += [("What the audit could not see", Prose(report.limitations))] if report.limitations else []
    return {
        "none_yet": None,
        "notice": Callout("draft", checking, notice) if checking else None,
        "summary": Passage(report.summary) if report.summary else None,
        "kinds": kinds,
        "facts": Facts(pairs),
    }


def _finding(
    view: View,
    one: AuditStanding,
    finding: findings_report.Finding,
    answered: Mapping[str, tuple[ActionState, ...]],
) -> Finding:
    target = f"findings-report/{one.audit.id}#{finding.id}"
    answers, strength = answered.get(target, ()), finding.kind == "strength"
    unanswered = not strength and not answers and one.plans
    return Finding(
        anchor=finding.id,
        statement=Prose(finding.statement),
        kind="good" if strength else "attention",
        badge=Badge("No action answers this yet", "attention") if unanswered else "",
        body=[*([Prose(finding.evidence)] if finding.evidence else []), Byline(_facts(finding))],
        actions=actions(view, answers),
    )


def _facts(finding: findings_report.Finding) -> list[Any]:
    said: list[Any] = [sources(finding.sources)]
    if finding.information:
        said.append(f"{sentence(listed(finding.information))} information")
    if finding.agencies:
        said.append(phrase("Concerns ", agencies(finding.agencies)))
    if finding.principles:
        said.append(f"Bears on {listed([words(one) for one in finding.principles])}")
    if finding.themes:
        said.append(f"Theme: {listed(finding.themes)}")
    return said


def good_practice(
    report: FindingsReport | None, returns: Sequence[AuditReturn], celebrated: Sequence[str]
) -> Blocks | None:
    """Return the good practice that the report and the returns saw, and the records that celebrate it."""
    made: list[Any] = [Passage("\n\n".join(report.good_practice))] if report and report.good_practice else []
    seen = [
        (Link(f"agency/{one.agency}"), Prose("\n\n".join(one.good_practice))) for one in returns if one.good_practice
    ]
    made += [Facts(seen)] if seen else []
    made += [Paragraph(Link(f"good-practice/{id}")) for id in celebrated]
    return Blocks(made) if made else None


def plans(view: View, one: AuditStanding) -> list[dict[str, Any]]:
    """Return each action plan of an audit: how many of its actions are closed, and all of them."""
    made = []
    for plan in one.plans:
        own = [action for action in one.actions if action.plan == plan.id]
        draft = (" ", Badge("Draft", "draft")) if plan.last_stage.stage in _IN_CHECKING else ()
        made.append(
            {
                "title": phrase(Link(f"action-plan/{plan.id}"), *draft),
                "progress": Progress(sum(not action.open for action in own), len(own), "actions closed"),
                "actions": actions(view, own),
            }
        )
    return made


def learned(view: View, report: FindingsReport | None, briefings: Sequence[str]) -> Blocks | None:
    """Return what the report says was learned, and the briefings that spread it."""
    made: list[Any] = [Passage(report.learning)] if report and report.learning else []
    cards = [Card(view.name(f"briefing/{id}"), f"briefing/{id}", kicker="Learning briefing") for id in briefings]
    made += [Cards(cards)] if cards else []
    return Blocks(made) if made else None
