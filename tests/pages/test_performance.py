"""The performance pages: what a reader is told of a figure, and what the public is never told."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from small import INDICATOR, measures, owed, returned, small

from generator import edition, render
from generator.assurance.assessment import assess
from generator.edition import Edition
from generator.feeds import figures as feed
from generator.pages.performance import dashboard as performance
from generator.pages.performance import definitions, indicator, kpi_return, returns
from generator.register import Register
from generator.schema import Schema

DAY = date(2029, 2, 10)
CACHE = Path(tempfile.mkdtemp(prefix="templates-"))
ASKED = {
    **INDICATOR,
    "title": "Asked about outcomes",
    "section": "Wishes",
    "measures": measures("people", concluded="Enquiries concluded", asked="Asked"),
    "numerator": ["asked"],
    "denominator": ["concluded"],
    "owed_by": owed("council"),
    "target": {"value": 80, "from_quarter": "2025-26-q1", "reason": "Within reach."},
}
LOW, HIGH = (111, 78), (111, 97)
"""Concluded and asked: 70.3% and 87.4% exactly, 72.7% and 86.4% as published."""


def quarters(*counts: Any, agency: str = "council", confirmed: bool = True) -> dict[str, Any]:
    """Return returns of (concluded, asked) for successive quarters from April 2025."""
    made = {}
    for place, (concluded, asked) in enumerate(counts):
        year, number = 2025 + place // 4, place % 4 + 1
        made[f"kpi-return/{agency}/{year}-{(year + 1) % 100}-q{number}"] = returned(
            f"{year + (number == 4)}-{(7, 10, 1, 4)[number - 1]:02}-20".replace(f"{year}-01", f"{year + 1}-01"),
            confirmed,
            concluded=concluded,
            asked=asked,
        )
    return made


def texts(register: Register, name: Edition = "partnership", day: date = DAY) -> dict[str, str]:
    known = register.at(day)
    view = edition.view(name, day, known, assess(known, day))
    section = (performance, definitions, indicator, returns, kpi_return)
    pages = [page for module in section for page in module.pages(view)]
    made = render.site(view, pages, list(feed.files(view)), ROOT / "site", CACHE)
    return {one.path: str(one.content) for one in made.texts if one.path.startswith(("performance", "downloads"))}


def page(register: Register, name: Edition = "partnership", day: date = DAY) -> str:
    return texts(register, name, day)["performance/k01.md"]


def plain(text: str) -> str:
    """The words of a page: no specifications, no markup."""
    return re.sub(r"\s+", " ", re.sub(r"<script.*?</script>|<[^>]+>", "", text, flags=re.DOTALL))


def test_a_page_leads_with_its_figure_in_a_sentence(schemas: dict[str, Schema]) -> None:
    said = plain(page(small(schemas, {"indicator/k01": ASKED, **quarters(LOW, HIGH)}), day=date(2025, 12, 1)))
    assert "In Q2 (July to September 2025) it was 87.4%, 97 of 111; up 17.1 percentage points from Q1 2025-26." in said
    assert "That is 7.4 percentage points above the partnership’s target of 80%." in said
    assert "Asked, as a share of enquiries concluded." in said


def test_the_public_reads_published_values_everywhere(schemas: dict[str, Schema]) -> None:
    register = small(schemas, {"indicator/k01": ASKED, **quarters(LOW, HIGH)})
    whole = texts(register, "public", date(2025, 12, 1))
    assert "86.4%, 95 of 110" in plain(whole["performance/k01.md"])
    for path, text in whole.items():
        for exact in ("111", "97", "78", "87.4", "70.3"):
            assert not re.search(rf"(?<![0-9.#]){re.escape(exact)}(?![0-9.])", text), f"{exact} in {path}"


def test_the_public_reads_of_no_agency(schemas: dict[str, Schema]) -> None:
    both = {**ASKED, "owed_by": owed("council", "trust")}
    register = small(schemas, {"indicator/k01": both, **quarters(LOW, HIGH), **quarters(HIGH, agency="trust")})
    known, hidden = texts(register, day=date(2025, 12, 1)), texts(register, "public", date(2025, 12, 1))
    assert "performance/returns.md" in known
    assert "Trust" in known["performance/k01.md"]
    assert not [path for path, text in hidden.items() if "returns" in path or "Trust" in text or "Council" in text]


def test_a_withheld_quarter_is_said_in_words(schemas: dict[str, Schema]) -> None:
    register = small(schemas, {"indicator/k01": ASKED, **quarters(HIGH, (111, 3))})
    said = plain(page(register, "public", date(2025, 12, 1)))
    assert "In Q1 (April to June 2025) it was 86.4%" in said
    assert "The newest quarter, Q2 (July to September 2025), is confidential: withheld so that nobody" in said
    assert "[c] confidential" in said
    assert "because a zero in a small group would disclose something about everyone in it" in said
    nothing = plain(page(small(schemas, {"indicator/k01": ASKED, **quarters((4, 2))}), "public", date(2025, 9, 1)))
    assert "There is no figure that can be shown: for Q1 (April to June 2025) it is confidential" in nothing


def test_provisional_is_said_and_explained(schemas: dict[str, Schema]) -> None:
    register = small(schemas, {"indicator/k01": ASKED, **quarters(HIGH, confirmed=False)})
    said = plain(page(register, day=date(2025, 9, 1)))
    assert "87.4% (provisional)" in said
    assert "[p] provisional: not yet confirmed" in said


def test_who_is_late_is_told_to_partners_only(schemas: dict[str, Schema]) -> None:
    both = {**ASKED, "owed_by": owed("council", "trust")}
    register = small(schemas, {"indicator/k01": both, **quarters(HIGH)})
    said = plain(page(register, day=date(2025, 9, 1)))
    assert "Not yet returned for Q1 (April to June 2025) Trust (due 30 July 2025)" in said
    assert "87.4% (estimated)" in said
    hidden = plain(page(register, "public", date(2025, 9, 1)))
    assert "Not yet returned" not in hidden
    assert "[e] estimated" in hidden


def test_no_verdict_on_fewer_than_twelve_quarters(schemas: dict[str, Schema]) -> None:
    register = small(schemas, {"indicator/k01": ASKED, **quarters(*[LOW] * 10, HIGH)})
    said = plain(page(register))
    assert "No limits and no verdict yet: they would rest on 11 quarters" in said
    assert "Too few to judge" in said
    assert "Improvement" not in said


def test_a_real_change_has_its_verdict_and_its_reason(schemas: dict[str, Schema]) -> None:
    register = small(schemas, {"indicator/k01": ASKED, **quarters(*[LOW, (111, 80)] * 6, HIGH)})
    said = plain(page(register))
    assert "The latest quarter is an improvement, because it is outside the limits." in said
    index = plain(texts(register, day=date(2028, 8, 20))["performance/index.md"])
    assert "What changed in Q1 (April to June 2028)" in index
    assert "the quarter before it had missed the target of 80%" in index


def test_public_limits_come_from_published_values(schemas: dict[str, Schema]) -> None:
    register = small(schemas, {"indicator/k01": ASKED, **quarters(*[LOW, (111, 81)] * 6)})
    # 80 of 110 both, as published: a constant line, whatever the exact counts do.
    assert "ordinary variation runs from 72.7 to 72.7%" in page(register, "public")
    assert "ordinary variation runs from 72.7 to 72.7%" not in page(register)


def test_a_fresh_start_has_its_reason_and_no_verdict_until_it_has_twelve(schemas: dict[str, Schema]) -> None:
    afresh = [{"from_quarter": "2027-28-q1", "reason": "A new recording system.", "decided": "2027-04-02"}]
    register = small(schemas, {"indicator/k01": {**ASKED, "rebases": afresh}, **quarters(*[LOW] * 8, *[HIGH] * 6)})
    said = plain(page(register))
    assert "A new recording system." in said
    assert "they would rest on 6 quarters since the chart was last started afresh" in said


def test_a_neutral_indicator_is_never_judged_good_or_bad(schemas: dict[str, Schema]) -> None:
    neutral = {**ASKED, "better": "neutral"}
    register = small(schemas, {"indicator/k01": neutral, **quarters(*[LOW, (111, 80)] * 6, HIGH)})
    whole = texts(register)
    assert "Higher than usual" in whole["performance/k01.md"]
    for path in ("performance/k01.md", "performance/index.md", "performance/definitions.md"):
        assert not re.search("Improvement|Concern|Target met|Target missed|target of 80", whole[path]), path


def test_a_full_hundred_asks_for_a_second_look(schemas: dict[str, Schema]) -> None:
    register = small(schemas, {"indicator/k01": ASKED, **quarters(LOW, (111, 111))})
    text = page(register, day=date(2025, 12, 1))
    assert "Check an exact 100% before calling it good" in text
    assert 'class="qa-badge qa-is-good"' not in text


def test_a_conversion_figure_has_its_definition_beside_it(schemas: dict[str, Schema]) -> None:
    derived = {name: value for name, value in ASKED.items() if name not in ("measures", "owed_by", "target")}
    derived |= {"kind": "derived", "better": "neutral", "code": "K02", "title": "Conversion"}
    derived["definition"] = "Those asked, for every hundred concluded."
    register = small(schemas, {"indicator/k01": ASKED, "indicator/k02": derived, **quarters(LOW)})
    whole = texts(register, day=date(2025, 9, 1))
    assert derived["definition"] in whole["performance/index.md"]
    assert derived["definition"] in whole["performance/k02.md"]


def test_indicators_stand_under_their_sections(schemas: dict[str, Schema]) -> None:
    other = {**ASKED, "code": "K00", "section": "", "measures": measures("people", x="X"), "numerator": ["x"]}
    other |= {"denominator": [], "unit": "count", "better": "neutral", "title": "Unsorted"}
    del other["section"], other["target"]
    whole = texts(small(schemas, {"indicator/k01": ASKED, "indicator/k00": other}))["performance/index.md"]
    assert whole.index("## Wishes") < whole.index("## Other indicators") < whole.index("Unsorted")


def test_no_indicators_no_pages(schemas: dict[str, Schema]) -> None:
    assert not texts(small(schemas, {}))


def test_the_matrix_tells_late_outstanding_and_not_owed_apart(schemas: dict[str, Schema]) -> None:
    owing = [*owed("council"), *owed("police", frequency="half-yearly"), *owed("trust")]
    late = {"kpi-return/council/2025-26-q1": returned("2025-08-02", concluded=10, asked=9)}
    gap = {"kpi-return/trust/2025-26-q1": returned("2025-07-02", concluded=10)}
    register = small(schemas, {"indicator/k01": {**ASKED, "owed_by": owing}, **late, **gap})
    whole = texts(register, day=date(2025, 12, 1))
    matrix = whole["performance/returns.md"]
    assert [matrix.count(f'qa-vh">{word}</span></span></a>') for word in ("Late", "With gaps", "Outstanding")] == [
        1,
        1,
        3,
    ]
    assert matrix.count("not applicable") == 1, "police owe nothing for the first quarter"
    assert "Received 2 August 2025" in plain(whole["performance/returns/2025-26-q1.md"])


@pytest.mark.parametrize("name", ["partnership", "public"])
def test_every_shipped_indicator_has_a_page_of_words(shipped: Register, name: Edition) -> None:
    day = shipped.partnership.illustrative.as_of if shipped.partnership.illustrative else DAY
    whole = texts(shipped, name, day or DAY)
    for id in shipped.entries["indicator"]:
        said = plain(whole[f"performance/{id}.md"].split("---\n", 2)[2])
        assert not re.search(r"\bNone\b|Marker|Undefined|nan%|\[\]", said), id
        assert "What it shows" in said
