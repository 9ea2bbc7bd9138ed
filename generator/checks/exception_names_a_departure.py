"""An exception names a rule that can be departed from.

`exceptions` records why a departure from the framework is right here. A rule that does not exist excepts nothing, and
an error can't be excepted: it is a thing that cannot be true, cannot be read or is unsafe to publish.

Wrong: `rule: audit-shared-week-before`.
Right: `rule: audit-shared-a-week-before`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import checks, schema
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    rules = checks.modules()
    may = [rule for rule, check in rules.items() if check.level == "D"]
    for entry in register.each():
        for position, exception in enumerate(entry.record.exceptions):
            if exception.rule not in may:
                known = exception.rule in (*rules, "schema", "yaml", "file")
                message = f"there is no rule “{exception.rule}”{schema.nearest(exception.rule, may)}"
                yield Fault(
                    entry.place("exceptions", position, "rule"),
                    f"the rule “{exception.rule}” has no exceptions: what breaks it is an error" if known else message,
                    "Delete the exception, and correct the record."
                    if known
                    else "Write the name of the rule as `qa check` prints it with the departure.",
                )
