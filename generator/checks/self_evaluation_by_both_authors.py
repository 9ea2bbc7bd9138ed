"""A self-evaluation has both its authors.

The Safeguarding Partnership Business Unit and Independent Chair will complete a strategic self-evaluation. The one sees
the work from within, the other from outside; where one of them is missing, the record says why.

Wrong: `authors: [business-unit]`.
Right: `authors: [business-unit, independent-chair]`; or the first alone, with `reason: The Chair's term had ended.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.self_evaluation import SelfEvaluation
from generator.problem import Fault
from generator.register import Register

upholds = ("R22",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    for entry, evaluation in register.of(SelfEvaluation):
        asked = register.schemas[entry.type].tree["properties"]["authors"]["items"]["enum"]
        missing = [f"“{author}”" for author in asked if author not in evaluation.authors]
        if missing:
            yield Fault(
                entry.place("authors"),
                f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not among the authors",
                "Add it; if it had no part in this, say why in `reason`, or under `exceptions` "
                "with `rule: self-evaluation-by-both-authors`.",
                reason=evaluation.reason or "",
            )
