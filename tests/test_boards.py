"""Four partnerships build from records alone, and no page of one says what is true of another."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from conftest import ROOT
from editions import texts, view

from generator import cli, pages, register
from generator.cli import build
from generator.edition import EDITIONS
from generator.register import Register
from generator.schema import Schema

BOARDS = {
    "shipped": ROOT,
    "second": ROOT / "tests/second",
    "wales": ROOT / "tests/boards/wales",
    "county": ROOT / "tests/boards/county",
}
FALSE = {
    "second": r"care act|section 4\d\b|making safeguarding personal|safeguarding adult review|borough|stockport",
    "wales": (
        r"care act|section 4\d\b|statutory guidance|making safeguarding personal|safeguarding adult review"
        r"|(?-i:\bSARs?\b)|borough|stockport|care quality commission|quality assurance partnership|NHS England"
        r"|adult review"
    ),
    "county": (
        r"outstanding:|requires improvement|inadequate|borough|stockport|safeguarding adult review"
        r"|quality assurance partnership|care act"
    ),
}
"""Words that would be false of a board; those of the shipped one are its own."""
TRUE = {
    "wales": {
        "reviews/sars/index.md": ["Adult practice reviews", "Concise practice review"],
        "reviews/sars/2025-ct-1.md": ["Adult practice review", "Concise practice review"],
        "agencies/sir-uchaf.md": ["Yes, by the Social Services and Well-being (Wales) Act 2014"],
        "assurance/reports/index.md": ["Annual plan"],
    },
    "county": {
        "audits/2026-hoarding.md": ["Green 2, Amber 1, Red 1", "The 6 weeks from 2 February 2026", "Workshop"],
        "framework/governance.md": ["six weeks"],
        "performance/concerns.md": ["Concerns"],
        "agencies/prison.md": ["Prison"],
    },
}


@pytest.fixture(scope="module")
def registers(schemas: dict[str, Schema]) -> dict[str, Register]:
    return {name: register.read(folder, schemas) for name, folder in BOARDS.items()}


def said(known: Register, edition: str) -> dict[str, str]:
    """Every page of an edition as plain words; without the record guide's examples, which are of an invented board."""
    seen = view(known, build.default_day(known), edition)
    found = texts(seen, pages.modules())
    plain = {path: html.unescape(re.sub(r"<script.*?</script>|<pre.*?</pre>|<[^>]*>", "", text, flags=re.DOTALL))
             for path, text in found.items() if path.endswith(".md")}  # fmt: skip
    return {path: text.partition("## An example")[0] for path, text in plain.items()}


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_has_no_errors(name: str, registers: dict[str, Register]) -> None:
    assert registers[name].faults == ()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", FALSE)
def test_no_page_says_what_is_false_of_a_board(name: str, edition: str, registers: dict[str, Register]) -> None:
    false = re.compile(FALSE[name], re.IGNORECASE)
    found = [
        (path, text[max(at.start() - 60, 0) : at.end() + 40])
        for path, text in said(registers[name], edition).items()
        for at in false.finditer(text)
    ]
    assert not found


@pytest.mark.parametrize("name", TRUE)
def test_a_boards_own_law_words_and_grades_are_on_its_pages(name: str, registers: dict[str, Register]) -> None:
    found = said(registers[name], "partnership")
    for path, words in TRUE[name].items():
        for word in words:
            assert word in found[path], f"{path}: {word}"


@pytest.mark.parametrize("name", ["wales", "county"])
def test_a_board_builds(name: str, tmp_path: Path) -> None:
    words = ["build", "--root", str(BOARDS[name]), "--out", str(tmp_path), "--edition", "partnership"]
    assert cli.main(words) == 0
    assert (tmp_path / "site/partnership/index.html").exists()
