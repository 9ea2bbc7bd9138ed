"""An answer counts no more cases than were audited.

Each case is answered once in each question, so the answers to a question can't add up to more than the cases.

Wrong: `cases_audited: 8` and `cases: {"yes": 7, "no": 2}`.
Right: `cases_audited: 8` and `cases: {"yes": 6, "no": 2}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit_return import AuditReturn
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for entry, made in register.of(AuditReturn):
        cases = made.cases_audited
        if not isinstance(cases, int):
            continue
        for position, answer in enumerate(made.answers):
            total = sum(count for count in answer.cases.values() if isinstance(count, int))
            if total > cases:
                yield Fault(
                    entry.place("answers", position, "cases"),
                    f"the answer to “{answer.question}” counts {total:,} cases, and {cases:,} were audited",
                    "Correct whichever is wrong.",
                    (entry.place("cases_audited", note="cases audited"),),
                )
