"""Headings that give way to the ids of records on the same page."""

from __future__ import annotations

from generator.render.anchors import distinct


def test_a_heading_gives_way_to_a_finding_of_the_same_id() -> None:
    page = '# Fire safety\n\n<div class="qa-card" id="fire-safety">Found</div>\n\n## Actions\n'
    assert distinct(page) == page.replace("# Fire safety\n", "# Fire safety {: #fire-safety-section }\n")


def test_a_heading_gives_way_to_another_that_names_its_id() -> None:
    page = "## Minutes\n\n### 1. The minutes {#minutes}\n\n## Values {: #values }\n"
    assert distinct(page) == page.replace("## Minutes\n", "## Minutes {: #minutes-section }\n")


def test_other_headings_and_lines_stay_as_they_are() -> None:
    page = '## What was found\n\n<p id="a">x</p>\n<pre># a\n</pre>\n## B&#95;c\n'
    assert distinct(page) == page
