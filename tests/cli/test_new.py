"""`qa new`: what it writes where, and what it asks a person at a terminal."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from generator import cli


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another partnership's folder, in which the test stands."""
    shutil.copytree(ROOT / "tests/second/records", tmp_path / "records")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_record_is_refused_until_its_open_places_are_filled(
    board: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["new", "kpi-return", "council/2026-q2", "--as-of", "2026-05-20"]) == 0
    assert capsys.readouterr().out == (
        "Wrote records/kpi-return/council/2026-q2.yaml. "
        "Fill in the open places: `qa check records/kpi-return/council/2026-q2.yaml` names them.\n"
    )
    path = board / "records/kpi-return/council/2026-q2.yaml"
    text = path.read_text()
    assert cli.main(["check"]) == 1
    said = capsys.readouterr().out
    places = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith(":") and line[0] != "#"]
    holders = {number for number in places if text.splitlines()[number].startswith(" ")}
    for number in {*places} - holders:
        assert f"records/kpi-return/council/2026-q2.yaml:{number}:" in said
    filled = text.replace("received:", "received: 2026-07-20").replace("sender_role:", "sender_role: Analyst")
    filled = (
        filled.replace("under-65:", "under-65: 20").replace("over-65:", "over-65: 40").replace("count:", "count: 60")
    )
    path.write_text(filled)
    assert cli.main(["check"]) == 0


def test_without_an_id_a_person_is_asked_for_each_part(board: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "new", "kpi-return"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    asked = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, text=True, env=environment)
    os.write(ours, b"council\n2026-q3\n")
    said, _ = asked.communicate(timeout=60)
    assert asked.returncode == 0
    assert "Agency (one of care-trust, constabulary, council): " in said
    assert "Quarter (the quarter, such as 2026-27-q1): " in said
    assert (board / "records/kpi-return/council/2026-q3.yaml").exists()


def test_an_answer_that_is_not_given_ends_in_one_line(board: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "new", "kpi-return"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    asked = subprocess.Popen(command, stdin=theirs, stdout=pipe, stderr=pipe, text=True, env=environment)
    os.write(ours, b"\x04")  # the end of input, as Ctrl-D sends it
    _, reported = asked.communicate(timeout=60)
    assert asked.returncode == 2
    assert reported == "qa: name the new record: qa new kpi-return {agency}/{quarter}\n"
    assert not (board / "records/kpi-return/council/2026-q3.yaml").exists()


def test_only_what_was_known_on_the_day_is_in_a_draft(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("records", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "records/kpi-return/adult-social-care/2026-27-q3.yaml"
    found = {}
    for day in ("2026-05-20", "2026-11-20"):
        path.unlink(missing_ok=True)
        assert cli.main(["new", "kpi-return", "adult-social-care/2026-27-q3", "--as-of", day]) == 0
        found[day] = " in Q2 2026-27" in path.read_text()
    assert found == {"2026-05-20": False, "2026-11-20": True}


def test_where_nobody_can_answer_the_form_of_the_id_is_said(
    board: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(os.devnull) as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)
        assert cli.main(["new", "kpi-return"]) == 2
    assert capsys.readouterr().err == "qa: name the new record: qa new kpi-return {agency}/{quarter}\n"


def test_a_record_that_exists_is_left_alone(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (board / "records/agency/council.yaml").read_bytes()
    assert cli.main(["new", "agency", "council"]) == 2
    assert capsys.readouterr().err == "qa: records/agency/council.yaml exists already\n"
    assert (board / "records/agency/council.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("type", "id", "said"),
    [
        ("kpi-return", "concil/2026-q2", "qa: there is no agency “concil”: did you mean “council”?\n"),
        ("kpi-return", "council/2026-q7", "qa: "),
        ("meeting", "nobody/2026-05-20", "qa: there is no group “nobody”\n"),
        ("programme", "2026-27", "qa: "),
    ],
)
def test_an_id_that_names_what_does_not_exist_is_refused(
    board: Path, capsys: pytest.CaptureFixture[str], type: str, id: str, said: str
) -> None:
    assert cli.main(["new", type, id]) == 2
    error = capsys.readouterr().err
    assert error.startswith(said)
    assert error.count("\n") == 1
    assert not (board / f"records/{type}/{id}.yaml").exists()


def test_a_return_that_nobody_asks_for_is_not_begun(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (board / "records/agency/library.yaml").write_text("title: Moor Library\nrole: member\nsector: council\n")
    assert cli.main(["new", "kpi-return", "library/2026-q1"]) == 2
    assert capsys.readouterr().err == "qa: no indicator asks the Moor Library for figures of Q1 2026\n"
    assert not (board / "records/kpi-return/library").exists()
