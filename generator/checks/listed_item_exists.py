"""An item of a list that a record names exists.

Principles, sources, kinds of audit, milestones and other lists in which boards differ are kept in the record of the
framework, the methodology or the partnership. An item that no list has is counted nowhere. A list that is gone is
reported once.

Wrong: `sources: [case-files]`, where the framework lists `case-records`.
Right: `sources: [case-records]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.problem import Fault
from generator.register import Register
from generator.register.references import MANY, alike, combined, not_found
from generator.wording import inside

upholds = ("R01",)
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    unreadable = {type for type, _ in register.broken}
    gone: dict[tuple[str, str], list[Fault]] = {}
    for entry in register.each():
        for route, name, written in schema.walk(register.schemas[entry.type].items, entry.value):
            type, _, field = name.partition("/")
            if written in register.items[name] or type in unreadable:
                continue
            ids = list(register.items[name])
            message = f"“{written}” is not among the {field.rpartition('.')[2].replace('_', ' ')}"
            remedy = f"Choose one of {', '.join(ids)}." if ids else f"No {type} record lists any: add it there."
            fault = not_found(entry.place(*route), message, remedy, str(written), ids, alike(str(written), ids))
            if not register.entries[type]:
                gone.setdefault((type, ""), []).append(fault)
            elif not ids:
                gone.setdefault((type, field), []).append(fault)
            else:
                yield fault
    for (type, field), faults in gone.items():
        title = inside(register.schemas[type].title)
        missing = f"no {title} lists any {field.replace('_', ' ')}" if field else f"there is no {title}"
        back = f"Put `{field}` back in the {title}." if field else f"Put the {title} back in records/{type}/."
        yield from faults if len(faults) < MANY else [combined(faults, f"{missing}, and {{}} need it", back)]
