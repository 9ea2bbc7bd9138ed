"""The priorities of the business plan: what set each, the audits and learning that serve it, its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from generator.edition import View
from generator.model.audit import Audit
from generator.model.indicator import Indicator
from generator.model.priority import Priority
from generator.page import Page, Reference
from generator.wording.units import written

_LATER = date.max


def pages(view: View) -> Iterator[Page]:
    priorities = sorted(view.all(Priority), key=lambda one: (one.plan, one.order, one.id))
    if not priorities:
        return
    plan = view.partnership.business_plan
    yield Page(
        path="framework/priorities.md",
        template="framework/priorities.md.jinja",
        title="Priorities",
        description="What the business plan puts first, what was learned that set it, and the work that serves it.",
        context={
            "plans": [(name, list(found)) for name, found in groupby(priorities, lambda one: one.plan)],
            "served": {one.id: _served(view, one) for one in priorities},
            "indicators": {one.id: list(_indicators(view, one)) for one in priorities},
            "ended": plan.ends if plan and plan.ends and plan.ends < view.day and not view.public else None,
        },
        shows=tuple(("priority", f"{one.id}#{one.id}") for one in priorities),
        kicker="Framework",
    )


def _served(view: View, priority: Priority) -> Mapping[str, Sequence[Reference]]:
    """The records that name the priority, by type; audits newest first."""
    naming = sorted(view.linking.get(("priority", priority.id), ()))
    found: dict[str, Sequence[Reference]] = {type: list(each) for type, each in groupby(naming, lambda one: one[0])}
    if "audit" in found:
        found["audit"] = [("audit", one.id) for one in _audits(view, priority)]
    return found


def _audits(view: View, priority: Priority) -> list[Audit]:
    audits = [one for one in view.all(Audit) if priority.id in one.priorities]
    return sorted(audits, key=lambda one: (one.starts or _LATER, one.id), reverse=True)


def _indicators(view: View, priority: Priority) -> Iterator[Mapping[str, str]]:
    """For each of its indicators, the latest figure, its quarter and the target, as people write them."""
    for indicator in filter(None, (view.get(Indicator, id) for id in priority.indicators)):
        figures = view.assessment.figures.get(indicator.id)
        latest = figures.whole.latest if figures and figures.whole else None
        yield {
            "id": indicator.id,
            "latest": written(latest.value, indicator) if latest else "",
            "quarter": latest.quarter.label if latest else "",
            "target": written(indicator.target.value, indicator) if indicator.target else "",
        }
