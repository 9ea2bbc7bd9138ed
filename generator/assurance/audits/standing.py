"""How each audit stands: planned, running, overrun or finished; who returned, what was found and what is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.assurance.actions.status import ActionState
from generator.assurance.audits.participation import Part
from generator.assurance.audits.windows import MilestoneStanding, Window
from generator.model.action_plan import ActionPlan
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.findings_report import FindingsReport
from generator.register import Register

State = Literal["planned", "running", "overrun", "finished"]


@dataclass(frozen=True)
class AuditStanding:
    """One audit. `report`, `plans` and `actions` are empty where the edition does not show them.

    `parts` is empty where the partnership records no returns.
    """

    audit: Audit
    state: State
    window: Window | None
    parts: tuple[Part, ...]
    report: FindingsReport | None
    plans: tuple[ActionPlan, ...]
    actions: tuple[ActionState, ...]

    @property
    def asked(self) -> int:
        """How many agencies were asked and not exempted."""
        return sum(part.state != "exempt" for part in self.parts)

    @property
    def returned(self) -> int:
        return sum(part.received is not None for part in self.parts)

    @property
    def missing(self) -> tuple[Part, ...]:
        """The agencies, not exempt, whose return is overdue."""
        return tuple(part for part in self.parts if part.state == "not-returned")

    @property
    def next(self) -> MilestoneStanding | None:
        """The first milestone that has not happened."""
        milestones = self.window.milestones if self.window else ()
        return next((one for one in milestones if not one.actual), None)

    def findings(self, kind: str) -> int:
        return sum(finding.kind == kind for finding in self.report.findings) if self.report else 0


def standings(
    register: Register,
    windows: Mapping[str, Window],
    participation: Iterable[Part],
    actions: Iterable[ActionState],
    day: date,
) -> tuple[AuditStanding, ...]:
    """Return how every audit of the register stands on `day`, the newest first; `windows` are by audit id."""
    plans: dict[str, dict[str, ActionPlan]] = defaultdict(dict)
    for plan in register.all(ActionPlan):
        for source in plan.arises_from:
            plans[source][plan.id] = plan
    parts, by_plan, received = defaultdict(list), defaultdict(list), defaultdict(set)
    for part in participation:
        parts[part.audit].append(part)
    for action in actions:
        by_plan[action.plan].append(action)
    for one in register.all(AuditReturn):
        received[one.audit].add(one.agency)
    made = []
    for audit in register.all(Audit):
        window, report = windows.get(audit.id), register.get(FindingsReport, audit.id)
        own = sorted((plans[f"audit/{audit.id}"] | plans[f"findings-report/{audit.id}"]).items())
        made.append(
            AuditStanding(
                audit=audit,
                state=state(audit, window, report, received[audit.id], day),
                window=window,
                parts=tuple(parts[audit.id]) if "audit-return" in register.types else (),
                report=report,
                plans=tuple(plan for _, plan in own),
                actions=tuple(action for id, _ in own for action in by_plan[id]),
            )
        )
    return tuple(sorted(made, key=lambda one: (one.audit.starts or date.max, one.audit.id), reverse=True))


def state(
    audit: Audit, window: Window | None, report: FindingsReport | None, received: Collection[str], day: date
) -> State:
    """Return an audit's state; one without a window (a single agency's) is finished once every agency returned."""
    returned = window is None and bool(audit.agencies) and set(audit.agencies) <= set(received)
    if returned or (window and window.finished) or (report and report.presented_on):
        return "finished"
    if audit.starts is None or day < audit.starts:
        return "planned"
    return "overrun" if window and day > window.ends else "running"
