"""Colours of ordered scales keep their order where there is no colour, and text can be read on them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.colours import ink, luminance, ramp


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("steps", [2, 3, 4, 5, 6])
def test_each_step_is_darker_than_the_one_before(steps: int) -> None:
    colours = ramp(steps)
    assert len(colours) == steps
    for better, worse in pairwise(colours):
        assert luminance(better) > luminance(worse)
        assert contrast(better, worse) >= 1.3
    assert contrast(colours[0], colours[-1]) >= 7


@pytest.mark.parametrize("colour", ramp(6))
def test_a_number_can_be_read_on_every_colour(colour: str) -> None:
    assert contrast(colour, "#000000" if ink(colour) == "#000" else "#ffffff") >= 4.5


def test_a_scale_of_any_length_has_a_colour_for_each_step() -> None:
    assert len(ramp(1)) == 1
    assert len(ramp(8)) == 8
