"""The sieve is never narrower than the screens: whatever a finder finds, however it is written, is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_finders import FOUND, LOCAL

from generator import screens
from generator.screens import contacts, markup, names, people

GAPS = ["", " ", "  ", "\n", "\n      ", "\t", ".", "-", " - ", "\u00a0", "\u2013", "\x85", "\u2028", "(", ") "]
DAYS = ["12/03/1950", "1950-03-12", "March 12, 1950", "1st of May 1950"]
CODES = ["1234", "1234/55", "ABC/12345", "audit 2026", "12-34-56"]
PATTERNS = {
    "nhs-number": [people._GROUPED, people._UNGROUPED],
    "national-insurance-number": [people._NI],
    "date-of-birth": [people._BIRTH],
    "case-reference": [people._CASE],
    "postcode": [contacts._POSTCODE],
    "personal-telephone-number": [contacts._TELEPHONE],
    "personal-email-address": [contacts._MAIL],
    "personal-name": [names._PEOPLE],
    "markup": [markup._TAG, markup._IMAGE],
    "unsafe-link": [markup._LINK, markup._SCRIPT],
    "hidden-character": [markup.HIDDEN],
}

TOLD = [
    *("0161 49 60 101", "077 00 90 01 23", "AB12 34 56C", "AB12 3456C", "AB 1234 56C", "12/03/1950 (birthday)"),
    *("Mrs Łukasz", "Mrs Žižek", "his mother Ďuro Şahin", "ref# 1234", "crime log number is 1234/55"),
    *("12/03/1950, date-of-birth", "Mrs\u2028Smith", "javascript\n:x", "javascript\x1f:x", "SK1 9Zz", "SK1 9ſt"),
    *("our caſe no. 1234", "d.ob: 12 March 1950", "12/03/50, (D.o.B)", "birth-date: 'the March 1, 1950"),
]  # fmt: skip


def suspected(text: str) -> None:
    """Each kind found in the text, as its folded file is read, is among those the sieve names for it."""
    found = screens.suspects([b"title: x\n", text.encode(), b"title: y\n"], LOCAL.shapes)
    for kind in screens.KINDS:
        if screens.find(kind, re.sub(r"\s*\n\s*", "\n", text), LOCAL):
            assert kind in found.get(1, ()), kind


@st.composite
def written(draw: st.DrawFn, kind: str) -> str:
    """What a finder's own expression describes, or a case of it with its gaps changed, among other words."""
    own = st.one_of([st.from_regex(pattern) for pattern in PATTERNS[kind]])
    pieces = [re.split(r"[\s.()-]+|(?<=\d)(?=\d)", case) for case in FOUND[kind]]
    said = draw(st.one_of(own, st.sampled_from(pieces).flatmap(_with_gaps)))
    beside = {"date-of-birth": DAYS, "case-reference": CODES}.get(kind, [""])
    before, after = (draw(st.sampled_from(["", *beside])) + draw(st.sampled_from(GAPS)) for _ in range(2))
    return f"note: >-\n  There {before}{said}{after}{draw(st.sampled_from(beside))} and so on.\n"


def _with_gaps(pieces: list[str]) -> st.SearchStrategy[str]:
    gaps = st.lists(st.sampled_from(GAPS), min_size=len(pieces), max_size=len(pieces))
    return gaps.map(lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)))


@pytest.mark.parametrize("kind", screens.KINDS)
def test_whatever_is_found_is_suspected(kind: str) -> None:
    @settings(max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=[*HealthCheck])
    @given(written(kind))
    def holds(text: str) -> None:
        if not re.search("[\ud800-\udfff]", text):
            suspected(text)

    holds()


@pytest.mark.parametrize("text", TOLD)
def test_a_form_that_is_rare_is_suspected(text: str) -> None:
    assert any(screens.find(kind, text, LOCAL) for kind in screens.KINDS)
    suspected(f"note: {text} and so on.\n")


def numbers() -> Iterator[str]:
    """Every gap in every place of a telephone number and a National Insurance number."""
    for first in range(16):
        for gap in (" ", "-", ".", "\n      "):
            yield (
                "AB" + "".join(part + gap * (first >> place & 1) for place, part in enumerate(["12", "34", "56"])) + "C"
            )
    for head in ("0161", "01 61", "+44 161", "0044 (0)161"):
        for cut in range(1, 7):
            for gap in (" ", " - ", ")", "\n      "):
                yield f"{head} {'4960101'[:cut]}{gap}{'4960101'[cut:]}"


def test_every_gap_of_a_number() -> None:
    for number in numbers():
        suspected(f"# {number}\n")
