"""Publishing, on a real git repository: the newest as `latest`, frozen versions, and what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

from generator import cli

BRANCH = "site-public"


def git(where: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=where, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository of the second partnership, with one version to freeze."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Board Office")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "office@example.org")
    folder = tmp_path / "repository"
    shutil.copytree(ROOT / "tests" / "second" / "records", folder / "records")
    partnership = folder / "records" / "partnership" / "northmoor.yaml"
    partnership.write_text(
        partnership.read_text().replace("  - type: agency\n", "  - type: agency\n  - type: publication\n")
    )
    (folder / "records" / "publication").mkdir()
    (folder / "records" / "publication" / "2026-q1.yaml").write_text(
        "title: Q1 (January to March 2026)\nedition: public\nas_of: 2026-03-31\nrole: Independent Chair\n"
    )
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, "Add the records")
    return folder


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "records")
    git(folder, "commit", "--quiet", "--message", message)


def publish(folder: Path) -> int:
    return cli.main(["publish", "--root", str(folder)])


def versions(folder: Path) -> list[str]:
    return [version["version"] for version in json.loads(git(folder, "show", f"{BRANCH}:versions.json"))]


def test_it_publishes_latest_and_freezes_each_publication(repository: Path) -> None:
    assert publish(repository) == 0
    assert sorted(versions(repository)) == ["2026-q1", "latest"]
    frozen = git(repository, "rev-parse", f"{BRANCH}:2026-q1")
    names = git(repository, "ls-tree", "-r", "--name-only", BRANCH).splitlines()
    assert "index.html" in names, "the branch's front door"
    assert not [name for name in names if name.endswith(".yaml")], "no record is on the branch"
    ever = git(repository, "log", "--name-only", "--format=", BRANCH).splitlines()
    assert not [name for name in ever if name.startswith("records/")], "nor was one ever"

    indicator = repository / "records" / "indicator" / "alerts.yaml"
    indicator.write_text(indicator.read_text().replace("title: Alerts raised", "title: Worries raised"))
    commit(repository, "Call alerts worries")
    assert publish(repository) == 0
    assert "Worries raised" in git(repository, "show", f"{BRANCH}:latest/performance/index.html")
    assert git(repository, "rev-parse", f"{BRANCH}:2026-q1") == frozen, "a frozen version is left alone"


def test_it_refuses_what_is_not_committed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "records" / "indicator" / "new.yaml").write_text("title: New\n")
    assert publish(repository) == 2
    assert "records/indicator/new.yaml has changes that are not committed" in capsys.readouterr().err


def test_it_refuses_a_shallow_clone_which_still_builds(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit_again = repository / "records" / "group" / "board.yaml"
    commit_again.write_text(commit_again.read_text() + "abbreviation: NB\n")
    commit(repository, "Abbreviate the Board")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    assert publish(tmp_path / "shallow") == 2
    assert "shallow clone" in capsys.readouterr().err
    assert cli.main(["build", "--root", str(tmp_path / "shallow"), "--edition", "public"]) == 0
    assert "shallow clone" in capsys.readouterr().out


def test_a_downloaded_archive_builds_with_a_notice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "tests" / "second" / "records", tmp_path / "records")
    assert cli.main(["build", "--root", str(tmp_path), "--edition", "partnership"]) == 0
    assert "not a git repository" in capsys.readouterr().out
