"""What may be published: worked examples of each rule, and what must hold of any count under any policy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assurance.figures.disclosure import Counts, Marker, Policy, count, percentage, rate, text

C, X, Z = Marker.CONFIDENTIAL, Marker.NOT_AVAILABLE, Marker.NOT_APPLICABLE
NATIONAL = Policy()
ZEROS = Policy(suppress_zero=False)
OPEN = Policy(threshold=0, base=1, suppress_zero=False)


@pytest.mark.parametrize(
    ("number", "published"),
    [(0, C), (1, C), (4, C), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (236, 235), (815, 815), (None, X), (Z, Z)],
)
def test_counts_of_people_are_withheld_below_five_and_rounded_to_five(
    number: int | Marker | None, published: int | Marker
) -> None:
    assert count(number, NATIONAL) == published


@pytest.mark.parametrize("counts", ["events", "process"])
@pytest.mark.parametrize("number", [0, 1, 4, 7, 236])
def test_events_and_process_are_exact(number: int, counts: Counts) -> None:
    assert count(number, NATIONAL, counts) == number


def test_a_half_is_rounded_up() -> None:
    assert [count(number, Policy(threshold=5, base=10)) for number in (5, 14, 15, 25)] == [10, 10, 20, 30]
    assert [count(number, Policy(threshold=3, base=2)) for number in (3, 4, 5)] == [4, 4, 6]


def test_another_policy_may_publish_zero_and_round_otherwise() -> None:
    assert [count(number, ZEROS) for number in (0, 1, 4, 5)] == [0, C, C, 5]
    assert [count(number, Policy(threshold=10, base=1)) for number in (0, 9, 10, 11)] == [C, C, 10, 11]
    assert [count(number, OPEN) for number in (0, 1, 7)] == [0, 1, 7]


def test_rounding_never_leads_below_the_threshold_or_to_nought() -> None:
    assert [count(number, Policy(threshold=7, base=5)) for number in (6, 7, 8, 13)] == [C, 10, 10, 15]
    assert [count(number, Policy(threshold=0, base=10, suppress_zero=False)) for number in (0, 2, 14)] == [0, 10, 10]


@pytest.mark.parametrize(
    ("numerator", "denominator", "published"),
    [
        (183, 221, 84.1),  # 185 of 220 = 84.09
        (5, 15, 33.3),
        (10, 15, 66.7),
        (13, 13, 100.0),
        (4, 221, C),
        (0, 221, C),
        (0, 0, C),
        (0, 4, C),
        (None, 221, X),
        (4, None, X),
        (Z, None, Z),
        (183, Z, Z),
        (185, 220, 84.1),
    ],
)
def test_percentages_come_from_the_published_counts(
    numerator: int | Marker | None, denominator: int | Marker | None, published: float | Marker
) -> None:
    assert percentage(numerator, denominator, NATIONAL) == published


def test_percentages_of_process_are_exact_and_of_nothing_not_applicable() -> None:
    assert percentage(3, 4, NATIONAL, "process") == 75.0
    assert percentage(0, 4, NATIONAL, "process") == 0.0
    assert percentage(0, 0, NATIONAL, "process") == Z
    assert percentage(1, 8, NATIONAL, "events") == 12.5
    assert percentage(1, 16, NATIONAL, "events") == 6.3  # 6.25, a half rounded up


def test_a_part_is_at_most_its_whole_and_another_ratio_is_not() -> None:
    assert percentage(25, 20, NATIONAL) == 100.0
    assert percentage(25, 20, NATIONAL, within=False) == 125.0


def test_a_zero_denominator_is_confidential_even_where_zeros_are_published() -> None:
    assert percentage(0, 0, ZEROS) == C


def test_a_rate_takes_the_population_as_it_is() -> None:
    # 1,043 people become 1,045; of 231,417 adults that is 451.57 per 100,000.
    assert rate(1043, 231_417, 100_000, NATIONAL) == 451.6
    assert [rate(3, 231_417, 100_000, NATIONAL), rate(8, None, 100_000, NATIONAL)] == [C, X]
    assert rate(8, 0, 100_000, NATIONAL) == Z


def test_values_are_written_alike_everywhere() -> None:
    assert [text(1235), text(84.1), text(0), text(C), text(100.0)] == ["1,235", "84.1", "0", "[c]", "100.0"]
    assert text(815, Marker.PROVISIONAL, Marker.ESTIMATED) == "815 [p] [e]"
    assert text(X, Marker.PROVISIONAL) == "[x]"
    assert f"{C}" == "[c]"


def test_every_marker_has_its_own_words() -> None:
    assert [str(marker) for marker in Marker] == ["[c]", "[x]", "[z]", "[p]", "[r]", "[e]"]
    assert len({marker.words for marker in Marker}) == len(Marker)


def test_a_policy_says_what_it_does() -> None:
    assert NATIONAL.words == (
        "Counts of people below 5, zero included, are withheld, because a zero in a small group would disclose "
        "something about everyone in it. Other counts of people are rounded to the nearest 5, totals too. "
        "Percentages are worked out from the rounded counts."
    )
    assert ZEROS.words.startswith("Counts of people from 1 to 4 are withheld. Other")
    assert OPEN.words == ""


def test_impossible_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="0 or more, not -1"):
        count(-1, NATIONAL)
    with pytest.raises(ValueError, match="base for rounding 1 or more"):
        Policy(base=0)


policies = st.builds(Policy, st.integers(0, 20), st.integers(1, 20), st.booleans())
numbers = st.integers(0, 200) | st.integers(0, 10_000_000)
parts = numbers | st.none() | st.sampled_from([C, X, Z])


@given(parts, policies)
def test_what_is_published_stays_itself(number: int | Marker | None, policy: Policy) -> None:
    published = count(number, policy)
    assert count(published, policy) == published


@given(numbers, policies)
def test_no_published_count_is_small_or_exact(number: int, policy: Policy) -> None:
    published = count(number, policy)
    if isinstance(published, Marker):
        assert number < max(policy.threshold, 1)
    else:
        assert published == 0 or published >= policy.threshold
        assert published % policy.base == 0
        assert (published == 0) == (number == 0)
        assert abs(published - number) < policy.base or published == policy.base


@given(numbers, numbers, policies)
def test_larger_counts_are_never_published_as_smaller(one: int, other: int, policy: Policy) -> None:
    smaller, larger = count(min(one, other), policy), count(max(one, other), policy)
    if not isinstance(smaller, Marker) and not isinstance(larger, Marker):
        assert smaller <= larger


@given(parts, parts, policies, st.sampled_from(["people", "events", "process"]))
def test_a_percentage_is_within_its_bounds_or_a_marker(
    numerator: int | Marker | None, denominator: int | Marker | None, policy: Policy, counts: Counts
) -> None:
    published = percentage(numerator, denominator, policy, counts)
    assert isinstance(published, Marker) or 0 <= published <= 100


@given(parts, parts, policies)
def test_a_percentage_tells_no_more_than_the_published_counts(
    numerator: int | Marker | None, denominator: int | Marker | None, policy: Policy
) -> None:
    from_published = percentage(count(numerator, policy), count(denominator, policy), policy)
    assert percentage(numerator, denominator, policy) == from_published
    if C in (count(numerator, policy), count(denominator, policy)):
        assert isinstance(from_published, Marker)
