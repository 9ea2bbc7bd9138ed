"""No two records are about one thing.

What happened once is recorded once: two records of one audit would count it twice, and two indicators with one code
could not be distinguished. Which fields distinguish records of a type stands in its schema (`x-unique`); letter case
and spacing don't.

Wrong: `records/indicator/k15.yaml` and `records/indicator/k30.yaml` both say `code: K15`.
Right: each indicator has a code of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.problem import Fault
from generator.register import Entry, Register
from generator.wording import inside

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    for type, entries in register.entries.items():
        reported = set()
        for fields in register.schemas[type].tree.get("x-unique", ()):
            seen: dict[tuple[str, ...], Entry] = {}
            for entry in entries.values():
                values = schema.unique_values(entry.value, fields)
                if values is None:
                    continue
                first = seen.setdefault(values, entry)
                if first is not entry and entry.id not in reported:
                    reported.add(entry.id)
                    yield _fault(entry, first, fields, inside(register.schemas[type].title))


def _fault(entry: Entry, first: Entry, fields: list[str], title: str) -> Fault:
    *before, last = [f"“{name}”" for name in fields if schema.at(entry.value, name) is not None]
    named = f"{', '.join(before)} and {last}" if before else last
    return Fault(
        entry.place(*fields[0].split(".")),
        f"another {title}, {first.id}, has the same {named}",
        "If they are one, delete one of the files; if not, say in these fields what distinguishes them.",
        (first.place(*fields[0].split("."), note="the other"),),
    )
