"""What pages of performance say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from dataclasses import replace

from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Point, Series
from generator.assurance.figures.standing import IndicatorStanding
from generator.assurance.figures.standing import standing as judge
from generator.charts import Chart
from generator.components import Badge, Lead, Link, Note, Paragraph, Sparkline, Strong, phrase, stack
from generator.model.indicator import Comparator, Indicator, Target
from generator.pages.performance import (
    agencies,
    breakdown,
    comparison,
    control_chart,
    dashboard,
    definition,
    definitions,
    indicator,
    standing,
)
from generator.pages.performance.row import Row, spark
from generator.periods import Quarter, Year

Q1, Q2, Q3 = (Quarter(2025, number) for number in (1, 2, 3))
ASKED = Indicator(id="k01", code="K01", title="Asked", unit="percent", better="up", definition="Those asked.")
PLAIN = Indicator(id="k02", code="K02", title="Concerns")
AIMED = replace(ASKED, target=Target(value=80, from_quarter="2025-26-q1", reason="Within reach."))


def of(indicator: Indicator, *values: float | Marker) -> IndicatorStanding:
    """Return how an indicator stands with these values, of 200 where it is a percentage, from Q1 2025-26."""
    points = []
    for place, value in enumerate(values):
        count = value if isinstance(value, Marker) else round(2 * value)
        denominator = 200 if indicator.unit == "percent" else None
        points.append(Point(Q1.plus(place), count, denominator, value))
    return judge(indicator, Series(indicator.id, indicator.title, tuple(points)))


def test_an_indicator_begins_with_its_figure_its_change_and_its_target() -> None:
    figure = "In Q2 (July to September 2025) it was ", Strong("85%")
    assert standing.lead(of(ASKED, 85, 85)) == Lead(phrase(*figure, ", 170 of 200; the same as in Q1 2025-26."))
    assert standing.lead(of(AIMED, 84, 85)) == Lead(
        phrase(
            *figure,
            ", 170 of 200; up 1 percentage point from Q1 2025-26. That is 5 percentage points above the partnership’s "
            "target of 80%.",
        )
    )
    first = standing.lead(of(PLAIN, 1234))
    assert first == Lead(phrase("In Q1 (April to June 2025) it was ", Strong("1,234"), "."))


def test_an_indicator_says_what_it_is_compared_with() -> None:
    other = Comparator(value=70, geography="Exampleshire", period="2024-25", kind="regional-level", calculated=True)
    said = standing.lead(of(replace(ASKED, comparators=(other,)), 85)).text.parts[-1]
    assert said == ", 170 of 200. Exampleshire, 2024-25, indicative level: 70% (calculated)."


def test_a_quarter_without_a_number_is_said_in_words() -> None:
    withheld = "confidential: withheld so that nobody can be identified"
    none = standing.lead(of(ASKED, Marker.CONFIDENTIAL))
    assert none == Lead(f"There is no figure that can be shown: for Q1 (April to June 2025) it is {withheld}.")
    newest = standing.lead(of(ASKED, 85, Marker.CONFIDENTIAL)).text.parts[-1]
    assert newest == f", 170 of 200. The newest quarter, Q2 (July to September 2025), is {withheld}."


def test_a_target_is_met_exactly_or_missed_by_something() -> None:
    assert standing.against_target(of(AIMED, 80)) == "That is exactly the partnership’s target."
    missed = "That is 1 percentage point below the partnership’s target of 80%."
    assert standing.against_target(of(AIMED, 79)) == missed
    assert standing.against_target(of(ASKED, 79)) == ""


def test_a_full_hundred_has_a_badge_of_its_own() -> None:
    assert standing.target(of(AIMED, 100)) == phrase(Badge("Target met", "done"), " ", Badge("Exactly 100%", "info"))
    assert standing.target(of(AIMED, 70)) == phrase(Badge("Target missed", "attention"))
    assert standing.target(of(ASKED, 99)) is None
    assert standing.target(of(replace(ASKED, better="down"), 100)) is None


def test_a_figure_says_that_it_is_provisional_or_estimated() -> None:
    both = frozenset({Marker.PROVISIONAL, Marker.ESTIMATED})
    assert standing.marks(Point(Q1, 1, None, 1, both)) == " (estimated and provisional)"
    assert standing.marks(Point(Q1, 1, None, 1)) == ""


def test_a_change_in_a_table_has_a_sign_and_words() -> None:
    assert standing.change_sparkline(of(ASKED, 85), "") is None
    assert standing.change_sparkline(of(ASKED, 85, 85), "M1") == Sparkline("M1", "■", "the\N{NO-BREAK SPACE}same")
    assert standing.change_sparkline(of(ASKED, 85, 86), "") == Sparkline(
        "", "▲", "up 1 point".replace(" ", "\N{NO-BREAK SPACE}")
    )
    assert standing.change_sparkline(of(PLAIN, 9, 7), "") == Sparkline("", "▼", "down\N{NO-BREAK SPACE}2")


def test_markers_are_explained_with_the_policy_where_there_is_one() -> None:
    assert standing.explained([]) == ""
    assert standing.explained([Marker.NOT_AVAILABLE]) == phrase(Strong("[x]"), " not available. ")
    policy = Policy(5, 5)
    assert standing.explained([], policy) == phrase(policy.words)
    assert standing.explained([], Policy(0, 1, False)) == "", "a policy that changes nothing"


def test_the_verdict_is_given_with_its_reason_and_what_it_means_for_the_target() -> None:
    low = [75.0, 85.0] * 6
    steady = control_chart.judged(of(ASKED, *low))
    assert steady.parts[0] == (
        "The latest quarter is within ordinary variation. Asking what caused its rise or fall would be asking about "
        "chance."
    )
    aimed = control_chart.judged(of(AIMED, *low))
    assert aimed.parts[1:] == (
        " Against the target of 80%: a process that goes on as it is ",
        Strong("will meet it in some quarters and miss it in others"),
        ".",
    )
    changed = control_chart.judged(of(AIMED, *[70.0, 71.0] * 7, 97.0))
    assert changed.parts[:3] == (
        "The latest quarter is ",
        Strong("an improvement"),
        ", because it is outside the limits. Something other than chance is at work; the chart does not say what.",
    )
    assert str(changed.parts[3]).startswith(" While it is changing")


def test_too_few_quarters_have_no_limits_and_a_line_only_where_one_is_drawn() -> None:
    few = of(ASKED, 70, 71)
    assert control_chart.too_few(few, drawn=False) == (
        "No limits and no verdict yet: they would rest on 2 quarters, and fewer than 12 say too little about ordinary "
        "variation."
    )
    assert control_chart.too_few(few, drawn=True).endswith("The line is the median: half the quarters lie above it.")


def test_the_index_says_what_moved_in_the_newest_quarter() -> None:
    assert dashboard.lead(None).text.startswith("What the figures say. Each indicator has a page")
    assert dashboard.lead(Q1).text.startswith("What the figures say up to Q1 (April to June 2025).")
    crossed = Row(AIMED, of(AIMED, 70, 85), "Physical")
    assert dashboard.note(crossed) == (
        "Physical: 85%, up 15 percentage points from Q1 2025-26; the quarter before it had missed the target of 80%"
    )
    assert dashboard.note(Row(AIMED)) == ""
    shown = dashboard.changed([crossed]).items[0]
    assert (shown.date, shown.badge) == ("K01", phrase(phrase(Badge("Target met", "done"))))
    assert dashboard.as_before([]) is None
    above = replace(of(ASKED, 85), verdict="neutral-high")
    assert dashboard.as_before([Row(ASKED, above), Row(PLAIN, above)]) == Paragraph(
        phrase(
            "As before: ",
            Link("indicator/k01"),
            " (higher than usual)",
            ", ",
            Link("indicator/k02"),
            " (higher than usual)",
            ".",
        )
    )


def test_the_list_shows_the_latest_number_or_what_stands_in_its_place() -> None:
    provisional = Point(Q1, 170, 200, 85, frozenset({Marker.PROVISIONAL}))
    one = Row(ASKED, judge(ASKED, Series("k01", "Asked", (provisional,))), "Physical")
    shown = dashboard.latest(one)
    assert shown.parts[0] == phrase(Strong("85%"), " [p]")
    assert shown.parts[1].parts == ("Physical, the largest, Q1 2025-26",)
    assert shown == stack(*shown.parts)
    assert dashboard.latest(Row(ASKED, of(ASKED, Marker.CONFIDENTIAL))) == "[c]"
    assert dashboard.latest(Row(ASKED)) is None


def test_a_small_line_breaks_where_there_is_no_number() -> None:
    assert spark([1]) == ""
    assert spark([1, None, 3, 2]).count("M") == 2


def test_definitions_name_only_what_an_indicator_has() -> None:
    assert definition.facts(PLAIN, {}) == [
        ("Unit", "Number"),
        ("Better", "Neither higher nor lower: no target is set"),
        ("Comes from", "What agencies return"),
    ]
    share = replace(ASKED, numerator=("a", "b"), denominator=("c",), kind="derived")
    assert definition.facts(share, {"a": "Asked", "c": "Concluded"}) == [
        ("Counted", "Asked + b"),
        ("Out of", "Concluded"),
        ("Unit", "Per cent"),
        ("Better", "Higher"),
        ("Comes from", "Figures of other indicators"),
    ]


def test_indicators_without_a_section_come_last() -> None:
    wishes = replace(ASKED, section="Wishes")
    assert definition.sections([PLAIN, wishes]) == [("Wishes", [wishes]), ("Other indicators", [PLAIN])]
    assert definition.sections([PLAIN]) == [("All indicators", [PLAIN])]


def test_definitions_say_how_counts_are_published() -> None:
    exact = Policy(0, 1, False)
    assert definitions.disclosure(exact, public=True) == ""
    assert definitions.disclosure(Policy(), public=True).startswith("Here: Counts of people below 5")
    assert definitions.disclosure(Policy(), public=False).startswith("In public: Counts of people below 5")
    january = definitions.periods(Year(2026, 1))
    assert january.startswith("The year runs from January to December. A quarter is written Q1 (January to March 2026)")


def test_a_breakdown_says_what_overlaps_is_put_together_or_withheld() -> None:
    split = breakdown.Split("age", Chart("a", "A", "", {}, [], []))
    assert breakdown.remarks(split) == []
    assert breakdown.remarks(replace(split, exclusive=False)) == [
        "One may fall into several of these, so they add up to more than the whole."
    ]
    assert breakdown.remarks(replace(split, merged=("A", "B")))[0].startswith("A and B were withheld in every quarter")
    assert breakdown.remarks(replace(split, withheld=("A",))) == [
        "Withheld in every quarter: A. It is too small to be shown, and cannot be put together with another without "
        "giving something away."
    ]
    assert breakdown.remarks(replace(split, withheld=("A", "B"), merges=False)) == [
        "Withheld in every quarter: A and B."
    ]


def test_figures_that_stay_apart_are_counted() -> None:
    assert agencies.figures_apart(Figures("k01", None)) is None
    assert agencies.figures_apart(Figures("k01", None, apart=1)) == Note(
        "1 organisation returns this for another area, or less often than others. Those figures are not part of the "
        "area’s."
    )
    own = Series("k01", "Trust", (Point(Q1, 1, None, 1),), key="trust")
    both = agencies.figures_apart(Figures("k01", None, (own,), apart=2))
    assert both
    assert both.text.startswith("2 organisations return this")
    assert both.text.endswith("they are under Agencies.")


def test_published_figures_say_where_they_are_from() -> None:
    assert comparison.area(Comparator(geography="The North", kind="regional-level")) == "The North, indicative level"
    assert comparison.area(Comparator(geography="England")) == "England"
    counts = replace(PLAIN, comparators=(Comparator(geography="England", calculated=True),))
    table, *notes = comparison.published(counts).items
    assert table.rows[0][1] == "Concerns (calculated from published figures)"
    assert len(notes) == 1
    assert len(comparison.published(replace(counts, unit="percent")).items) == 1


def test_an_indicator_leads_to_its_neighbours() -> None:
    assert indicator.neighbours([], []) is None
    assert indicator.neighbours([PLAIN], [ASKED]) == Paragraph(
        phrase("Before: ", Link("indicator/k02"), ".", " Next: ", Link("indicator/k01"), ".")
    )


def test_other_counts_stand_beside_each_other_by_quarter() -> None:
    assert indicator.other_counts([]) is None
    one = Series("k01", "One", (Point(Q1, 1234, None, 1234), Point(Q2, 2, None, 2)))
    two = Series("k01", "Two", (Point(Q1, 5, None, Marker.CONFIDENTIAL),))
    table = indicator.other_counts([one, two])
    assert table
    assert table.rows == [
        ("Q2 (July to September 2025)", "2", None),
        ("Q1 (April to June 2025)", "1,234", "[c]"),
    ]
