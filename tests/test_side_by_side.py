"""The page that sets two programs side by side is as both run today."""

from __future__ import annotations

import side_by_side
from conftest import ROOT


def test_the_page_is_what_both_programs_say_today() -> None:
    made = side_by_side.page()
    assert made == side_by_side.PAGE.read_text(encoding="utf-8"), "run tests/side_by_side.py, and read what changed"
    assert str(ROOT) not in made
    assert "/tmp/" not in made


def test_every_fault_is_told_by_the_one_made_for_them() -> None:
    runs = [side_by_side.said(*fault) for fault in side_by_side.FAULTS]
    assert len(runs) == 20
    assert not [one.title for one in runs if not one.ours]
    assert [one.title for one in runs if one.ours.count("\n\n")] == [], "one mistake, one problem"
    places = {one.title: [f"{one.name}:{line}:" for line in {one.line, 1}] for one in runs}
    elsewhere = [one.title for one in runs if not any(place in one.ours for place in places[one.title])]
    assert not elsewhere
