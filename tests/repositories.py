"""Git repositories of the examples' records, as an office keeps them."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import chdir
from pathlib import Path

import pytest
from conftest import ROOT

from generator import cli

WAS = "“agreed” says 2026-04-31, and there is no such day"
AUDIT, PLAN = "records/audit/2026-falls.yaml", "records/action-plan/2026-falls.yaml"


def git(where: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=where, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the office be who commits."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Board Office")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "office@example.org")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change")


def change(root: Path, old: str, new: str, name: str = AUDIT) -> None:
    text = (root / name).read_text()
    assert old in text
    (root / name).write_text(text.replace(old, new, 1))


def branched(root: Path, name: str, old: str, new: str) -> Path:
    """Make a repository of the base world with one change, committed on `main`; stand on the branch `mine`."""
    shutil.copytree(ROOT / "tests/examples/base/records", root / "records")
    change(root, old, new, name)
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "switch", "--quiet", "--create", "mine")
    return root


def with_a_wrong_date(root: Path) -> Path:
    """Make a branch of a repository; on `main`, where it began, one date is wrong, as `WAS` says."""
    return branched(root, AUDIT, "agreed: 2026-04-09", "agreed: 2026-04-31")


def check(root: Path, *words: str) -> int:
    """Run `qa check` there; return its exit status."""
    with chdir(root):
        return cli.main(["check", "--root", ".", *words])
