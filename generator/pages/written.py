"""What hand-written pages may say of the partnership: each value by the name under which they use it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.components import Link, Phrase, partnership, phrase
from generator.edition import View
from generator.model.partnership import RoleContact
from generator.wording import the


def values(view: View) -> Mapping[str, Any]:
    """Return every value that a page in `site/pages` may use, by its name."""
    board = view.partnership
    return {
        "partnership": board,
        "report_abuse": partnership.report_abuse(board),
        "this_website": this_website(view),
        "small_numbers": view.policy.words,
        "edition_note": edition_note(view.edition, board.business_unit),
        "accessibility_contact": accessibility_contact(board.accessibility_contact, board.business_unit),
        "privacy_contact": privacy_contact(board.privacy_contact, board.business_unit),
    }


def this_website(view: View) -> Link | str:
    """Return a link to the site of the edition's readers, or `this website` where no address is recorded."""
    site = view.partnership.site
    address = site.public if view.public else site.partnership
    return Link(address, address) if address else "this website"


def edition_note(edition: str, business_unit: str) -> str:
    """Return what an edition has beyond the public one, and for whom it is; nothing for the public edition."""
    if edition == "public":
        return ""
    readers = the(business_unit) if edition == "working" else "the partner agencies"
    return (
        f"This is the {edition} edition. It has more than the public may see: figures that are not rounded, open "
        f"audits, actions and each agency’s part in them. It is for {readers} only. Please don’t copy it, print it for "
        "others or send links to people outside."
    )


def accessibility_contact(contact: RoleContact | None, business_unit: str) -> Phrase:
    """Return how to ask for another format: an e-mail link to a role, or else which role or unit to contact."""
    if contact is None:
        return phrase(f"contact {the(business_unit)}")
    if not contact.email:
        return phrase(f"contact {the(contact.role)}")
    return phrase("e-mail ", Link(f"mailto:{contact.email}", contact.email), f" ({contact.role})")


def privacy_contact(contact: RoleContact | None, business_unit: str) -> Phrase:
    """Return whom to ask about privacy, and at which address where there is one."""
    if contact is None or not contact.email:
        return phrase(f"Ask {the(contact.role if contact else business_unit)}.")
    return phrase(f"Ask {the(contact.role)}, at ", Link(f"mailto:{contact.email}", contact.email), ".")
