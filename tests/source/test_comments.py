"""A text that goes on after “#” is never cut off in silence; a comment stays a comment."""

from __future__ import annotations

import pytest

from generator import source


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("heard:\n  - The nurse in bay #4 asked", (2, 22)),
        ("title: Room #4 and ward #5", (1, 13)),
        ("title: What the café said #afterwards", (1, 27)),
        ("title: Two lines,\n  and bay #4", (2, 11)),
        ("heard: [The nurse in bay #4\n  ]", (1, 26)),
    ],
)
def test_a_text_that_would_lose_its_end_is_refused(written: str, place: tuple[int, int]) -> None:
    (problem,) = source.read("records/voice/one.yaml", written.encode()).problems
    assert (problem.place.line, problem.place.column) == place
    assert problem.message == "the text ends here: what follows a space and “#” is not read"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("title: The nurse in bay   # 4 asked", "The nurse in bay"),
        ("title: Bay and ward # see #4", "Bay and ward"),
        ("title: on-track #note", "on-track"),
        ("title: 'bay #4 asked'", "bay #4 asked"),
        ("title: >-\n  bay #4 asked", "bay #4 asked"),
        ("title: https://example.org/#4", "https://example.org/#4"),
        ("#4 of them\ntitle: Bay", "Bay"),
        ("title: 5 #4", 5),
    ],
)
def test_a_comment_and_a_quoted_text_stay_what_they_are(written: str, value: object) -> None:
    document = source.read("records/voice/one.yaml", written.encode())
    assert not document.problems
    assert document.value == {"title": value}
