"""Quarters and years: reading, writing, order, and every day in exactly one of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.periods import Quarter, Year, quarters

months = st.integers(1, 12)
days = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "year_starts", "start", "end", "label"),
    [
        ("2026-27-q1", 4, date(2026, 4, 1), date(2026, 6, 30), "Q1 (April to June 2026)"),
        ("2026-27-q3", 4, date(2026, 10, 1), date(2026, 12, 31), "Q3 (October to December 2026)"),
        ("2026-27-q4", 4, date(2027, 1, 1), date(2027, 3, 31), "Q4 (January to March 2027)"),
        ("2026-q3", 1, date(2026, 7, 1), date(2026, 9, 30), "Q3 (July to September 2026)"),
        ("2026-27-q2", 9, date(2026, 12, 1), date(2027, 2, 28), "Q2 (December 2026 to February 2027)"),
        ("2099-00-q4", 4, date(2100, 1, 1), date(2100, 3, 31), "Q4 (January to March 2100)"),
    ],
)
def test_a_quarter_is_read_with_its_days_and_label(
    text: str, year_starts: int, start: date, end: date, label: str
) -> None:
    quarter = Quarter.parse(text, year_starts)
    assert (str(quarter), quarter.start, quarter.end, quarter.label) == (text, start, end, label)


@pytest.mark.parametrize(
    ("text", "year_starts", "start", "end", "label"),
    [
        ("2026-27", 4, date(2026, 4, 1), date(2027, 3, 31), "2026-27 (April 2026 to March 2027)"),
        ("2026", 1, date(2026, 1, 1), date(2026, 12, 31), "2026 (January to December 2026)"),
        ("2023-24", 4, date(2023, 4, 1), date(2024, 3, 31), "2023-24 (April 2023 to March 2024)"),
    ],
)
def test_a_year_is_read_with_its_days_and_label(
    text: str, year_starts: int, start: date, end: date, label: str
) -> None:
    year = Year.parse(text, year_starts)
    assert (str(year), year.start, year.end, year.label) == (text, start, end, label)


@pytest.mark.parametrize(
    ("text", "year_starts"),
    [("2026-28-q1", 4), ("2026-27-q5", 4), ("2026-27-Q1", 4), ("2026-q1", 4), ("2026-27-q1", 1), ("", 4), ("q1", 4),
     ("2026-27-q1\n", 4), ("٢٠٢٦-27-q1", 4)],
)  # fmt: skip
def test_what_is_not_a_quarter_says_how_to_write_one(text: str, year_starts: int) -> None:
    example = "2026-q3" if year_starts == 1 else "2026-27-q3"
    with pytest.raises(ValueError, match=f"is not a quarter: write it like {example}"):
        Quarter.parse(text, year_starts)


@pytest.mark.parametrize("text", ["2026", "2026-26", "26-27", "2026/27", "2026-27 ", ""])
def test_what_is_not_a_year_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="is not a year: write it like 2026-27"):
        Year.parse(text)


def test_impossible_parts_are_refused_in_plain_words() -> None:
    with pytest.raises(ValueError, match="number is 1 to 4, not 5"):
        Quarter(2026, 5)
    with pytest.raises(ValueError, match="month from 1 to 12, not 13"):
        Year(2026, 13)
    with pytest.raises(ValueError, match="month from 1 to 12, not 0"):
        Quarter.parse("2026-27-q1", 0)


def test_quarters_run_from_first_to_last_across_years() -> None:
    found = [str(quarter) for quarter in quarters(Quarter(2025, 3), Quarter(2026, 2))]
    assert found == ["2025-26-q3", "2025-26-q4", "2026-27-q1", "2026-27-q2"]
    assert list(quarters(Quarter(2026, 2), Quarter(2026, 1))) == []


def test_a_year_has_its_four_quarters() -> None:
    year = Year(2026)
    assert [quarter.number for quarter in year.quarters] == [1, 2, 3, 4]
    assert (year.quarters[0].start, year.quarters[3].end) == (year.start, year.end)
    assert all(quarter.in_year == year for quarter in year.quarters)


@given(days, months)
def test_every_day_lies_in_the_quarter_and_year_it_is_given(day: date, year_starts: int) -> None:
    quarter, year = Quarter.of(day, year_starts), Year.of(day, year_starts)
    assert day in quarter
    assert day in year
    assert quarter.in_year == year
    assert Quarter.parse(str(quarter), year_starts) == quarter
    assert Year.parse(str(year), year_starts) == year


@given(days, months, st.integers(-40, 40))
def test_quarters_join_without_gap_and_in_order(day: date, year_starts: int, distance: int) -> None:
    quarter = Quarter.of(day, year_starts)
    assert quarter.end + timedelta(days=1) == quarter.next.start
    assert quarter.next.previous == quarter
    assert quarter.previous < quarter < quarter.next
    assert quarter.plus(distance).plus(-distance) == quarter
    assert Year.of(day, year_starts).next.previous == Year.of(day, year_starts)
