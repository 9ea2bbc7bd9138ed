"""No text holds a person's telephone number.

Mobile, land-line and foreign numbers count, however they are grouped. Those that begin with 03, 05, 08 or 09 belong to
organisations, and a number that stands in a field made for public contact, as the partnership's contacts do, may stand
anywhere. Comments and file names are read too.

Wrong: `note: Her son can be rung on 07700 900123.`
Right: `note: Her son can be reached through her social worker.`
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
        register,
        "personal-telephone-number",
        "a telephone number",
        "Take it out; if it was committed, follow SECURITY.md.",
    )
