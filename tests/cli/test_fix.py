"""`qa check --fix` as a person runs it, on real git repositories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from repositories import AUDIT, PLAN, WAS, change, check, commit, git

from generator import checks, emit
from generator.problem import Edit, Place, Problem
from generator.register import Register

Captured = pytest.CaptureFixture[str]


def test_what_is_certain_is_fixed_and_nothing_else_changes(repository: Path, capsys: Captured) -> None:
    path = repository / AUDIT
    text = path.read_text().replace("2026-04-31", "2026-04-09").replace("\n", "\r\n")
    wrong = "\ufeff# Dates!\r\n" + text.replace("starts: 2026-04-06", "starts: 6 April 2026   # a Monday")
    wrong = wrong.replace("actual: 2026-05-22", "actual: '22 May 2026'").replace("milestones:", "Milestones:")
    path.write_bytes(wrong.encode())
    others = {one: one.stat().st_ino for one in repository.rglob("*.yaml") if one != path}
    assert check(repository) == 1
    assert "`qa check --fix` fixes 2 of them.\n" in capsys.readouterr().out
    assert path.read_bytes() == wrong.encode(), "without --fix nothing is written"
    assert check(repository, "--fix") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"""\
Fixed: 3
  {AUDIT}:8: starts: 6 April 2026   # a Monday → starts: 2026-04-06   # a Monday
  {AUDIT}:11: Milestones: → milestones:
  {AUDIT}:17: actual: '22 May 2026' → actual: '2026-05-22'

""")
    assert "no errors" in said
    right = "\ufeff# Dates!\r\n" + text.replace("starts: 2026-04-06", "starts: 2026-04-06   # a Monday")
    assert path.read_bytes() == right.replace("2026-05-22", "'2026-05-22'").encode()
    assert {one: one.stat().st_ino for one in others} == others, "no other file was written"
    assert check(repository, "--fix") == 0
    assert capsys.readouterr().out.startswith("Fixed: 0\n")


def test_a_fix_that_can_not_be_made_cleanly_is_not_made(
    repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*words: object) -> bytes:
        raise emit.Unwritable("no")

    change(repository, "starts: 2026-04-06", "starts: 6 April 2026")
    before = (repository / AUDIT).read_bytes()
    monkeypatch.setattr(emit, "edit", refuse)
    assert check(repository, "--fix") == 1
    said = capsys.readouterr().out
    assert said.startswith("Fixed: 0\n")
    assert "Write `starts: 2026-04-06`." in said
    assert "--fix" not in said, "it would not help"
    assert (repository / AUDIT).read_bytes() == before


def test_a_fix_within_another_waits_for_it(repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are certain at once: the field's name, and a date that stands in it."""
    fixes = [Edit(("milestone",), "milestones", key=True), Edit(("milestone", 0, "actual"), "2026-04-07")]

    def run(found: Register) -> list[Problem]:
        wrong = b"\nmilestone:" in found.documents[AUDIT]
        return [Problem(Place(AUDIT, 1), "schema", "E", "is wrong", "Fix it.", fix=(one,)) for one in fixes if wrong]

    change(repository, "milestones:", "Milestones:")
    before = (repository / AUDIT).read_text()
    monkeypatch.setattr(checks, "run", run)
    assert check(repository, "--fix") == 0
    assert (repository / AUDIT).read_text() == before.replace("milestone:\n", "milestones:\n")


def test_only_what_is_mine_and_where_i_say_is_fixed(repository: Path, capsys: Captured) -> None:
    git(repository, "switch", "--quiet", "main")
    change(repository, "starts: 2026-04-06", "starts: 6 April 2026")
    commit(repository)
    git(repository, "switch", "--quiet", "-C", "mine")
    change(repository, "due: 2026-09-30", "due: 30/09/2026", PLAN)
    assert check(repository, "--fix", "records/agency") == 0
    assert capsys.readouterr().out.startswith("Fixed: 0\n")
    assert check(repository, "--fix", "--against", "main") == 0
    assert capsys.readouterr().out.startswith(
        f"Fixed: 1\n  {PLAN}:9: due: 30/09/2026 → due: 2026-09-30\n\nThere already"
    )
    assert check(repository, "--fix", "records/audit", "--format", "json") == 1
    both = capsys.readouterr()
    assert [one["message"] for one in json.loads(both.out)] == [WAS]
    assert both.err.startswith(f"Fixed: 1\n  {AUDIT}:7: starts: ")


def test_a_file_is_fixed_at_once_however_much_there_is(
    repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    edit = emit.edit
    monkeypatch.setattr(emit, "edit", lambda data, edits, tree: (calls.append(len(edits)), edit(data, edits, tree))[1])
    change(repository, "agreed: 2026-04-31", "agreed: 9 April 2026")
    change(repository, "starts: 2026-04-06", "starts: 6 April 2026")
    change(repository, "actual: 2026-05-22", "actual: 22 May 2026")
    assert check(repository, "--fix") == 0
    assert capsys.readouterr().out.startswith("Fixed: 3\n")
    assert calls == [3]


def test_one_that_can_not_be_fixed_keeps_no_other_from_it(
    repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = emit.edit

    def refuse(data: bytes, edits: list[Edit], tree: object) -> bytes:
        if any(one.route == ("starts",) for one in edits):
            raise emit.Unwritable("no")
        return edit(data, edits)

    monkeypatch.setattr(emit, "edit", refuse)
    change(repository, "agreed: 2026-04-31", "agreed: 9 April 2026")
    change(repository, "starts: 2026-04-06", "starts: 6 April 2026")
    change(repository, "actual: 2026-05-22", "actual: 22 May 2026")
    assert check(repository, "--fix") == 1
    said = capsys.readouterr().out
    assert said.startswith("Fixed: 2\n")
    assert "Write `starts: 2026-04-06`." in said


def test_a_write_that_fails_says_what_was_written_before(
    repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = emit.write

    def full(path: Path, data: bytes) -> None:
        if path.name == Path(AUDIT).name and "audit/" in str(path):
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(emit, "write", full)
    change(repository, "agreed: 2026-04-31", "agreed: 9 April 2026")
    change(repository, "due: 2026-09-30", "due: 30/09/2026", PLAN)
    assert check(repository, "--fix") == 2
    said = f"qa: {AUDIT} can't be written: No space left on device; written before it: {PLAN}\n"
    assert capsys.readouterr().err == said
