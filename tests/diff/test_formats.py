"""The three forms of a difference: whole in JSON, cut in Markdown, and never more than text in either."""

from __future__ import annotations

import json
import re

import views
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.diff import Difference, Sentence, formats
from generator.diff.comparison import Field

TITLES = {"visit": "Front-line visit", "audit": "Audit"}
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def visits(number: int, said: str = "planned: 3 March → 10 March 2026") -> list[Difference]:
    return [
        Difference("visit", f"v{at}", "changed", f"Visit {at}", (Sentence(f"Visit {at}", said),))
        for at in range(number)
    ]


def tokens(markdown: str) -> list[tuple[str, str]]:
    """Every inline token but soft line breaks, as kind and content."""
    found = [inner for block in MARKDOWN.parse(markdown) for inner in block.children or ()]
    return [(one.type, one.content) for one in found if one.type != "softbreak"]


def shown(markdown: str) -> str:
    return "".join(content for kind, content in tokens(markdown) if kind in ("text", "text_special"))


def test_nothing_has_changed() -> None:
    assert formats.as_text([], TITLES) == "Nothing that this edition shows has changed."
    assert formats.as_markdown([], TITLES) == "Nothing that this edition shows has changed."
    assert formats.as_json([]) == "[]"


def test_markdown_cuts_a_huge_change_and_says_by_how_much() -> None:
    found = visits(340)
    markdown = formats.as_markdown(found, TITLES)
    assert markdown.count("\n- ") == 101
    assert markdown.endswith("- and 240 more …")
    assert "340 records changed." in markdown
    assert formats.as_text(found, TITLES).count("\n  Visit ") == 340
    assert len(json.loads(formats.as_json(found))) == 340


def test_markdown_has_room_in_a_summary_whatever_it_tells() -> None:
    titles = {str(number): "Type" for number in range(50)}
    found = [
        Difference(type, str(at), "changed", "T", (Sentence("T", "“" + "*é" * 900),))
        for type in titles
        for at in range(90)
    ]
    assert 400_000 < len(formats.as_markdown(found, titles).encode()) < 600_000


def test_json_has_every_field_before_and_after() -> None:
    (found,) = json.loads(
        formats.as_json(views.changed("working", {"visit/2024-probation": [("planned: 2024-", "planned: 2025-")]}))
    )
    assert list(found) == ["type", "id", "kind", "title", "sentences", "fields"]
    assert (found["type"], found["id"], found["kind"]) == ("visit", "2024-probation", "changed")
    assert [one["route"] for one in found["fields"]] == ["planned"]
    before, after = found["fields"][0]["before"], found["fields"][0]["after"]
    assert before.replace("2024", "2025", 1) == after


def test_a_route_is_written_as_a_person_would() -> None:
    edits = {
        "audit/2026-cuckooing": [("actual: 2026-11-03", "actual: 2026-11-04"), ("size: 15", "size: 16")],
        "action-plan/2026-self-neglect": [("status: on-track", "status: at-risk")],
    }
    found = views.changed("working", edits)
    assert [field.route for one in found for field in one.fields] == [
        "actions.words-for-capacity.updates.1.status",
        "milestones.audits-shared.actual",
        "sample.size",
    ]
    assert found[0].fields[0] == Field("actions.words-for-capacity.updates.1.status", "on-track", "at-risk")


HOSTILE = [
    "[click](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "**bold** _em_ `code` ~~struck~~",
    "| a | b |\n|---|---|\n| c | d |",
    "# heading\n- list\n1. list",
    "line\n\n## break out",
    "&lt;b&gt; &copy;",
    "https://evil.example and www.evil.example and <https://evil.example>",
    "@somebody fixes #12 and GH-12 and org/repo#12",
    "\x1b[31mred\x1b[0m \u202e reversed",
    "1. not a list",
    "+ not a list",
    "=====",
    "$x^2$ and [^1]",
]


def test_no_words_of_a_record_are_markdown() -> None:
    for words in HOSTILE:
        harmless(words)


@given(st.text(max_size=80))
def test_no_text_at_all_is_markdown(words: str) -> None:
    harmless(words)


def harmless(words: str) -> None:
    """Assert that a sentence with these words, as subject or as what is said, is one line of a list and only text."""
    one = Difference(
        "visit", "v", "changed", "V", (Sentence(f"V{words}v", f"x {words} x"), Sentence("V", words or "-"))
    )
    markdown = formats.as_markdown([one], TITLES)
    assert markdown.count("\n- ") == 2
    kinds = {kind for kind, _ in tokens(markdown)}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "html_inline"}, kinds
    assert {content for kind, content in tokens(markdown) if kind == "html_inline"} <= {"<!-- -->"}
    visible = "".join(letter if letter.isprintable() else " " for letter in words)
    assert "".join(visible.split()) in "".join(shown(markdown).split())
    assert not re.search(r"@\w|#[0-9]|(?<!\\)://|www\.|GH-[0-9]", markdown, re.IGNORECASE)


def test_text_can_not_steer_a_terminal() -> None:
    found = [Difference("visit", "v", "changed", "V", (Sentence("V", "a\x1b[2Jb\u202ec\nd"),))]
    assert formats.as_text(found, TITLES).splitlines()[-1] == "  V: a [2Jb c d"
