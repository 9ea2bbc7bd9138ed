"""The feed of what is new: a valid Atom document whose entries lead to pages and give away nothing withdrawn."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from editions import view

from generator import pages
from generator.edition import View
from generator.feeds import changes
from generator.register import Register

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = date(2026, 11, 20)


def feed(seen: View) -> ET.Element:
    (file,) = changes.files(seen)
    return ET.fromstring(file.content)


@pytest.mark.parametrize("name", ["partnership", "public"])
def test_every_entry_leads_to_a_page_there_is(shipped: Register, name: str) -> None:
    seen = view(shipped, DAY, name)
    site = seen.partnership.site.public if seen.public else seen.partnership.site.partnership
    urls = {f"{site}{page.url}" for page in pages.every(seen)} | {site}
    links = [link.get("href") for link in feed(seen).iterfind(f"{ATOM}entry/{ATOM}link")]
    assert links
    assert [link for link in links if link not in urls] == []


def test_entries_are_dated_named_once_and_newest_first(shipped: Register) -> None:
    found = feed(view(shipped, DAY, "partnership"))
    ids = [entry.findtext(f"{ATOM}id") for entry in found.iter(f"{ATOM}entry")]
    dates = [entry.findtext(f"{ATOM}updated") for entry in found.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert dates == sorted(dates, reverse=True)
    assert found.findtext(f"{ATOM}updated") == dates[0]
    assert all(str(when) <= "2026-11-20T23:59:59Z" for when in dates)


def test_an_entry_is_called_what_the_site_calls_its_record(shipped: Register) -> None:
    titles = [str(title.text) for title in feed(view(shipped, DAY, "partnership")).iterfind(f"{ATOM}entry/{ATOM}title")]
    assert "Meeting held: Quality Assurance Partnership, 5 November 2026" in titles
    assert "Agreed: Findings report: Executive capacity and advocacy" in titles


def test_the_public_feed_has_published_records_only(shipped: Register) -> None:
    titles = [str(title.text) for title in feed(view(shipped, DAY, "public")).iterfind(f"{ATOM}entry/{ATOM}title")]
    assert {title.partition(":")[0] for title in titles} <= {"Published", "Withdrawn", "Framework reviewed"}
