"""A name is made of a text's own letters, or not at all."""

from __future__ import annotations

import pytest

from generator import source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fire exits", "fire-exits"), ("Café  exits!", "cafe-exits"), ("Ölheizung", "olheizung"), ("Straße", "strasse"),
        ("İzmir", "izmir"), ("2.0", "2-0"), ("m²", "m2"), ("--", ""), ("½", ""), ("出口", ""), ("Łódź", ""),
    ],
)  # fmt: skip
def test_no_letter_is_lost(text: str, name: str) -> None:
    assert source.kebab(text) == name
