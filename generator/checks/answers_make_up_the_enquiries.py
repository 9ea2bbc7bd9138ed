"""The answers about outcomes make up the enquiries concluded.

Individuals should be asked about the outcomes they wish to achieve, and the partnership monitors whether they are. So
each concluded enquiry is counted under one answer: asked and said, asked and not said, not asked, not known, not
recorded. Whether people got what they asked for is counted in the same way. Where the answers add up to more or fewer,
the return says why. A single answer larger than its whole is an error under the rule part-within-its-whole.

Wrong: `enquiries-concluded: {count: 220}`, and `asked: {count: 180}` and `not-asked: {count: 30}` are all its answers.
Right: `asked: {count: 180}` and `not-asked: {count: 40}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.assurance.figures import contradictions
from generator.problem import Fault
from generator.register import Register

upholds = ("R02",)
level = "D"
REASON = "If they differ, say why under `exceptions` with `rule: answers-make-up-the-enquiries`."


def problems(register: Register) -> Iterator[Fault]:
    for fault in contradictions.faults(register, "answers"):
        yield replace(fault, remedy=f"{fault.remedy} {REASON}")
