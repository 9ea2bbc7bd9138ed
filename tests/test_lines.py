"""Lines are counted as the parser of records counts them, so that a place is where its reader finds it."""

from __future__ import annotations

import pytest

from generator import source
from generator.lines import line_at, position, split_lines

ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", ENDS)
def test_a_line_ends_where_the_parser_ends_it(end: str) -> None:
    data = f"title: a{end}note: b{end}".encode()
    assert split_lines(data) == ("title: a", "note: b", "")
    assert source.locate(data, ("note",), key=True) == (2, 1)
    assert position(data.decode(), data.decode().index("note")) == (2, 1)


def test_a_line_is_counted_from_one_and_there_is_none_before_or_after() -> None:
    assert [line_at(b"a\nb", number) for number in (0, 1, 2, 3)] == [None, "a", "b", None]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert line_at("\ufefftitle: a".encode(), 1) == "title: a"


def test_what_is_no_text_has_lines_too() -> None:
    assert split_lines(b"a\xff\nb") == ("a\ufffd", "b")


@pytest.mark.parametrize(("index", "place"), [(0, (1, 1)), (2, (1, 3)), (4, (2, 1)), (5, (2, 2)), (6, (3, 1))])
def test_a_character_stands_on_its_line_from_one(index: int, place: tuple[int, int]) -> None:
    assert position("ab\r\nc\nd", index) == place
