"""No text holds an e-mail address of a domain that is not allowed.

An address is a name. Those of the domains that the partnership's record lists under `email_domains` may stand, shared
mailboxes for choice; any other is refused. Comments are read too.

Wrong: `email: anna@mail.example`
Right: `email: privacy@example.org`, where `email_domains` has example.org
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
        "personal-email-address",
        "an e-mail address of a domain that is not allowed",
        "Write a mailbox of a domain under the partnership's `email_domains`; if it was committed, follow SECURITY.md.",
    )
