"""A framework's record that is faulty or gone: only that is reported, not what its lists would have allowed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from generator import cli


@pytest.fixture
def framework(tmp_path: Path) -> Path:
    """The framework's record in a copy of the shipped records."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    (tmp_path / "schemas").symlink_to(ROOT / "schemas")
    return tmp_path / "records/framework/2024.yaml"


def only_error(framework: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(["check", "--root", str(framework.parents[2]), "--format", "json"]) == 1
    report = capsys.readouterr().out
    assert report.count('"level": "E"') == 1, report
    return report


def test_a_fault_in_the_framework_is_the_only_one_reported(framework: Path, capsys: pytest.CaptureFixture[str]) -> None:
    framework.write_text(framework.read_text() + "\nmarker_ratings: []\n")
    assert "marker_ratings" in only_error(framework, capsys)


def test_a_framework_that_is_gone_is_reported_once(framework: Path, capsys: pytest.CaptureFixture[str]) -> None:
    framework.unlink()
    report = only_error(framework, capsys)
    assert re.search("there is no framework, and [0-9,]+ places in [0-9]+ records need it", report)
    assert "Put the framework back in records/framework/." in report


def test_a_list_that_is_gone_is_reported_once(framework: Path, capsys: pytest.CaptureFixture[str]) -> None:
    framework.write_text(re.sub(r"\nsources:.*?(?=\n[a-z])", "", framework.read_text(), flags=re.DOTALL))
    report = only_error(framework, capsys)
    assert "no framework lists any sources" in report
    assert "Put `sources` back in the framework." in report
