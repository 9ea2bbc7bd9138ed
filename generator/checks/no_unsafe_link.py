"""Each link leads to a web address, a mailbox or a record.

A link is the one thing in a record that a reader acts upon. It begins with https://, http:// or mailto:, or names a
record (`record:audit/2026-fire-safety`); any other link is refused, and so is the address of a script anywhere in
a text.

Wrong: `note: "[Read it](javascript:alert(1))"`
Right: `note: "[Read it](https://www.example.org/report)"`
"""

from generator.privacy.screening import screened

upholds = ()
level = "E"
problems = screened(
    "unsafe-link",
    "a link to an address that is not allowed",
    "Begin its address with https://, or name a record: (record:type/id).",
)
