"""A framework's record with a fault: only that is reported, not what its lists would have allowed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from generator import cli


def test_a_fault_in_the_framework_is_the_only_one_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    (tmp_path / "schemas").symlink_to(ROOT / "schemas")
    path = tmp_path / "records/framework/2024.yaml"
    path.write_text(path.read_text() + "\nmarker_ratings: []\n")
    assert cli.main(["check", "--root", str(tmp_path), "--format", "json"]) == 1
    report = capsys.readouterr().out
    assert report.count('"level": "E"') == 1, report
    assert "marker_ratings" in report
