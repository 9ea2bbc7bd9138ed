"""Whatever a record says, as Markdown it is only its words: to GitHub's reader and to the site's engine."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown as engine
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendered import HOSTILE, as_seen, html, references, tags, visible

from generator.wording.markdown import LONGEST, escaped, unlinked

WITHIN = {
    "a paragraph": ("{}", {"p"}),
    "a list": ("- **{}** x", {"ul", "li", "strong"}),
    "a heading": ("## {}", {"h2"}),
    "a table": ("| a |\n|---|\n| {} |", {"table", "thead", "tbody", "tr", "th", "td"}),
    "HTML": ("<div>{}</div>", {"div"}),
}
MARKS = st.sampled_from("\\`*_{}[]()<>#|~&$!@^:;+-=.%\"'/ \n\t19aGHwefx\u00a0é")
TEXTS = st.text(MARKS, max_size=40) | st.text(max_size=80)


@pytest.mark.parametrize("where", WITHIN)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(words: str, where: str) -> None:
    only_words(words, where)


@given(TEXTS, st.sampled_from([*WITHIN]))
def test_no_words_at_all_are_more_than_words(words: str, where: str) -> None:
    only_words(words, where)


def only_words(words: str, where: str) -> None:
    """Assert that the words are seen as they are, and nothing comes of them."""
    around, made = WITHIN[where]
    page = html(around.format(f"x {unlinked(words)} x"))
    assert tags(page) == made
    assert f"x {as_seen(words)} x".replace("  ", " ") in visible(page)
    assert references(page) == []


@pytest.mark.parametrize("words", [words for words in HOSTILE if words.isprintable()])
def test_where_a_line_begins_with_them_they_are_only_words_too(words: str) -> None:
    page = html(unlinked(words))
    assert tags(page) == {"p"}
    assert visible(page) == as_seen(words)


class Heading(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert attributes == [("id", "a")]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("words", [words for words in HOSTILE if words.isprintable()])
def test_the_sites_engine_reads_a_heading_as_words(words: str) -> None:
    page = Heading(engine.markdown(f"## x {escaped(words)} x {{: #a }}", extensions=["attr_list", "tables"]))
    assert page.tags == ["h2"]
    assert " ".join(page.text.split()) == " ".join(f"x {words} x".split())


def test_a_heading_keeps_the_spaces_and_joiners_of_its_language() -> None:
    assert escaped("n\u00a01, می\u200cخواهم") == "n\u00a01, می\u200cخواهم"


def test_plain_words_stay_as_they_are() -> None:
    said = "Correct it: “starts” (5 June 2026) is 1.5% late, at 10:30:00; see records/audit/2026-falls.yaml:2:9."
    assert unlinked(said) == escaped(said) == said


def test_a_long_text_is_cut() -> None:
    assert unlinked("é" * LONGEST) == "é" * LONGEST
    assert unlinked("é" * (LONGEST + 1)) == "é" * (LONGEST - 1) + "…"
