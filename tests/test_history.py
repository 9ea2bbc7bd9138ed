"""The records as they were at a commit, from real git repositories, and why git can't tell."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from repositories import git, signed

from generator import history, source


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    signed(monkeypatch)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-03-02T12:00:00")
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def commit(folder: Path, files: dict[bytes, bytes]) -> str:
    """Write files, commit everything below, return the commit."""
    for name, data in files.items():
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change")
    return git(folder, "rev-parse", "HEAD")


ODD = {
    b"records/agency/a.yaml": b"title: A\n",
    b"records/agency/A.yaml": b"title: A\n",
    b"records/agency/b c.yml": b"title: B\n",
    b"records/agency/\xff.yaml": b"title: C\n",
    b"records/agency/one\ntwo.yaml": b"title: D\n",
    b"records/agency/x\x012026-01-01.yaml": b"title: E\n",
    b"records/agency/README.md": b"# About\n",
    b"records/agency/.gitkeep": b"",
    b"records/binary.yaml": bytes(range(256)),
    b"records/large.yaml": b"x" * 1_200_000,
    b"records/zero.yaml": b"",
}


def test_records_at_a_commit_read_as_those_of_the_folder_did(repository: Path) -> None:
    (repository / "records/agency").mkdir(parents=True)
    (repository / "records/agency/link.yaml").symlink_to("a.yaml")
    now = commit(repository, ODD)
    then = {document.name: document for document in history.documents(repository, now)}
    for document in source.documents(repository):
        kept = then.pop(document.name)
        assert (kept.value, kept.problems) == (document.value, document.problems)
        assert kept.data.startswith(document.data)
    assert not then


def test_records_in_a_folder_of_the_repository_are_named_from_it(repository: Path) -> None:
    data = b"title: A\nrole: member\nsector: health\n"
    first = commit(repository, {b"data/records/agency/a.yaml": data, b"records/agency/b.yaml": b"title: B\n"})
    git(repository, "mv", "data/records/agency/a.yaml", "data/records/agency/new.yaml")
    (repository / "data/records/agency/new.yaml").write_bytes(data + b"# a note\n")
    assert [document.name for document in history.documents(repository / "data", first)] == ["records/agency/a.yaml"]
    assert history.renamed(repository / "data", first) == {"records/agency/a.yaml": "records/agency/new.yaml"}
    assert history.renamed(repository, first) == {}


def test_the_base_is_where_two_branches_parted(repository: Path) -> None:
    parted = commit(repository, {b"records/agency/a.yaml": b"title: A\n"})
    git(repository, "switch", "--quiet", "--create", "mine")
    commit(repository, {b"records/agency/b.yaml": b"title: B\n"})
    git(repository, "switch", "--quiet", "main")
    commit(repository, {b"records/agency/c.yaml": b"title: C\n"})
    git(repository, "tag", "--annotate", "--message", "One", "v1")
    git(repository, "switch", "--quiet", "mine")
    assert {history.base(repository, ref) for ref in ("main", "v1", "main~1", parted[:10])} == {parted}


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("origin/main", "“origin/main” is no branch, tag or commit known here; `git fetch` asks the server for news"),
        ("--help", "“--help” is no branch, tag or commit known here; `git fetch` asks the server for news"),
        ("HEAD:records", "“HEAD:records” is no branch, tag or commit known here; `git fetch` asks the server for news"),
        ("a\0b", "“a\0b” is no branch, tag or commit known here; `git fetch` asks the server for news"),
        ("other", "“other” and what is here have no commit in common"),
    ],
)
def test_what_git_does_not_know_is_said(repository: Path, ref: str, why: str) -> None:
    commit(repository, {b"records/agency/a.yaml": b"title: A\n"})
    git(repository, "switch", "--quiet", "--orphan", "other")
    commit(repository, {b"records/agency/b.yaml": b"title: B\n"})
    git(repository, "switch", "--quiet", "main")
    with pytest.raises(history.UnknownToGit, match=f"^{re.escape(why)}$"):
        history.base(repository, ref)


def test_a_shallow_clone_is_said_to_be_one(repository: Path, tmp_path: Path) -> None:
    commit(repository, {b"records/agency/a.yaml": b"title: A\n"})
    commit(repository, {b"records/agency/b.yaml": b"title: B\n"})
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    with pytest.raises(history.UnknownToGit, match="this is a shallow clone"):
        history.base(tmp_path / "shallow", "HEAD~1")
    assert history.base(tmp_path / "shallow", "origin/main"), "what is at hand is enough"


def test_no_repository_no_commit_no_records_no_git(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(history.UnknownToGit, match="is not in a git repository"):
        history.base(tmp_path, "main")
    with pytest.raises(history.UnknownToGit, match="nothing is committed here yet"):
        history.base(repository, "main")
    now = commit(repository, {b"README.md": b"Later\n"})
    with pytest.raises(history.UnknownToGit, match="it has no folder “records”"):
        history.documents(repository, now)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(history.UnknownToGit, match="git is not installed"):
        history.base(repository, "main")


def test_a_strange_name_in_the_past_does_not_stop_the_dates(repository: Path) -> None:
    commit(repository, ODD)
    assert set(history.read(repository).changed.values()) == {date(2026, 3, 2)}
    assert len(history.read(repository).changed) == len(ODD)
    assert history.read(repository, until=date(2026, 3, 1)).changed == {}
