"""The figures to take away: one row a figure, five kinds of absence told apart, the edition's values only."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pandas
from editions import view
from small import CONCERNS, owed, returned, small

from generator.cli.build import default_day
from generator.edition import Edition
from generator.feeds.figures import files
from generator.register import Register
from generator.schema import Schema
from generator.spreadsheet import ENCODING
from generator.tables import FIGURES


def taken(register: Register, name: Edition, day: date) -> tuple[list[dict[str, str]], dict[str, Any]]:
    found = {one.path: str(one.content) for one in files(view(register, day, name))}
    rows = list(csv.DictReader(io.StringIO(found["downloads/figures.csv"].encode().decode(ENCODING))))
    return rows, json.loads(found["downloads/figures.json"])


def absent(why: str) -> dict[str, str]:
    return {"absent": why, "reason": "So."}


def test_zero_missing_late_not_applicable_and_withheld_are_five_things(schemas: dict[str, Schema]) -> None:
    said = [0, absent("not-available"), absent("not-applicable"), absent("withheld")]
    records = {
        f"kpi-return/council/{year}-q{number}": returned(f"{day}-20", concerns=figure)
        for year, number, day, figure in zip(
            ("2025-26",) * 4, range(1, 5), ("2025-07", "2025-10", "2026-01", "2026-04"), said, strict=True
        )
    }
    register = small(schemas, {"indicator/k01": {**CONCERNS, "owed_by": owed("council")}, **records})
    rows, _ = taken(register, "partnership", date(2026, 9, 1))
    assert tuple(rows[0]) == FIGURES
    assert [(row["value"], row["status"]) for row in rows] == [
        ("0", "number"),
        ("[x]", "not available"),
        ("[z]", "not applicable"),
        ("[c]", "confidential"),
        ("[x]", "late"),
    ]
    assert (rows[0]["quarter"], rows[0]["quarter_starts"], rows[0]["quarter_ends"]) == (
        "2025-26-q1", "2025-04-01", "2025-06-30",
    )  # fmt: skip


def test_the_public_file_has_published_values_no_agency_and_no_lateness(schemas: dict[str, Schema]) -> None:
    records = {"kpi-return/council/2025-26-q1": returned(concerns=83)}
    register = small(schemas, {"indicator/k01": CONCERNS, **records})
    known, _ = taken(register, "partnership", date(2025, 11, 15))
    rows, document = taken(register, "public", date(2025, 11, 15))
    assert {row["line"] for row in known} == {"whole", "agency"}
    assert {row["status"] for row in known} == {"number", "late"}
    assert [(row["line"], row["value"], row["status"], row["marks"]) for row in rows] == [
        ("whole", "85", "number", "[e]"),
        ("whole", "[x]", "not available", ""),
    ]
    assert [figure["value"] for figure in document["indicators"][0]["figures"]] == [85, "[x]"]
    assert "withheld" in document["disclosure"]
    assert document["indicators"][0]["definition"] == CONCERNS["definition"]


def test_an_analyst_reads_the_same_figures_from_both_files(shipped: Register) -> None:
    seen = view(shipped, default_day(shipped), "partnership")
    found = {one.path: str(one.content) for one in files(seen)}
    frame = pandas.read_csv(io.BytesIO(found["downloads/figures.csv"].encode()), keep_default_na=False, dtype=str)
    written = [
        one for indicator in json.loads(found["downloads/figures.json"])["indicators"] for one in indicator["figures"]
    ]
    assert list(frame["value"]) == [str(one["value"]) for one in written]
    numbers = pandas.to_numeric(frame.loc[frame["status"] == "number", "value"])
    assert len(numbers) > 1000
    assert numbers.ge(0).all()
