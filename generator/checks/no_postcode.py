"""No text holds a postcode.

A postcode is fifteen addresses, often fewer. In capitals with its space anything of that form counts; in small letters,
or without the space, only one of an area that there is. Its first half alone (SK1) may stand, and so may the address of
an office in a field made for public contact. Comments and file names are read too.

Wrong: `note: The home is at SK99 9ZZ.`
Right: `note: The home is in the north of the borough.`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.privacy import screening
from generator.problem import Fault
from generator.register import Register

upholds = ()
level = "E"
secret = True
excusable = True


def problems(register: Register) -> Iterator[Fault]:
    yield from screening.faults(
        register, "postcode", "a postcode", "Name the ward or the town; if it was committed, follow SECURITY.md."
    )
