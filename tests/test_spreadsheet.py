"""CSV for spreadsheets: accents in Excel, no live formula in a heading or a cell, and numbers that stay numbers."""

from __future__ import annotations

import csv
import io

import pandas
import pytest

from generator.spreadsheet import ENCODING, as_csv


def test_excel_finds_the_byte_order_mark_that_tells_it_the_encoding() -> None:
    written = as_csv(["Quarter", "Ynys Môn – north"], [["Q1", 3]]).encode()
    assert written[:3] == b"\xef\xbb\xbf"
    assert written.count(b"\xef\xbb\xbf") == 1
    assert written.decode(ENCODING) == "Quarter,Ynys Môn – north\r\nQ1,3\r\n"


@pytest.mark.parametrize("text", ["=SUM(A1)", "+44", "-5 or less", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_heading_is_guarded_as_a_cell_is(text: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(["Quarter", text], [["Q1", text]]), newline="")))
    assert [row[1] for row in rows] == [f"'{text}", f"'{text}"]


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    written = as_csv(["change", "value", "note"], [[-2, 1234.5, None], [3, None, "[c]"]])
    frame = pandas.read_csv(io.BytesIO(written.encode()), encoding=ENCODING)
    assert list(frame.columns) == ["change", "value", "note"]
    assert frame["change"].tolist() == [-2, 3]
    assert frame["value"].tolist()[0] == 1234.5
    assert frame.isna().to_numpy().tolist() == [[False, False, True], [False, True, False]]
