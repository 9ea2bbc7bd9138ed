"""Every figure of every indicator: one tidy CSV, and a JSON with the definitions, in this edition's values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.assurance.figures.disclosure import Marker
from generator.edition import View
from generator.model.indicator import Indicator
from generator.page import File
from generator.spreadsheet import as_csv
from generator.tables import FIGURES, figures


def files(view: View) -> Iterator[File]:
    indicators = sorted(view.all(Indicator), key=lambda one: one.code)
    if not indicators:
        return
    rows = [row for one in indicators for row in figures(view, one)]
    yield File("downloads/figures.csv", as_csv(FIGURES, [[row[name] for name in FIGURES] for row in rows]))
    document = msgspec.json.encode(_document(view, indicators, rows))
    yield File("downloads/figures.json", msgspec.json.format(document, indent=1).decode())


def _document(view: View, indicators: list[Indicator], rows: list[dict[str, Any]]) -> dict[str, Any]:
    described = ("indicator", "code", "title")
    policy = view.policy
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
