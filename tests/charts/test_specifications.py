"""Every chart of the shipped records is a Vega-Lite specification that Altair's own schema accepts."""

from __future__ import annotations

from pathlib import Path

import altair
import pytest

from generator import edition, pages, render
from generator.assurance.assessment import assess
from generator.cli.build import default_day
from generator.register import Register


@pytest.mark.parametrize("name", edition.EDITIONS)
def test_every_specification_is_valid(name: edition.Edition, shipped: Register, root: Path) -> None:
    day = default_day(shipped)
    known = shipped.at(day)
    view = edition.view(name, day, known, assess(known, day))
    drawn = render.site(view, list(pages.every(view)), [], root / "site").charts.values()
    assert drawn
    for chart in {chart.hash: chart for chart in drawn}.values():
        altair.Chart.from_json(chart.json, validate=True)
