"""All records, linked, by type and id; and with `at(date)`, what was known on a day."""

from generator.register.links import Link, target, unlinked
from generator.register.reading import gather, read
from generator.register.records import Entry, Register

__all__ = ["Entry", "Link", "Register", "gather", "read", "target", "unlinked"]
