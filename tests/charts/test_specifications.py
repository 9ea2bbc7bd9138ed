"""Every chart of the shipped records is a Vega-Lite specification that Altair's own schema accepts."""

from __future__ import annotations

from pathlib import Path

import altair
import pytest
from editions import view

from generator import edition, pages, render
from generator.cli.build import default_day
from generator.register import Register


@pytest.mark.parametrize("name", edition.EDITIONS)
def test_every_specification_is_valid(name: edition.Edition, shipped: Register, root: Path) -> None:
    seen = view(shipped, default_day(shipped), name)
    drawn = render.site(seen, list(pages.every(seen)), [], root / "site").charts.values()
    assert drawn
    for chart in {chart.hash: chart for chart in drawn}.values():
        altair.Chart.from_json(chart.json, validate=True)
