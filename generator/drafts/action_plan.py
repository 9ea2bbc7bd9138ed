"""What is known of an action plan: the findings and recommendations that no action answers yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.drafts.outline import OPEN, Commented
from generator.model.action_plan import ActionPlan
from generator.model.findings_report import FindingsReport
from generator.model.sar import Sar
from generator.register import Register
from generator.wording import quoted


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return an action for each finding to be developed and each recommendation without one.

    Where the plan's id is that of an audit or a review, only for its findings and recommendations.
    """
    answered = {target for plan in register.all(ActionPlan) for action in plan.actions for target in action.answers}
    found = [(target, text) for target, text in _open(register) if target not in answered]
    own = [(target, text) for target, text in found if target.partition("/")[2].partition("#")[0] == parts["id"]]
    wanted = own or found
    if not wanted:
        return {}
    sources = dict.fromkeys(target.partition("#")[0] for target, _ in wanted)
    actions = [
        {
            "id": f"a{number}",
            "set": OPEN,
            "text": OPEN,
            "answers": Commented([target], quoted(text)),
            "owner": OPEN,
            "due": OPEN,
        }
        for number, (target, text) in enumerate(wanted, 1)
    ]
    return {"arises_from": [*sources], "actions": actions}


def _open(register: Register) -> Iterator[tuple[str, str]]:
    """Findings to be developed and recommendations, each as `type/id#item` with its text."""
    for report in register.all(FindingsReport):
        for finding in report.findings:
            if finding.kind == "area-for-development":
                yield f"findings-report/{report.id}#{finding.id}", finding.statement
    for review in register.all(Sar):
        for one in review.recommendations:
            if one.response is None or one.response.decision != "not-accepted":
                yield f"sar/{review.id}#{one.id}", one.text
