"""A self-evaluation has all its evaluators among its authors.

The framework names who completes the strategic self-evaluation: those who see the work from within, and those who see
it from outside. Where one of them is missing, the record says why.

Wrong: the framework lists the evaluators `business-unit` and `independent-chair`, and `authors: [business-unit]`.
Right: `authors: [business-unit, independent-chair]`; or the first alone, with `reason: The Chair's term had ended.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.self_evaluation import SelfEvaluation
from generator.problem import Fault
from generator.register import Register
from generator.wording import listed

upholds = ("R22",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    if register.has_unreadable("framework"):
        return
    for entry, evaluation in register.of(SelfEvaluation):
        asked = register.framework.evaluators
        missing = [f"“{one.title}”" for one in asked if one.id not in evaluation.authors]
        if missing:
            yield Fault(
                entry.place("authors"),
                f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} not among the authors",
                "Add it; if it had no part in this, say why in `reason`, or under `exceptions` "
                "with `rule: self-evaluation-by-all-evaluators`.",
                reason=evaluation.reason or "",
            )
