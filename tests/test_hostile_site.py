"""A record whose every text is meant to run something is refused; and were it not, no page would run it."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import world

from generator import checks, register
from generator.cli import build
from generator.privacy.screening import MOST
from generator.routes import Route
from generator.schema import Schema
from generator.spreadsheet import ENCODING

pytestmark = pytest.mark.xdist_group("canary")

REFUSED = [
    "<script>evil()</script>", "<img src=//evil.example onerror=evil()>", "![x](https://evil.example/x.png)",
    "[x](javascript:evil())", "{{ 31337*3 }}", "{% for x in evil %}", "</textarea></script><script>evil()</script>",
    "x {: onclick=evil() }", "<svg/onload=evil()>", "[x](data:text/html,evil)", "</a><a href=//evil.example>x",
    "<!-- evil -->", "<style>@import'//evil.example'</style>", "{#evil}", "words\u202eliv",
]  # fmt: skip
HARMLESS = [
    '" onmouseover="evil()',
    "' onfocus='evil()",
    "=HYPERLINK(1)",
    "&lt;script&gt;evil()",
    "# x",
    "`x",
    "a|b|",
    "---",
]
"""Not markup, and yet words that could break out of an attribute, a cell or a line."""


class Hostile(world.World):
    """A world whose every free text is an attack, the next one each time."""

    attacks: Iterator[str]

    def _text(self, type: str, node: Mapping[str, Any], route: Route) -> str:
        text = super()._text(type, node, route)
        if text not in self.planted or node.get("enum"):
            return text
        attack = next(one for one in self.attacks if len(one) <= node.get("maxLength", 300))
        self.planted[attack] = (type, route, self.stage)
        return attack


def hostile(schemas: Mapping[str, Schema], attacks: list[str], monkeypatch: pytest.MonkeyPatch) -> Hostile:
    monkeypatch.setattr(Hostile, "attacks", cycle(attacks), raising=False)
    monkeypatch.setattr(world, "World", Hostile)
    made = world.full(schemas)
    assert isinstance(made, Hostile)
    return made


@pytest.mark.parametrize("attack", REFUSED)
def test_an_attack_is_refused_in_every_text(
    attack: str, schemas: dict[str, Schema], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = hostile(schemas, [attack, "x"], monkeypatch)
    problems = checks.run(register.gather(made.documents, schemas))
    rules = ("no-markup", "no-unsafe-link", "no-hidden-character")
    told = Counter(one.place.file for one in problems if one.rule in rules and not one.place.key)
    meant = Counter({one.name: attacked(one.value, attack) for one in made.documents})
    assert meant.total() >= 100
    assert not {name: (told[name], number) for name, number in meant.items() if told[name] < min(number, MOST)}


def attacked(value: Any, attack: str) -> int:
    """How many texts of a value hold the attack."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(attacked(one, attack) for one in inner) + (isinstance(value, str) and attack in value)


_FETCHES = ("href", "src", "action", "data", "srcset", "style", "poster", "formaction")


class Page(HTMLParser):
    """What of a page could run, fetch or lead somewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            said = (value or "").replace("&amp;", "&")
            if name.startswith("on") or "evil" in name:
                self.found.append(f"<{tag} {name}>")
            if name in _FETCHES and re.match(r"(?:https?:)?//evil|\W*(?:javascript|data:text)|.*@import", said):
                self.found.append(f"<{tag} {name}={said}>")
        if tag in ("iframe", "object", "embed"):
            self.found.append(tag)

    def handle_data(self, data: str) -> None:
        if self.lasttag in ("script", "style") and "evil" in data and not data.lstrip().startswith("{"):
            self.found.append(f"<{self.lasttag}> {data[:80]}")


@pytest.fixture(scope="module")
def built(schemas: dict[str, Schema], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Business Unit's edition of records full of attacks, built as if no check had refused them."""
    root = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        made = hostile(schemas, REFUSED + HARMLESS, patch)
        for document in made.documents:
            path = root / document.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(document.data)
        patch.setattr(checks, "run", lambda register: [])
        out = root / "build"
        assert build.write_pages(root, out, ("working",), date(2026, 6, 30))
        build.run_engine(out, ("working",), "mkdocs", date(2026, 6, 30))
    return out / "site" / "working"


def test_no_page_runs_fetches_or_leads_where_a_record_says(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 60
    found = {str(path.relative_to(built)): Page(path.read_text()).found for path in pages}
    assert {name: what for name, what in found.items() if what} == {}
    assert any("evil" in path.read_text() for path in pages), "the attacks are there, as words"


def test_no_template_is_run(built: Path) -> None:
    for path in built.rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".xml", ".ics", ".txt"):
            assert "94011" not in path.read_text().replace(",", ""), path


def test_what_programs_read_is_whole(built: Path) -> None:
    read = 0
    for path in built.rglob("*.json"):
        json.loads(path.read_text())
        read += 1
    for path in built.rglob("*.csv"):
        assert path.read_bytes().startswith(codecs.BOM_UTF8), path
        rows = [*csv.reader(path.read_text(ENCODING).splitlines())]
        assert len({len(row) for row in rows}) == 1, path
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "@", "+")], path
        read += 1
    assert read > 2


def test_a_file_name_leads_nowhere(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    """Names that Git can hold and a shell or a browser reads otherwise: told on one line, read by nobody."""
    folder = tmp_path / "records/term"
    folder.mkdir(parents=True)
    names = [
        "..yaml", "...yaml", "%2e%2e.yaml", "a\u202elmay.yaml", "con\u200bcern.yaml", "$(evil).yaml", "`evil`.yaml",
        "-rf.yaml", "<script>.yaml", "a;evil.yaml", "a\nb.yaml", "е-cyrillic.yaml", "ｗｉｄｅ.yaml", "{{7}}.yaml",
        "a\\..\\b.yaml", " a.yaml",
    ]  # fmt: skip
    for name in names:
        (folder / name).write_text("title: Word\nmeaning: What it says.\n")
    found = register.read(tmp_path, schemas)
    problems = checks.run(found)
    assert not list(found.each())
    assert {one.rule for one in problems} <= {"file", "partnership-is-one"}
    assert len([one for one in problems if one.rule == "file"]) == len(names)
    assert all(f"{one.place}{one.message}{one.remedy}".isprintable() for one in problems)
