"""An id that a record had before belongs to no other record.

Links to a former id lead to the record that has it under `formerly`. Where another record has that id now, or had it
too, they would lead to the wrong one.

Wrong: `formerly: [2026-fire-safety]`, while `records/audit/2026-fire-safety.yaml` is another audit.
Right: `formerly: [2026-fire-safety]`, after that file was renamed to this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import Fault
from generator.register import Entry, Register

upholds = ()
level = "E"
as_written = True


def problems(register: Register) -> Iterator[Fault]:
    for type, entries in register.entries.items():
        had: dict[str, Entry] = {}
        for entry in entries.values():
            for position, id in enumerate(entry.record.formerly):
                place = entry.place("formerly", position)
                other = entries.get(id) or had.setdefault(id, entry)
                if other is not entry:
                    message = f"“{id}” is {'now' if id in entries else 'also formerly'} the id of another {type}"
                    yield Fault(place, message, "Delete it here, or in the other.", (other.place(note="the other"),))
                elif id == entry.id:
                    yield Fault(place, f"“{id}” is the id that the record has now", "Delete it here.")
