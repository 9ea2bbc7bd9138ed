"""When each record last changed, in one pass over git."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class History:
    """The date of each file's last commit, by its name from the root; empty, with a notice, where git can't tell."""

    changed: Mapping[str, date] = field(default_factory=dict)
    notice: str = ""


def read(root: Path, until: date | None = None) -> History:
    """Return the history of `root/records`, commits after `until` left out."""
    try:
        if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return History(notice="This is a shallow clone, so the pages don't say when records changed.")
        prefix = _git(root, "rev-parse", "--show-prefix").strip()
        log = _git(root, "log", "--format=%x01%cs", "--name-only", "--no-renames", "-z", "--", "records")
    except (OSError, subprocess.CalledProcessError):
        return History(notice="This folder is not a git repository, so the pages don't say when records changed.")
    changed: dict[str, date] = {}
    for commit in log.split("\x01")[1:]:
        day, *names = commit.replace("\n", "").split("\0")
        when = date.fromisoformat(day)
        if until is None or when <= until:
            for name in names:
                if name:
                    changed.setdefault(name.removeprefix(prefix), when)
    return History(changed)


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout
