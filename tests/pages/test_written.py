"""What hand-written pages say of a partnership, whatever its record has."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from conftest import ROOT
from editions import view
from small import PARTNERSHIP, small

from generator import render
from generator.components import Link, phrase
from generator.model.partnership import RoleContact
from generator.pages import written
from generator.schema import Schema

DAY = date(2026, 5, 20)
PEOPLE = RoleContact(role="Data Lead", email="data@example.org")


def made(schemas: dict[str, Schema], name: str, **record: Any) -> dict[str, str]:
    """Return the hand-written pages of an edition as text, by path."""
    known = small(schemas, {"partnership/board": {**PARTNERSHIP, **record}})
    return {one.path: str(one.content) for one in render.site(view(known, DAY, name), [], [], ROOT / "site").texts}


def test_a_page_names_the_address_of_its_own_edition(schemas: dict[str, Schema]) -> None:
    site = {"site": {"public": "https://public.example.org/", "partnership": "https://partners.example.org/"}}
    for name, other in (("public", "partners"), ("partnership", "public")):
        said = made(schemas, name, **site)["accessibility.md"]
        own = site["site"][name]
        assert f'applies to <a href="{own}">{own}</a>, the quality assurance site' in said
        assert f"https://{other}." not in said
    assert "applies to this website, the" in made(schemas, "public")["accessibility.md"]


def test_privacy_says_how_counts_are_published_only_where_something_is_done(schemas: dict[str, Schema]) -> None:
    assert "Counts of people below 5, zero included, are withheld" in made(schemas, "public")["privacy.md"]
    exact = {"threshold": 0, "base": 1, "suppress_zero": False}
    assert "Small numbers" not in made(schemas, "public", disclosure=exact)["privacy.md"]


def test_an_edition_says_for_whom_it_is() -> None:
    assert written.edition_note("public", "The Office") == ""
    assert "It is for the Office only." in written.edition_note("working", "The Office")
    assert "It is for the partner agencies only." in written.edition_note("partnership", "The Office")


def test_whom_to_ask_is_a_role_with_its_mailbox_or_the_business_unit() -> None:
    mail = Link("mailto:data@example.org", "data@example.org")
    assert written.privacy_contact(PEOPLE, "Office") == phrase("Ask the Data Lead, at ", mail, ".")
    assert written.privacy_contact(RoleContact(role="Data Lead"), "Office") == phrase("Ask the Data Lead.")
    assert written.privacy_contact(None, "Office") == phrase("Ask the Office.")
    assert written.accessibility_contact(PEOPLE, "Office") == phrase("e-mail ", mail, " (Data Lead)")
    assert written.accessibility_contact(RoleContact(role="Data Lead"), "Office") == phrase("contact the Data Lead")
    assert written.accessibility_contact(None, "Office") == phrase("contact the Office")


@pytest.mark.parametrize("name", ["working", "partnership", "public"])
def test_every_value_is_used_by_a_page(schemas: dict[str, Schema], name: str) -> None:
    pages = "".join(path.read_text() for path in (ROOT / "site/pages").glob("*.md"))
    seen = view(small(schemas, {}), DAY, name)
    used = set(re.findall(r"\w+", " ".join(re.findall(r"\{[{%](.*?)[%}]\}", pages))))
    assert set(written.values(seen)) <= used
