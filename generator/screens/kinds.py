"""Every kind of thing that is screened for, by its name, and how it is found in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.screens import contacts, markup, names, people
from generator.screens.plain import Span, plain


@dataclass(frozen=True)
class LocalSettings:
    """One partnership's settings: allowed e-mail domains, public telephone numbers, and forms (`LAS00000`) of case
    numbers.
    """

    domains: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    shapes: tuple[str, ...] = ()


Finder = Callable[[str, LocalSettings], Iterator[Span]]

KINDS: dict[str, Finder] = {
    "nhs-number": lambda text, local: people.nhs_numbers(text),
    "national-insurance-number": lambda text, local: people.national_insurance_numbers(text),
    "date-of-birth": lambda text, local: people.dates_of_birth(text),
    "case-reference": lambda text, local: people.case_references(text, local.shapes),
    "postcode": lambda text, local: contacts.postcodes(text),
    "personal-telephone-number": lambda text, local: contacts.telephone_numbers(text, local.numbers),
    "personal-email-address": lambda text, local: contacts.mail_addresses(text, local.domains),
    "personal-name": lambda text, local: names.names(text),
    "markup": lambda text, local: markup.markup(text),
    "unsafe-link": lambda text, local: markup.links(text),
    "hidden-character": lambda text, local: markup.hidden(text),
}


def find(kind: str, text: str, local: LocalSettings) -> list[Span]:
    """Return where the text has something of the kind, start and end, by place.

    A line break in the text counts as a space; its lines must not be indented.
    """
    return sorted(set(KINDS[kind](text if kind == "hidden-character" else plain(text), local)))
