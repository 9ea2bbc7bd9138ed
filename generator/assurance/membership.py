"""Which agencies belong to the partnership, a group or a methodology on a day, and who followed those that left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.model.agency import Agency
from generator.model.group import Term
from generator.register import Register


def belongs(register: Register, agency: str, day: date) -> bool:
    """Return whether an agency is part of the partnership on `day`; true for an agency without a record."""
    found = register.get(Agency, agency)
    return found is None or _covers(found.joined, found.left, day)


def members(register: Register, agencies: Iterable[str], terms: Iterable[Term], day: date) -> tuple[str, ...]:
    """Return those of `agencies` that belong on `day`, by their terms and by their membership of the partnership.

    An agency without a term belongs all the time; one with several, because it left and came back, in each of them.
    """
    terms = tuple(terms)
    present = {one.agency for one in terms if _covers(one.joined, one.left, day)}
    away = {one.agency for one in terms} - present
    return tuple(one for one in agencies if one not in away and belongs(register, one, day))


def former(agency: Agency, day: date) -> bool:
    """Return whether an agency has left the partnership by `day`."""
    return agency.left is not None and agency.left < day


def gone(register: Register, owner: str, day: date) -> Agency | None:
    """Return the agency that an owner names, `agency/<id>` or `group/<id>`, where it has left by `day`; else None."""
    type, _, id = owner.partition("/")
    found = register.get(Agency, id) if type == "agency" else None
    return found if found and former(found, day) else None


def successor(register: Register, agency: Agency, day: date) -> str:
    """Return the id of the agency that took the place of one that left, and has not itself left by `day`; or empty."""
    passed = {agency.id}
    following = register.get(Agency, agency.succeeded_by)
    while following and following.id not in passed and former(following, day):
        passed.add(following.id)
        following = register.get(Agency, following.succeeded_by)
    return following.id if following and following.id not in passed else ""


def _covers(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
