"""An exception names a rule that can be departed from.

`exceptions` records why a departure from the framework is right here. A rule that does not exist excepts nothing, and
an error can't be excepted: it is a thing that cannot be true, cannot be read or is unsafe to publish. What the screens
for personal data report are errors, but they can be wrong. So an exception for one field may allow what they find
there; one for the whole record would also allow other personal data.

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
    screens = [rule for rule, check in rules.items() if checks.excusable(check)]
    may = [rule for rule, check in rules.items() if check.level == "D" or rule in screens]
    for entry in register.each():
        for position, exception in enumerate(entry.record.exceptions):
            place = entry.place("exceptions", position, "rule")
            if exception.rule in (*rules, "schema", "yaml", "file") and exception.rule not in may:
                message = f"the rule “{exception.rule}” has no exceptions: what breaks it is an error"
                yield Fault(place, message, "Delete the exception, and correct the record.")
            elif exception.rule not in may:
                message = f"there is no rule “{exception.rule}”{schema.nearest(exception.rule, may)}"
                yield Fault(place, message, "Write the name of the rule as `qa check` prints it.")
            elif exception.rule in screens and not exception.field:
                message = f"the exception from “{exception.rule}” names no field"
                yield Fault(
                    place, message, "Add `field`, as `qa check` prints it: the rest of the record is not excepted."
                )
