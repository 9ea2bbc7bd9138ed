"""`qa diff` as a person runs it, on real git repositories."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from repositories import AUDIT, PLAN, branched, change, commit, git, signed

from generator import cli
from generator.problem import Place, Problem

PARTNERSHIP = "records/partnership/esap.yaml"
NOTHING = "Nothing that this edition shows has changed.\n"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A branch `mine` of a git repository, which began at `main` and has nothing of its own yet."""
    signed(monkeypatch)
    more = "".join(f"  - type: {type}\n" for type in ("action-plan", "agency", "audit-return", "audit"))
    return branched(tmp_path / "repository", PARTNERSHIP, "  - type: audit\n", more)


def diff(root: Path, *words: str) -> int:
    return cli.main(["diff", "--root", str(root), "--as-of", "2026-11-20", *words])


def test_nothing_has_changed(repository: Path, capsys: Captured) -> None:
    assert diff(repository, "main") == 0
    assert capsys.readouterr().out == NOTHING
    (repository / AUDIT).write_text("# A comment is no change.\n" + (repository / AUDIT).read_text())
    assert diff(repository, "main") == 0
    assert capsys.readouterr().out == NOTHING


def test_what_is_not_committed_counts_and_a_head_leaves_it_out(repository: Path, capsys: Captured) -> None:
    change(repository, "agreed: 2026-04-09", "agreed: 2026-04-10")
    assert diff(repository, "main") == 0
    assert capsys.readouterr().out == (
        "1 record changed.\n\nAudit: 1 changed\n  Falls in care homes: sample, agreed: 9 April → 10 April 2026\n"
    )
    assert diff(repository, "main", "HEAD") == 0
    assert capsys.readouterr().out == NOTHING
    commit(repository)
    assert diff(repository, "main", "mine") == 0
    assert "9 April → 10 April 2026" in capsys.readouterr().out


def test_what_others_did_meanwhile_is_not_told(repository: Path, capsys: Captured) -> None:
    git(repository, "switch", "--quiet", "main")
    change(repository, "agreed: 2026-04-09", "agreed: 2026-04-10")
    commit(repository)
    git(repository, "switch", "--quiet", "mine")
    for words in (["main"], ["main", "mine"]):
        assert diff(repository, *words) == 0
        assert capsys.readouterr().out == NOTHING


def test_a_record_that_can_not_be_read_is_told_once_and_the_rest_compared(repository: Path, capsys: Captured) -> None:
    change(repository, "agreed: 2026-04-09", "agreed: 2026-04-10")
    change(repository, "actions:", "actions", PLAN)
    assert diff(repository, "main") == 0
    said = capsys.readouterr().out
    assert "9 April → 10 April 2026" in said
    assert said.endswith(f"\n{PLAN} can't be read as it is: what changed in it is not shown.\n")
    assert said.count("2026-falls.yaml") == 1
    assert "removed" not in said
    commit(repository)
    git(repository, "branch", "broken")
    change(repository, "actions", "actions:", PLAN)
    assert diff(repository, "broken") == 0
    assert f"{PLAN} can't be read at broken: what changed in it is not shown." in capsys.readouterr().out
    assert diff(repository, "broken", "--edition", "public") == 0
    said = capsys.readouterr().out
    assert (
        said == f"{NOTHING}\nWhat changed in 1 record is not shown, because it can't be read or must not be repeated.\n"
    )


def test_a_record_broken_before_and_untouched_is_not_told(repository: Path, capsys: Captured) -> None:
    change(repository, "actions:", "actions", PLAN)
    commit(repository)
    assert diff(repository, "mine") == 0
    assert capsys.readouterr().out == NOTHING


def test_json_is_a_list_whatever_can_not_be_read(repository: Path, capsys: Captured) -> None:
    change(repository, "agreed: 2026-04-09", "agreed: 2026-04-10")
    change(repository, "actions:", "actions", PLAN)
    assert diff(repository, "main", "--format", "json") == 0
    said = capsys.readouterr()
    (found,) = json.loads(said.out)
    assert found["fields"] == [{"route": "sample.agreed", "before": "2026-04-09", "after": "2026-04-10"}]
    assert "can't be read" in said.err


def test_markdown_is_for_the_readers_of_an_edition(repository: Path, capsys: Captured) -> None:
    change(repository, "agreed: 2026-04-09", "agreed: 2026-04-10")
    assert diff(repository, "main", "--format", "markdown", "--edition", "partnership") == 0
    assert "\n- **Falls in care homes**: sample, agreed: 9 April → 10 April 2026" in capsys.readouterr().out
    assert diff(repository, "main", "--format", "markdown", "--edition", "public") == 0
    assert capsys.readouterr().out == NOTHING


def test_a_new_name_is_a_rename_where_the_record_says_so(repository: Path, capsys: Captured) -> None:
    new = repository / "records/action-plan/2026-falls-at-home.yaml"
    (repository / PLAN).rename(new)
    assert diff(repository, "main") == 0
    assert "Action plan: 1 removed and 1 agreed\n" in capsys.readouterr().out
    new.write_text(new.read_text().rstrip() + "\nformerly: [2026-falls]\n")
    assert diff(repository, "main") == 0
    said = capsys.readouterr().out
    assert "Action plan: 1 renamed\n" in said
    assert "renamed, 2026-falls → 2026-falls-at-home" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "“nowhere” is no branch, tag or commit known here"),
        (["main", "nowhere"], "“nowhere” is no branch, tag or commit known here"),
        (["alone"], "“alone” and what is here have no commit in common"),
        (["alone", "main"], "can't compare with “alone”: “alone” and “main” have no commit in common"),
        (["--", "--output=x"], "“--output=x” is no branch, tag or commit known here"),
    ],
)
def test_what_can_not_be_compared_is_said_in_one_line(
    words: list[str], said: str, repository: Path, capsys: Captured
) -> None:
    git(repository, "switch", "--quiet", "--orphan", "alone")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Another beginning")
    git(repository, "switch", "--quiet", "mine")
    assert diff(repository, *words) == 2
    assert said in capsys.readouterr().err


def test_what_belongs_to_a_record_that_can_not_be_read_is_still_told(repository: Path, capsys: Captured) -> None:
    (record,) = (repository / "records/audit-return").rglob("*.yaml")
    change(repository, "agreed: 2026-04-09", "agreed")
    change(repository, "cases_audited: ", "cases_audited: 1", str(record.relative_to(repository)))
    assert diff(repository, "main") == 0
    said = capsys.readouterr().out
    assert "\nAudit return: 1 changed\n" in said
    assert f"{AUDIT} can't be read as it is" in said


def test_what_must_not_be_repeated_is_not(repository: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """A datum that a person took out is in the state before, and one that a person put in is in the state after."""
    wrong = [Problem(Place(AUDIT), "no-datum", "E", "a datum", "Take it out.", secret=True)]
    monkeypatch.setattr("generator.checks.run", lambda found: wrong if b"DATUM" in found.documents[AUDIT] else [])
    untold = f"{NOTHING}\n{AUDIT} holds, {{}}, what must not be repeated: what changed in it is not shown.\n"
    change(repository, "title: ", "title: DATUM ")
    assert diff(repository, "main") == 0
    assert capsys.readouterr().out == untold.format("as it is")
    commit(repository)
    change(repository, "title: DATUM ", "title: ")
    assert diff(repository, "mine") == 0
    assert capsys.readouterr().out == untold.format("at mine")


def test_a_partnership_that_can_not_be_read_is_taken_from_before(repository: Path, capsys: Captured) -> None:
    (repository / PARTNERSHIP).write_text("title: [\n")
    change(repository, "agreed: 2026-04-09", "agreed: 2026-04-10")
    assert diff(repository, "main", "--edition", "partnership") == 0
    assert "9 April → 10 April 2026" in capsys.readouterr().out
    commit(repository)
    assert diff(repository, "mine") == 2
    said = capsys.readouterr()
    assert "the partnership's own record is missing or can't be read, and it says who may see what" in said.err
    assert said.out == ""


def test_without_git_it_says_so(repository: Path, capsys: Captured) -> None:
    shutil.rmtree(repository / ".git")
    assert diff(repository, "main") == 2
    assert "is not in a git repository" in capsys.readouterr().err


@pytest.mark.parametrize("edition", ["working", "partnership"])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_datum_in_a_file_name_is_told_nowhere(repository: Path, capsys: Captured, form: str, edition: str) -> None:
    name = repository / PLAN
    name.rename(name.with_name(f"{name.stem}-07700-900123.yaml"))
    assert diff(repository, "main", "--format", form, "--edition", edition) == 0
    said = capsys.readouterr()
    assert "900123" not in said.out + said.err
    assert "07700" not in said.out + said.err
