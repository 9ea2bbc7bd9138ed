"""There is one partnership.

Its record says whose records these are, when its year begins and how counts are made safe to publish. Without it
nothing can be worked out; with two, either could be meant.

Wrong: `records/partnership/` is empty, or holds two files.
Right: `records/partnership/` holds one file.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problem import Fault, Place
from generator.register import Register

upholds = ()
level = "E"


def problems(register: Register) -> Iterator[Fault]:
    entries = [*register.entries["partnership"].values()]
    for other in entries[1:]:
        message = f"there is another record of the partnership, {entries[0].id}"
        yield Fault(other.place(), message, "Keep one and delete the other.", (entries[0].place(note="the other"),))
    if not entries and not register.has_unreadable("partnership"):
        remedy = "Add it: `qa new partnership ID` begins one."
        yield Fault(Place("records/partnership"), "there is no record of the partnership itself", remedy)
