"""`qa check` as a person runs it, on real git repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from repositories import AUDIT, PLAN, WAS, change, check, commit, git

from generator import cli

Captured = pytest.CaptureFixture[str]


def told(root: Path, capsys: Captured) -> dict[str, bool]:
    """Each problem's message, and whether it is yours."""
    check(root, "--against", "main", "--format", "json")
    return {one["message"]: one["yours"] for one in json.loads(capsys.readouterr().out)}


def test_what_was_wrong_before_does_not_fail(repository: Path, capsys: Captured) -> None:
    assert check(repository) == 1
    said = capsys.readouterr().out
    assert f"{AUDIT}:23:11: schema: {WAS}\n    23 │   agreed: 2026-04-31\n       │           ^\n    Correct" in said
    assert check(repository, "--against", "main") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"There already, at main: 1 error\n  {AUDIT}:23:11: 1 error\n\n")
    assert said.endswith("valid records; yours since main: no problems; there already: 1 error.\n")


def test_mine_fails_and_comes_first(repository: Path, capsys: Captured) -> None:
    change(repository, "owner: agency/council", "owner: agency/counsel", PLAN)
    assert check(repository, "--against", "main") == 1
    said = capsys.readouterr().out
    assert said.index("there is no agency “counsel”") < said.index("There already")
    assert said.endswith("yours since main: 1 error; there already: 1 error.\n")


def test_a_departure_of_mine_does_not_fail(repository: Path, capsys: Captured) -> None:
    git(repository, "switch", "--quiet", "main")
    change(repository, "agreed: 2026-04-31", "agreed: 2026-04-09")
    commit(repository)
    git(repository, "switch", "--quiet", "-C", "mine")
    change(repository, "actual: 2026-05-22", "actual: 2026-05-25")
    assert check(repository, "--against", "main") == 0
    said = capsys.readouterr().out
    assert "Departures from the framework: 1" in said
    assert said.endswith("Departures are accepted; the instruction below each says where to give its reason.\n")


def test_a_problem_is_the_same_on_another_line(repository: Path, capsys: Captured) -> None:
    change(repository, "title: Falls", "# One more line.\ntitle: Falls")
    assert told(repository, capsys) == {WAS: False}
    change(repository, "sample:\n", "reason: Longer.\nsample:\n")
    assert told(repository, capsys) == {WAS: False, "“reason” is not a field of an audit": True}


def test_the_same_mistake_made_again_is_mine(repository: Path, capsys: Captured) -> None:
    change(repository, "starts: 2026-04-06", "starts: 2026-04-31")
    again = "“starts” says 2026-04-31, and there is no such day"
    assert told(repository, capsys) == {WAS: False, again: True}
    change(repository, "agreed: 2026-04-31", "agreed: 2026-06-31")
    assert told(repository, capsys) == {WAS.replace("-04-", "-06-"): True, again: True}, "I wrote it anew"


def test_what_my_deletion_breaks_elsewhere_is_mine(repository: Path, capsys: Captured) -> None:
    git(repository, "rm", "--quiet", "records/findings-report/2026-falls.yaml")
    assert told(repository, capsys) == {WAS: False, "there is no findings report “2026-falls”": True}
    commit(repository)
    assert told(repository, capsys) == {WAS: False, "there is no findings report “2026-falls”": True}


def test_a_renamed_file_keeps_what_was_wrong_with_it(repository: Path, capsys: Captured) -> None:
    git(repository, "mv", AUDIT, "records/audit/2026-frailty.yaml")
    found = told(repository, capsys)
    assert found.pop(WAS) is False
    assert found
    assert all(found.values()), "who still uses the former name is mine"


def test_what_main_has_learned_since_is_not_looked_at(repository: Path, capsys: Captured) -> None:
    git(repository, "switch", "--quiet", "main")
    change(repository, "agreed: 2026-04-31", "agreed: 2026-04-09")
    commit(repository)
    git(repository, "switch", "--quiet", "mine")
    assert told(repository, capsys) == {WAS: False}


def test_records_may_lie_in_a_folder_of_the_repository(
    repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "switch", "--quiet", "main")
    (repository / "data").mkdir()
    git(repository, "mv", "records", "data/records")
    commit(repository)
    git(repository, "switch", "--quiet", "-C", "mine")
    change(repository / "data", "owner: agency/council", "owner: agency/counsel", PLAN)
    assert told(repository / "data", capsys).pop(WAS) is False
    monkeypatch.chdir(repository)
    assert cli.main(["check", "--root", "data", "--against", "main"]) == 1
    assert f"\ndata/{PLAN}:8:12: " in capsys.readouterr().out, "it can be clicked from here"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository))
    monkeypatch.chdir(repository / "data")
    assert check(Path(), "--against", "main", "--format", "github") == 1
    assert f"::error file=data/{PLAN},line=8,col=12," in capsys.readouterr().out


def test_only_the_files_asked_for_are_told(repository: Path, capsys: Captured) -> None:
    change(repository, "owner: agency/council", "owner: agency/counsel", PLAN)
    assert check(repository, "--against", "main", "records/audit") == 0
    assert "counsel" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("nowhere", "“nowhere” is no branch, tag or commit known here; `git fetch` asks the server for news"),
        ("--help", "“--help” is no branch, tag or commit known here; `git fetch` asks the server for news"),
        ("empty", "“empty” and what is here have no commit in common"),
        ("bare", "it has no folder “records”"),
    ],
)
def test_what_can_not_be_compared_is_said_in_one_line(repository: Path, capsys: Captured, ref: str, why: str) -> None:
    git(repository, "switch", "--quiet", "--orphan", "empty")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Nothing")
    git(repository, "branch", "bare")
    if ref == "bare":
        (repository / "records/agency").mkdir(parents=True)
    else:
        git(repository, "switch", "--quiet", "mine")
    assert check(repository, f"--against={ref}") == 2
    assert capsys.readouterr().err == f"qa: can't compare with “{ref}”: {why}\n"


def test_a_shallow_clone_and_a_plain_folder_can_not_be_compared(
    repository: Path, tmp_path: Path, capsys: Captured
) -> None:
    change(repository, "title: Falls", "title: More falls")
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    assert check(tmp_path / "shallow", "--against", "origin/main") == 2
    assert "shallow clone" in capsys.readouterr().err
    shutil.copytree(repository / "records", tmp_path / "plain/records")
    assert check(tmp_path / "plain", "--against", "main") == 2
    assert capsys.readouterr().err.endswith("plain is not in a git repository\n")


def test_records_of_types_not_in_use_are_mentioned(repository: Path, capsys: Captured) -> None:
    check(repository, "records/agency", "records/group")
    assert "3 records of types not in use (agency, group) are checked and not shown.\n" in capsys.readouterr().out
    check(repository, "records/group/qap.yaml")
    assert "1 record of types not in use (group) is checked and not shown.\n" in capsys.readouterr().out
    check(repository, "records/kpi-return")
    assert "not in use" not in capsys.readouterr().out


def test_a_root_that_is_none_is_misuse(tmp_path: Path, capsys: Captured) -> None:
    for verb in ("check", "types"):
        assert cli.main([verb, "--root", str(tmp_path / "nope")]) == 2
        assert capsys.readouterr().err.startswith(f"qa: {tmp_path}/nope ")


@pytest.mark.parametrize("form", ["text", "github", "markdown", "json"])
def test_no_file_stops_any_form(repository: Path, capsys: Captured, form: str) -> None:
    folder = os.fsencode(repository / "records/agency")
    odd = {
        b"\xff.yaml": b"title: x\n", b"one\ntwo.yaml": b"title: x\n", b"\x1b[31m|`<b>.yaml": b"title: x\n",
        b"binary.yaml": bytes(range(256)) * 9, b"bytes.yaml": b"title: \xff\xfe\n", b"zero.yaml": b"",
        b"nul.yaml": b"\0",
        b"long.yaml": b"titel: " + b"x" * 900_000 + b"\n", b"deep.yaml": b"[" * 9_000, b"tab.yaml": b"\ttitle: x\n",
        b"utf-16.yaml": "title: x\n".encode("utf-16"), b"lines.yaml": "a: 1\u2028\u2028b: [\x85".encode(),
        b"large.yaml": b"x" * 2_000_000, b"escape.yaml": b'role: "\\e[2J\\r\\n::error::x"\n',
    }  # fmt: skip
    for name, data in odd.items():
        with open(folder + b"/" + name, "wb") as file:
            file.write(data)
    assert check(repository, "--format", form) == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "\0" not in said
    assert len(said) < 40_000
    assert not [line for line in said.splitlines() if line.lstrip().startswith("::") and form != "github"]
    commit(repository)
    git(repository, "branch", "--force", "main")
    assert check(repository, "--against", "main", "--format", form) == 0


def test_a_path_is_the_same_however_one_gets_there(repository: Path, capsys: Captured) -> None:
    change(repository, "starts: 2026-04-06", "starts: never")
    for path in (AUDIT, "records/audit", "records/agency/../audit", f"{repository}/records/../records/audit"):
        assert check(repository, path) == 1, path
    capsys.readouterr()
    assert check(repository, "records/../../elsewhere") == 2
    assert "is not a file or folder below" in capsys.readouterr().err


def test_a_terminal_that_can_not_write_every_letter_still_gets_the_problems(repository: Path) -> None:
    change(repository, "starts: 2026-04-06", "starts: never")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", str(repository)],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )
    assert done.returncode == 1
    assert b"never" in done.stdout
    assert b"Traceback" not in done.stderr
