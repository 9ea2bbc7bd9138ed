"""A record is renamed as a person does it, on real git: `qa check` says what to do, `qa diff` says that alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from repositories import branched, change, check, commit, git, signed

from generator import cli

BASE = {
    "action-plan": "2026-falls",
    "agency": "council",
    "audit": "2026-falls",
    "audit-tool": "falls",
    "findings-report": "2026-falls",
    "group": "qap",
    "indicator": "k15",
    "meeting": "qap/2026-03-12",
    "methodology": "2024",
    "obligation": "multi-agency-audit",
    "sar": "2025-adult-f",
}
NAMED = [type for type in BASE if type != "findings-report"]
"""The types whose records have a name of their own, not only that of another."""
PRESENT = {"meeting": "qap/2026-03-19", "methodology": "2026"}
REMEDY = re.compile(r"git mv (\S+) (\S+)")
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A branch `mine` of a git repository whose partnership uses every type of the base world."""
    signed(monkeypatch)
    more = "".join(f"  - type: {type}\n" for type in (*BASE, "audit-return"))
    return branched(tmp_path / "repository", "records/partnership/esap.yaml", "  - type: audit\n", more)


def rename(root: Path, type: str, id: str, now: str) -> None:
    """Rename one record's file, and say in it what it was called."""
    new = root / f"records/{type}/{now}.yaml"
    git(root, "mv", f"records/{type}/{id}.yaml", str(new))
    new.write_text(f"{new.read_text().rstrip()}\nformerly: ['{id}']\n")


def obey(root: Path, capsys: Captured) -> str:
    """Do what `qa check` says until it finds nothing; return all that it said."""
    said = ""
    for _ in range(4):
        done = check(root, "--fix")
        found = capsys.readouterr().out
        said += found
        if not done:
            return said
        for old, new in REMEDY.findall(found):
            git(root, "mv", old, new)
    pytest.fail(said)


def diff(root: Path, capsys: Captured, *words: str) -> str:
    assert cli.main(["diff", "--root", str(root), "--as-of", "2026-11-20", "main", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("type", NAMED)
def test_a_rename_is_told_once_whatever_is_renamed_with_it(type: str, repository: Path, capsys: Captured) -> None:
    now = PRESENT.get(type, f"{BASE[type]}-again")
    rename(repository, type, BASE[type], now)
    assert "departure" not in obey(repository, capsys), "only the new name is missing"
    said = diff(repository, capsys)
    assert said.startswith("1 record renamed.\n")
    assert said.endswith(f": renamed, {BASE[type]} → {now}\n")
    for edition in ("partnership", "public"):
        assert diff(repository, capsys, "--edition", edition) in (
            said,
            "Nothing that this edition shows has changed.\n",
        )


@pytest.mark.parametrize("type", NAMED)
def test_a_rename_half_done_asks_only_for_the_other_half(type: str, repository: Path, capsys: Captured) -> None:
    rename(repository, type, BASE[type], PRESENT.get(type, f"{BASE[type]}-again"))
    check(repository, "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert {one["rule"] for one in found} <= {"reference-names-the-present-id"}
    assert diff(repository, capsys).startswith("1 record renamed.\n"), "what is still to do is no change"


def test_what_else_changed_in_a_record_renamed_with_another_is_told(repository: Path, capsys: Captured) -> None:
    rename(repository, "agency", "police", "moor-police")
    rename(repository, "audit", "2026-falls", "2026-stairs")
    obey(repository, capsys)
    change(repository, "cases_audited: ", "cases_audited: 1", "records/audit-return/2026-stairs/moor-police.yaml")
    said = diff(repository, capsys)
    assert said.startswith("3 records: 2 renamed and 1 changed.\n")
    assert "\nAudit return: 1 changed\n" in said
    found = json.loads(diff(repository, capsys, "--format", "json"))
    (made,) = (one for one in found if one["type"] == "audit-return")
    assert (made["id"], made["kind"]) == ("2026-stairs/moor-police", "changed")
    assert [one["route"] for one in made["fields"]] == ["cases_audited"]


def test_a_record_taken_out_is_not_renamed_with_another(repository: Path, capsys: Captured) -> None:
    rename(repository, "agency", "council", "borough")
    (repository / "records/kpi-return/council/2026-27-q1.yaml").unlink()
    assert "\nKPI return: 1 removed\n" in diff(repository, capsys)


def test_of_two_records_that_became_one_the_other_is_taken_out(repository: Path, capsys: Captured) -> None:
    plan = repository / "records/action-plan/2026-falls.yaml"
    other = plan.with_name("2026-stairs.yaml")
    other.write_text(plan.read_text())
    git(repository, "switch", "--quiet", "main")
    commit(repository)
    git(repository, "switch", "--quiet", "mine")
    git(repository, "reset", "--quiet", "--hard", "main")
    git(repository, "rm", "--quiet", "records/action-plan/2026-falls.yaml")
    other.write_text(f"{other.read_text()}formerly: [2026-falls]\n")
    assert "\nAction plan: 1 removed and 1 changed\n" in diff(repository, capsys)


def test_a_meeting_moved_to_another_day_after_its_group_was_renamed_is_one_meeting(
    repository: Path, capsys: Captured
) -> None:
    rename(repository, "group", "qap", "quality")
    obey(repository, capsys)
    rename(repository, "meeting", "quality/2026-03-12", "quality/2026-03-19")
    obey(repository, capsys)
    said = diff(repository, capsys)
    assert "\nMeeting: 1 renamed\n" in said
    assert "renamed, qap/2026-03-12 → quality/2026-03-19" in said
