"""What the pages of returns say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.assurance.obligations.returns import Return
from generator.components import Badge, Byline, GridCell, Lead
from generator.model.kpi_return import Figure, KpiReturn
from generator.model.lists import Frequency
from generator.pages.performance import kpi_return, returns
from generator.periods import Quarter

Q1 = Quarter(2025, 1)
CAME = Return("council", Q1, date(2025, 7, 30), date(2025, 7, 20), None, "received", ("k01",), ())
LATE = replace(CAME, received=None, state="outstanding")


def test_returns_are_counted_for_the_newest_quarter() -> None:
    assert returns.lead(Q1, [CAME, LATE], 30, "The Office").text == (
        "1 of 2 returns came for Q1 (April to June 2025). Returns are due 30 days after a quarter ends; lateness "
        "counts from the day the Office received them."
    )
    assert returns.lead(Q1, [LATE], 0, "Office").text == (
        "None of 1 return came for Q1 (April to June 2025). Returns are due on the day a quarter ends; lateness counts "
        "from the day the Office received them."
    )
    assert returns.lead(Q1, [], 1, "Office").text.startswith("No return is owed for Q1")


def test_a_return_on_time_may_have_gaps() -> None:
    there = "performance/returns/2025-26-q1.md#council"
    assert returns.cell(None) is None
    assert returns.cell(CAME) == GridCell("On time", "good", there)
    assert returns.cell(replace(CAME, missing=("k01",))) == GridCell("With gaps", "attention", there)
    assert returns.cell(LATE) == GridCell("Outstanding", "poor", there)


def test_an_empty_cell_is_explained_by_the_frameworks_own_frequencies() -> None:
    assert returns.empty_cells([]) == "An empty cell: nothing is owed for that quarter."
    termly = Frequency(id="termly", title="Each term", quarters=(1, 3, 4))
    assert returns.empty_cells([termly]).endswith(
        " What is returned each term comes with the first, third and fourth quarter."
    )


def test_a_quarters_page_says_what_came_of_each_agency() -> None:
    assert kpi_return.lead(0, 2) == Lead("None of 2 agencies returned figures for this quarter.")
    assert kpi_return.lead(1, 1) == Lead("1 of 1 agency returned figures for this quarter.")
    made = KpiReturn(id="a", received=date(2025, 7, 20), sender_role="Analyst", signed_off_by="The Director")
    assert kpi_return.byline(CAME, made) == Byline(
        [
            Badge("On time", "good"),
            "Due 30 July 2025",
            "Received 20 July 2025",
            Badge("Provisional", "draft"),
            "Sent by the Analyst",
            "Signed off by the Director",
        ]
    )
    assert kpi_return.byline(None, KpiReturn(id="a", confirmed=date(2025, 8, 1))) == Byline(["Confirmed 1 August 2025"])
    assert kpi_return.byline(None, None) is None
    assert kpi_return.not_received(LATE) == "Nothing has been received."
    assert kpi_return.not_received(replace(LATE, state="not-yet-due")) == "Not yet received."


def test_a_count_or_why_there_is_none() -> None:
    assert kpi_return.count(Figure(count=1234)) == "1,234"
    assert kpi_return.count(Figure(absent="withheld")) == "withheld by the agency"
