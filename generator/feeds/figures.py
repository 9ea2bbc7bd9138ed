"""Every figure of every indicator: one tidy CSV, and a JSON with the definitions, in this edition's values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.assurance.figures.disclosure import Marker, Policy
from generator.assurance.figures.indicators import Figures
from generator.assurance.figures.series import Point, Series
from generator.edition import View
from generator.model.indicator import Indicator
from generator.page import File
from generator.spreadsheet import as_csv

COLUMNS = (
    "indicator", "code", "title", "line", "breakdown", "category", "category_title", "quarter", "quarter_starts",
    "quarter_ends", "unit", "numerator", "denominator", "value", "status", "marks",
)  # fmt: skip

_STATUS = {
    Marker.CONFIDENTIAL: "confidential",
    Marker.NOT_AVAILABLE: "not available",
    Marker.NOT_APPLICABLE: "not applicable",
}


def files(view: View) -> Iterator[File]:
    indicators = sorted(view.all(Indicator), key=lambda one: one.code)
    if not indicators:
        return
    rows = [row for one in indicators for row in _rows(view, one)]
    yield File("downloads/figures.csv", as_csv(COLUMNS, [[row[name] for name in COLUMNS] for row in rows]))
    document = msgspec.json.encode(_document(view, indicators, rows))
    yield File("downloads/figures.json", msgspec.json.format(document, indent=1).decode())


def _rows(view: View, indicator: Indicator) -> Iterator[dict[str, Any]]:
    figures = view.assessment.figures.get(indicator.id)
    for line, series in _lines(figures) if figures else ():
        for point in series.points:
            yield {
                "indicator": indicator.id,
                "code": indicator.code,
                "title": indicator.title,
                "line": line,
                "breakdown": series.breakdown or None,
                "category": series.key or None,
                "category_title": series.title if series.key else None,
                "quarter": str(point.quarter),
                "quarter_starts": point.quarter.start.isoformat(),
                "quarter_ends": point.quarter.end.isoformat(),
                "unit": "count" if point.denominator is None else indicator.unit,
                "numerator": point.numerator,
                "denominator": point.denominator,
                "value": point.value,
                "status": _status(view, indicator, line, series, point),
                "marks": None if isinstance(point.value, Marker) else " ".join(sorted(point.marks)) or None,
            }


def _lines(figures: Figures) -> Iterator[tuple[str, Series]]:
    if figures.whole:
        yield "whole", figures.whole
    for name, group in (("agency", figures.agencies), ("part", figures.parts), ("beside", figures.beside)):
        yield from ((name, one) for one in group)
    for group in figures.breakdowns.values():
        yield from (("category", one) for one in group)


def _status(view: View, indicator: Indicator, line: str, series: Series, point: Point) -> str:
    """Whether it is a number, and if not, why: late where the agency's return is outstanding."""
    if not isinstance(point.value, Marker):
        return "number"
    late = any(
        one.state == "outstanding"
        and one.quarter == point.quarter
        and indicator.id in one.owed
        and (line != "agency" or one.agency == series.key)
        for one in view.assessment.returns
    )
    return "late" if late and point.value is Marker.NOT_AVAILABLE else _STATUS[point.value]


def _document(view: View, indicators: list[Indicator], rows: list[dict[str, Any]]) -> dict[str, Any]:
    described = ("indicator", "code", "title")
    policy = Policy(**vars(view.partnership.disclosure))
    return {
        "partnership": view.partnership.title,
        "as_of": view.day.isoformat(),
        "illustrative": view.partnership.illustrative.notice if view.partnership.illustrative else None,
        "disclosure": policy.words if view.public else None,
        "markers": {str(one): one.words for one in Marker},
        "indicators": [
            {
                "id": one.id,
                "code": one.code,
                "title": one.title,
                "section": one.section,
                "unit": one.unit,
                "per": one.per,
                "better": one.better,
                "definition": one.definition,
                "what_it_tells": one.what_it_tells,
                "numerator": list(one.numerator),
                "denominator": list(one.denominator),
                "target": {"value": one.target.value, "from": one.target.from_quarter} if one.target else None,
                "comparators": [vars(each) for each in one.comparators],
                "figures": [
                    {name: value for name, value in row.items() if name not in described and value not in ("", None)}
                    for row in rows
                    if row["indicator"] == one.id
                ],
            }
            for one in indicators
        ],
    }
