"""Who owns what is to be done, and who should take it on where that agency has left the partnership."""

from __future__ import annotations

from generator.assurance.membership import gone, successor
from generator.components.inline import Badge, Link, Phrase, Stack, stack
from generator.edition import View
from generator.wording import day

NEEDED = Badge("Needs a new owner", "poor")
"""Something open whose owner has left."""


def owner(view: View, written: str | None, *, open: bool = True) -> Link | Stack | None:
    """Return an owner, `agency/<id>` or `group/<id>`; where it has left and this is still `open`, who should follow."""
    if not written:
        return None
    agency = gone(view.register, written, view.day) if open else None
    if agency is None:
        return Link(written)
    heir = successor(view.register, agency, view.day)
    follows = (Link(f"agency/{heir}"), ", which took its place") if heir else ("another owner",)
    return stack(Link(written), NEEDED, Phrase((f"Left on {day(agency.left)}: give it to ", *follows), soft=True))


def needed(count: int) -> str:
    """Return how many things need a new owner: `1 needs a new owner`; empty for none."""
    return f"{count} {'needs' if count == 1 else 'need'} a new owner" if count else ""
