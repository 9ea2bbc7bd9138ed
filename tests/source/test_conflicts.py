"""The signs of a merge that Git could not make alone."""

from __future__ import annotations

from generator import source

BEGUN = b"title: Falls\nupdates:\n<<<<<<< HEAD\n  - note: Three.\n  - note: Four.\n"
SIDES = BEGUN + b"=======\n  - note: One.\n>>>>>>> other\n"


def told(data: bytes) -> list[tuple[int, str, str]]:
    problems = source.read("records/x.yaml", data).problems
    return [(one.place.line, one.message, one.remedy) for one in problems]


def test_a_conflict_is_called_that_with_the_lines_of_both_sides() -> None:
    ((line, message, remedy),) = told(SIDES)
    assert line == 3
    assert message == (
        "two people changed this place at once, and Git kept both: lines 4 to 5 on one side, line 7 on the other"
    )
    assert remedy == "Keep one side, or both in order of date, and delete the lines of signs: 3, 6, 8."


def test_every_conflict_is_reported_and_nothing_that_follows_from_it() -> None:
    assert [line for line, _, _ in told(SIDES + SIDES.partition(b"\n")[2])] == [3, 10]


def test_the_common_text_that_git_may_add_belongs_to_no_side() -> None:
    ((_, message, remedy),) = told(SIDES.replace(b"=======\n", b"||||||| base\n  - note: Two.\n=======\n"))
    assert "lines 4 to 5 on one side, line 9 on the other" in message
    assert "3, 6, 8, 10" in remedy


def test_a_sign_left_behind_is_reported_too() -> None:
    assert told(b"title: Falls\n>>>>>>> other\n") == [
        (2, "Git left a sign of a conflict here", "Keep what is right, and delete line 2.")
    ]


def test_a_side_without_lines_has_nothing() -> None:
    ((_, message, _),) = told(b"title: Falls\n<<<<<<< HEAD\n=======\nnote: One.\n>>>>>>> other\n")
    assert message.endswith("nothing on one side, line 4 on the other")
