"""An Atom feed of what is new (RFC 4287): what was published, agreed, withdrawn, held, done in six months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from generator.assurance.calendar.news import News, news
from generator.edition import View
from generator.page import File
from generator.register.names import record_name

LATELY = timedelta(days=183)
_ATOM = "http://www.w3.org/2005/Atom"
_WORDS = {
    "published": "Published", "agreed": "Agreed", "withdrawn": "Withdrawn", "milestone": "Audit",
    "held": "Meeting held", "closed": "Action done", "reviewed": "Framework reviewed",
}  # fmt: skip

_FOLDERS = {
    "action-plan": "action-plans",
    "audit": "audits",
    "briefing": "learning/briefings",
    "deep-dive": "reviews/deep-dives",
    "findings-report": "audits",
    "good-practice": "learning/good-practice",
    "inspection": "reviews/inspections",
    "learning-review": "reviews/learning-reviews",
    "meeting": "assurance/meetings",
    "opinion": "assurance/opinions",
    "peer-review": "reviews/peer-reviews",
    "report": "assurance/reports",
    "sar": "reviews/sars",
    "self-evaluation": "assurance/self-evaluations",
    "survey": "learning/surveys",
}
"""The folder of each type's pages; an entry about a record of another type links to the front page."""


def files(view: View) -> Iterator[File]:
    found = news(view.register, view.assessment, view.withdrawn, view.day - LATELY)
    site = view.partnership.site
    address = (site.public if view.public else site.partnership) or ""
    host = urlsplit(address).hostname or f"{view.partnership.id}.invalid"
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "id", address or f"tag:{host},2024:{view.edition}")
    _add(feed, "title", f"{view.partnership.title}: what is new")
    _add(feed, "updated", _timestamp(found[0].day if found else view.day))
    _add(_add(feed, "author"), "name", view.partnership.title)
    if view.partnership.illustrative:
        _add(feed, "subtitle", view.partnership.illustrative.notice)
    if address:
        ET.SubElement(feed, "link", rel="alternate", href=address)
        ET.SubElement(feed, "link", rel="self", href=f"{address.rstrip('/')}/changes.xml")
    for one in found:
        _entry(feed, view, one, host, address)
    ET.indent(feed, " ")
    yield File("changes.xml", ET.tostring(feed, "unicode", xml_declaration=True) + "\n")


def _entry(feed: ET.Element, view: View, one: News, host: str, address: str) -> None:
    type, _, id = one.about.partition("#")[0].partition("/")
    kind = view.type_name(type)
    entry = _add(feed, "entry")
    _add(entry, "id", f"tag:{host},2024:{view.edition}/{one.id}")
    _add(entry, "title", f"{_WORDS[one.what]}: {_title(view, one, type, id)}")
    _add(entry, "updated", _timestamp(one.day))
    if address:
        folder = f"{_FOLDERS[type]}/{id}/" if type in _FOLDERS and one.what != "withdrawn" else ""
        ET.SubElement(entry, "link", rel="alternate", href=f"{address.rstrip('/')}/{folder}")
    _add(entry, "content", f"{kind}. {one.detail}".strip())


def _title(view: View, one: News, type: str, id: str) -> str:
    """What the entry is about; of a withdrawn record only its kind."""
    if one.what == "withdrawn":
        return view.type_name(type)
    return one.detail if one.what == "closed" and one.detail else record_name(view.register, type, id)


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text or None
    return element
