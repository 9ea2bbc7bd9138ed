"""A problem of a change is told from one that was there before, wherever it stands now."""

from __future__ import annotations

from typing import Any

import pytest

from generator.problem import Place, Problem
from generator.report import separate
from generator.routes import Route

A, B = "records/audit/a.yaml", "records/audit/b.yaml"


def problem(message: str, line: int = 1, file: str = A, rule: str = "schema", route: Route = ()) -> Problem:
    return Problem(Place(file, line, 1, route), rule, "E", message, "Correct it.")


def mine(now: list[Problem], before: list[Problem], texts: tuple[str, str] = ("", ""), **renamed: Any) -> list[int]:
    """The places in `now` of those that are new."""
    new, old = ({name: text.encode() for name in (A, B)} for text in texts)
    yours, already = separate(now, before, new, old, renamed.get("renamed", {}))
    assert sorted([*yours, *already]) == sorted(now)
    assert [one for one in now if one in yours] == yours
    return [now.index(one) for one in yours]


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ([], [problem("x")], []),
        ([problem("x", 9)], [problem("x", 2)], []),
        ([problem("x")], [problem("y")], [0]),
        ([problem("x")], [problem("x", rule="yaml")], [0]),
        ([problem("x")], [problem("x", file=B)], [0]),
        ([problem("x"), problem("x", 2)], [problem("x")], [1]),
        ([problem("x", 1, route=("a", 0)), problem("x", 2, route=("a", 1))], [problem("x", route=("a", 1))], [0]),
        ([problem("x", route=("a", 1))], [problem("x", route=("a", 0))], []),
    ],
)
def test_the_line_does_not_matter_and_each_counts_once(
    now: list[Problem], before: list[Problem], expected: list[int]
) -> None:
    assert mine(now, before) == expected


def test_a_line_with_the_same_mistake_may_be_written_otherwise() -> None:
    moved = [problem("x", route=("b",))], [problem("x", route=("a",))]
    assert mine(*moved, ("b: {y: 1}\n", "a: {y:  1}\n")) == []


def test_an_entry_that_moved_down_keeps_its_problem() -> None:
    before, now = [problem("action 3 is late", 1)], [problem("action 4 is late", 2)]
    assert mine(now, before, ("- new\n- due: 1\n", "- due: 1\n")) == []
    assert mine(now, before, ("- new\n- due: 2\n", "- due: 1\n")) == [0], "its line was written anew"
    assert mine([problem("plan 4 is late", 2)], before, ("- new\n- due: 1\n", "- due: 1\n")) == [0]


def test_a_file_may_be_renamed() -> None:
    assert mine([problem("x", file=B)], [problem("x")], renamed={A: B}) == []
    assert mine([problem("x", file=B), problem("x")], [problem("x")], renamed={A: B}) == [1]
