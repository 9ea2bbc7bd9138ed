"""A record under another name, or in another folder, is one problem: whoever names it is not told too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from generator import checks, register
from generator.schema import Schema

BASE = ROOT / "tests/examples/base/records"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("group/qap.yaml", "group/QAP.yaml"),
        ("group/qap.yaml", "group/qap (1).yaml"),
        ("group/qap.yaml", "groups/qap.yaml"),
        ("audit-tool/falls.yaml", "audit-tool/falls final.yaml"),
        ("audit-tool/falls.yaml", "audit-tool/falls.docx"),
        ("audit-tool/falls.yaml", "audit/falls.yaml"),
        ("meeting/qap/2026-03-12.yaml", "meeting/qap-2026-03-12.yaml"),
        ("meeting/qap/2026-03-12.yaml", "meetings/qap/2026-03-12.yaml"),
        ("partnership/esap.yaml", "esap.yaml"),
    ],
)
def test_who_names_a_misnamed_record_is_not_at_fault(
    name: str, other: str, tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    shutil.copytree(BASE, tmp_path / "records")
    (tmp_path / "records" / other).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "records" / name).rename(tmp_path / "records" / other)
    found = checks.run(register.read(tmp_path, schemas))
    assert [(one.place.file, one.rule) for one in found] == [(f"records/{other}", "file")]


def test_a_misnamed_file_hides_no_other_missing_record(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    shutil.copytree(BASE, tmp_path / "records")
    (tmp_path / "records/audit-tool/falls.yaml").unlink()
    (tmp_path / "records/audit-tool/mobility.txt").write_text("A note.\n")
    found = checks.run(register.read(tmp_path, schemas))
    assert {one.rule for one in found} == {"file", "reference-exists"}
