"""Boxes and arrows: what a reader sees of them, and what a strict security policy allows."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from generator.charts.diagram import WIDTH, Box, draw

_SVG = "{http://www.w3.org/2000/svg}"


def drawn(*boxes: Box) -> ET.Element:
    return ET.fromstring(str(draw("flow", "Flow", "What leads to what.", boxes)))


def tops(svg: ET.Element) -> dict[str, float]:
    """Each box's words, with the height of its upper edge."""
    found = {}
    for group in svg.iter(f"{_SVG}g"):
        rectangle = group.find(f"{_SVG}rect")
        words = " ".join(text.text or "" for text in group.iter(f"{_SVG}text"))
        found[words] = float(rectangle.get("y", "")) if rectangle is not None else 0
    return found


def test_a_box_lies_below_every_box_that_leads_to_it() -> None:
    svg = drawn(Box("a", "One", next=("b", "c")), Box("b", "Two", next=("c",)), Box("c", "Three"))
    heights = tops(svg)
    assert heights["One"] < heights["Two"] < heights["Three"]


def test_a_way_back_is_a_dashed_arrow_and_not_an_endless_ladder() -> None:
    svg = drawn(Box("a", "One", next=("b",)), Box("b", "Two", next=("a",)))
    assert [path.get("class") for path in svg.iter(f"{_SVG}path")].count("qa-boxes__line qa-boxes__line--back") == 1
    assert tops(svg)["One"] < tops(svg)["Two"]


def test_an_arrow_to_nowhere_and_to_itself_is_left_out() -> None:
    assert not list(drawn(Box("a", "One", next=("gone", "a"))).iter(f"{_SVG}path"))


def test_long_words_are_wrapped_and_hostile_ones_are_text() -> None:
    svg = drawn(Box("a", "Safeguarding Adults Partnership Executive Board <script>", "Chair: Independent Chair"))
    lines = [text.text or "" for text in svg.iter(f"{_SVG}text")]
    assert len(lines) == 4
    assert max(map(len, lines)) * 7 < WIDTH
    assert not list(svg.iter(f"{_SVG}script"))


def test_it_is_named_said_in_words_and_styled_by_the_theme_alone() -> None:
    text = str(draw("flow", "Flow", "What leads to what.", [Box("a", "One", next=("b",)), Box("b", "Two")]))
    assert 'role="img" aria-labelledby="flow-title flow-says"' in text
    assert '<desc id="flow-says">What leads to what.</desc>' in text
    assert not re.search(r"style=|<style|#[0-9a-f]{3,6}\b", text)
    assert "\n\n" not in text, "Markdown would end the block there"
