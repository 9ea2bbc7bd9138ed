"""Charts, one file each: made from figures, with a specification, a sentence and a table."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.spreadsheet import as_csv

FONT = "Liberation Sans, Arial, sans-serif"
AXES = {"gridColor": "#e8e6e1", "domain": False, "ticks": False, "labelColor": "#3d3d3d", "labelFontSize": 12}
LARGE_AXES = {
    "gridColor": "#e3e3e3",
    "labelColor": "#3D3D3D",
    "labelFontSize": 15,
    "labelPadding": 6,
    "titleColor": "#3D3D3D",
    "titleFontSize": 15,
    "titleFontWeight": "normal",
}
"""The axes of a trend and a control chart, which are side by side and shown smaller than drawn."""
QUARTERS: dict[str, Any] = {
    "title": None,
    "grid": False,
    "labelAngle": 0,
    "labelExpr": "split(datum.label, ' ')",
    "labelOverlap": "greedy",
    "labelSeparation": 12,
}
"""The axis of quarters: the year below its quarter; on a narrow chart some quarters have no label."""


@dataclass(frozen=True)
class Chart:
    """A drawn figure: its Vega-Lite specification, the sentence that says what it shows, and its data as a table.

    `columns` are (key, heading) pairs; `rows` have at each key a value, a marker such as `[c]` that says why there is
    none, or None.
    """

    id: str
    title: str
    sentence: str
    specification: Mapping[str, Any]
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Mapping[str, Any]]
    caption: str = ""
    drawn: bool = True
    """Whether there is a picture; without one, the table stands in its place."""

    @cached_property
    def json(self) -> str:
        """The specification as one line of JSON."""
        return json.dumps(self.specification, ensure_ascii=False, separators=(",", ":"), default=str)

    @cached_property
    def hash(self) -> str:
        """A name for the drawing: the same specification has the same one."""
        return hashlib.sha256(self.json.encode()).hexdigest()[:20]

    @property
    def csv(self) -> str:
        """The table as CSV."""
        headings = [heading for _, heading in self.columns]
        return as_csv(headings, [[row.get(key) for key, _ in self.columns] for row in self.rows])


def styled(chart: Any, **axes: Any) -> dict[str, Any]:
    """Return the specification of Altair's `chart` in the look that all charts share.

    `axes` are arguments of Altair's `configure_axis`. The specification is not validated here, in every build, but by
    the tests: no record changes its form.
    """
    dressed = chart.configure_view(stroke=None)
    specification: dict[str, Any] = (dressed.configure_axis(**axes) if axes else dressed).to_dict(validate=False)
    specification["config"]["font"] = FONT
    return specification
