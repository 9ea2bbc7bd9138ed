"""The three forms of a difference: whole in JSON, cut in Markdown, and never more than text in either."""

from __future__ import annotations

import json

import pytest
import views
from rendered import HOSTILE, as_seen, html, references, tags, visible

from generator.diff import Difference, Sentence, formats
from generator.diff.comparison import Field

TITLES = {"visit": "Front-line visit", "audit": "Audit"}


def visits(number: int, said: str = "planned: 3 March → 10 March 2026") -> list[Difference]:
    return [
        Difference("visit", f"v{at}", "changed", f"Visit {at}", (Sentence(f"Visit {at}", said),))
        for at in range(number)
    ]


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


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_of_a_record_are_markdown(words: str) -> None:
    said = Sentence(f"V{words}v", f"x {words} x"), Sentence("V", words)
    markdown = formats.as_markdown([Difference("visit", "v", "changed", "V", said)], TITLES)
    assert markdown.count("\n- ") == 2
    page = html(markdown)
    assert tags(page) == {"p", "h3", "ul", "li", "strong"}
    assert f"x {as_seen(words)} x" in visible(page)
    assert references(page) == []


def test_text_can_not_steer_a_terminal() -> None:
    found = [Difference("visit", "v", "changed", "V", (Sentence("V", "a\x1b[2Jb\u202ec\nd"),))]
    assert formats.as_text(found, TITLES).splitlines()[-1] == "  V: a [2Jb c d"
