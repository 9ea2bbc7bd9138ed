"""Where `qa` looks for records: where the user stands, or above; and how it names files from there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from generator import cli


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """Another partnership's folder, with schemas of its own and one mistake."""
    shutil.copytree(ROOT / "tests/second/records", tmp_path / "records")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    with (tmp_path / "records/agency/council.yaml").open("a") as file:
        file.write("colour: blue\n")
    return tmp_path


def test_the_records_where_one_stands_are_checked_not_the_products(
    board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(board)
    assert cli.main(["check"]) == 1
    assert "\nrecords/agency/council.yaml:5:1: " in capsys.readouterr().out


def test_from_a_folder_within_every_file_is_named_as_seen_from_there(
    board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(board / "records/kpi-return")
    assert cli.main(["check"]) == 1
    assert "\n../agency/council.yaml:5:1: " in capsys.readouterr().out.replace("../../records/", "../")
    assert cli.main(["build", "--edition", "public"]) == 1
    assert "../../records/agency/council.yaml:5:1: " in capsys.readouterr().err
    assert cli.main(["new", "visit", "2026-care-home"]) == 0
    assert "Wrote ../visit/2026-care-home.yaml" in capsys.readouterr().out
    assert (board / "records/visit/2026-care-home.yaml").exists()
    assert not (ROOT / "records/visit/2026-care-home.yaml").exists()


@pytest.mark.parametrize("words", [["check"], ["build"], ["format"], ["types"], ["new", "visit", "2026-care-home"]])
def test_outside_any_partnership_one_line_says_so(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(words) == 2
    said = capsys.readouterr().err
    assert said == (
        "qa: neither this folder nor one above it holds records/ and schemas/; go there, or name it with --root\n"
    )
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("verb", "meant"), [("chek", "check"), ("bild", "build"), ("validate", "check"), ("fix", "check --fix")]
)
def test_a_verb_that_does_not_exist_is_answered_with_the_one_meant(
    verb: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([verb])
    assert stopped.value.code == 2
    assert f"qa: there is no verb “{verb}”: did you mean “qa {meant}”?" in capsys.readouterr().err
