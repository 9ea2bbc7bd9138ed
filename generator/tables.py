"""An edition's figures, actions, audits and obligations as rows: the same for downloads and for analysts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.assurance.figures.disclosure import Marker
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Point, Series
from generator.edition import View
from generator.model.indicator import Indicator
from generator.model.obligation import Obligation

FIGURES = (
    "indicator", "code", "title", "line", "breakdown", "category", "category_title", "quarter", "quarter_starts",
    "quarter_ends", "unit", "numerator", "denominator", "value", "status", "marks",
)  # fmt: skip
ACTIONS = (
    "plan", "action", "owner", "text", "priority", "status", "set", "first_due", "due", "times_moved", "closed",
    "overdue", "days_late", "on_time",
)  # fmt: skip
AUDITS = (
    "audit", "title", "kind", "starts", "ends", "state", "asked", "returned", "missing", "strengths",
    "areas_for_development", "actions", "actions_open", "actions_overdue",
)  # fmt: skip
OBLIGATIONS = (
    "obligation", "title", "category", "cadence", "agency", "period", "period_starts", "period_ends", "due", "state",
    "done", "reason",
)  # fmt: skip

_STATUS = {
    Marker.CONFIDENTIAL: "confidential",
    Marker.NOT_AVAILABLE: "not available",
    Marker.NOT_APPLICABLE: "not applicable",
}


def figures(view: View, indicator: Indicator) -> Iterator[dict[str, Any]]:
    """Yield a row for each quarter of each series of an indicator; a value that may not be shown is its marker."""
    found = view.assessment.figures.get(indicator.id)
    for line, series in _lines(found) if found else ():
        for point in series.points:
            yield {
                "indicator": indicator.id,
                "code": indicator.code,
                "title": indicator.title,
                "line": line,
                "breakdown": series.breakdown or None,
                "category": series.key or None,
                "category_title": series.title if series.key else None,
                "quarter": str(point.quarter),
                "quarter_starts": point.quarter.start.isoformat(),
                "quarter_ends": point.quarter.end.isoformat(),
                "unit": "count" if point.denominator is None else indicator.unit,
                "numerator": point.numerator,
                "denominator": point.denominator,
                "value": point.value,
                "status": _status(view, indicator, line, series, point),
                "marks": None if isinstance(point.value, Marker) else " ".join(sorted(point.marks)) or None,
            }


def _lines(figures: Figures) -> Iterator[tuple[str, Series]]:
    if figures.whole:
        yield "whole", figures.whole
    for name, group in (("agency", figures.agencies), ("part", figures.parts), ("beside", figures.beside)):
        yield from ((name, one) for one in group)
    for group in figures.breakdowns.values():
        yield from (("category", one) for one in group)


def _status(view: View, indicator: Indicator, line: str, series: Series, point: Point) -> str:
    """Why a figure has no number (`late` where the agency's return is outstanding), or that it has one."""
    if not isinstance(point.value, Marker):
        return "number"
    late = any(
        one.state == "outstanding"
        and one.quarter == point.quarter
        and indicator.id in one.owed
        and (line != "agency" or one.agency == series.key)
        for one in view.assessment.returns
    )
    return "late" if late and point.value is Marker.NOT_AVAILABLE else _STATUS[point.value]


def actions(view: View) -> Iterator[dict[str, Any]]:
    """Yield a row for each visible action as it stands; days are calendar days."""
    for one in view.assessment.actions:
        yield {
            "plan": one.plan,
            "action": one.action,
            "owner": one.owner,
            "owner_left": one.owner_left,
            "text": one.text,
            "priority": one.priority,
            "status": one.status,
            "set": one.set,
            "first_due": one.original,
            "due": one.due,
            "times_moved": one.moved,
            "closed": one.closed,
            "overdue": one.overdue,
            "days_late": one.days_late,
            "on_time": one.on_time,
        }


def audits(view: View) -> Iterator[dict[str, Any]]:
    """Yield a row for each visible audit: who returned, what was found and how its actions stand."""
    for one in view.audits:
        yield {
            "audit": one.audit.id,
            "title": one.audit.title,
            "kind": one.audit.kind,
            "starts": one.audit.starts,
            "ends": one.window.ends if one.window else None,
            "state": one.state,
            "asked": one.asked,
            "returned": one.returned,
            "missing": len(one.missing),
            "strengths": one.findings("strength"),
            "areas_for_development": one.findings("area-for-development"),
            "actions": len(one.actions),
            "actions_open": sum(action.open for action in one.actions),
            "actions_overdue": sum(action.overdue for action in one.actions),
        }


def obligations(view: View) -> Iterator[dict[str, Any]]:
    """Yield a row for each period of each visible obligation, and for each agency where each owes it."""
    for one in view.assessment.duties:
        obligation = view.get(Obligation, one.obligation)
        if obligation:
            yield {
                "obligation": one.obligation,
                "title": obligation.title,
                "category": obligation.category,
                "cadence": obligation.cadence,
                "agency": one.agency or None,
                "period": one.period.label,
                "period_starts": one.period.start,
                "period_ends": one.period.end,
                "due": one.due,
                "state": one.state,
                "done": one.done,
                "reason": one.reason,
            }
