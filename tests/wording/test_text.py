"""Titles and roles as a sentence has them."""

from __future__ import annotations

import pytest

from generator.wording import the, unbroken


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Executive Board", "the Executive Board"),
        ("The Prevention Alliance", "the Prevention Alliance"),
        ("the chair", "the chair"),
        ("Theatre Group", "the Theatre Group"),
        ("The", "the The"),
    ],
)
def test_a_title_has_one_article(title: str, said: str) -> None:
    assert the(title) == said
    assert the(title, first=True) == said[0].upper() + said[1:]


def test_a_year_stays_whole_in_a_narrow_column() -> None:
    assert unbroken("Q3 2026-27") == "Q3 2026‑27"
