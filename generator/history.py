"""When each record last changed, in one pass over git; and the records as they were at a commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator import source

_SHALLOW = "This is a shallow clone, so the pages don't say when records changed."
_NO_REPOSITORY = "This folder is not a git repository, so the pages don't say when records changed."


class UnknownToGit(Exception):
    """An error: git can't give the records; the message says why on one line."""


@dataclass(frozen=True)
class History:
    """The date of each file's last commit, by its name from the root; empty, with a notice why, without history."""

    changed: Mapping[str, date] = field(default_factory=dict)
    notice: str = ""


def read(root: Path, until: date | None = None) -> History:
    """Return the history of `root/records`, commits after `until` left out."""
    try:
        if is_shallow(root):
            return History(notice=_SHALLOW)
        prefix = _git(root, "rev-parse", "--show-prefix").strip()
        log = _git(root, "log", "--format=%x01%cs", "--name-only", "--no-renames", "-z", "--", "records")
    except (OSError, subprocess.CalledProcessError):
        return History(notice=_NO_REPOSITORY)
    changed: dict[str, date] = {}
    when = date.max
    for said in log.split("\0"):
        if said.strip("\n").startswith("\x01"):
            when = date.fromisoformat(said.strip("\n\x01"))
        elif said and (until is None or when <= until):
            changed.setdefault(said.lstrip("\n").removeprefix(prefix), when)
    return History(changed)


def base(root: Path, ref: str, head: str | None = None) -> str:
    """Return the commit from which `ref` and `head` (default: the present one) diverged. Errors: UnknownToGit."""
    other = f"“{head}”" if head else "what is here"
    try:
        return _git(root, "merge-base", commit_named(root, ref), commit_named(root, head or "HEAD")).strip()
    except subprocess.CalledProcessError:
        raise UnknownToGit(_why(root, f"“{ref}” and {other} have no commit in common")) from None


def commit_named(root: Path, ref: str) -> str:
    """Return the commit that a branch, a tag or a commit's number names. Errors: UnknownToGit."""
    try:
        _git(root, "rev-parse", "--show-prefix")
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").strip()
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        missing = f"“{ref}” is no branch, tag or commit known here; `git fetch` asks the server for news"
        raise UnknownToGit(_why(root, missing, error)) from None


def documents(root: Path, commit: str) -> tuple[source.Document, ...]:
    """Return the records of `root` as they were at a commit, names from the root. Errors: UnknownToGit."""
    try:
        listed = _git(root, "ls-tree", "-r", "-z", commit, "--", "records/")
        found = [entry.partition("\t") for entry in listed.split("\0") if entry]
        held = [(name, *said.split()) for said, _, name in found if not said.startswith("160000")]
        data = iter(_contents(root, [number for _, _, _, number in held]))
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise UnknownToGit(_why(root, f"the records at “{commit}” can't be read", error)) from None
    if not held:
        raise UnknownToGit("it has no folder “records”")
    return tuple(source.stored((name, int(mode, 8), next(data)) for name, mode, _, _ in held))


def renamed(root: Path, commit: str) -> dict[str, str]:
    """Return the files renamed since a commit, as git finds them, uncommitted ones too: former name → present name."""
    said = _git(
        root, "diff", "--no-ext-diff", "--relative", "--find-renames", "--diff-filter=R", "--name-status", "-z",
        commit, "--", "records/",
    ).split("\0")  # fmt: skip
    return dict(zip(said[1::3], said[2::3], strict=False))


def is_shallow(root: Path) -> bool:
    """Return whether part of the history is missing. Errors: CalledProcessError where there is no repository."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() != "false"


def _contents(root: Path, numbers: list[str]) -> list[bytes]:
    """The bytes of each file, from one process. Errors: ValueError where git lacks one."""
    asked = "".join(f"{number}\n" for number in numbers).encode()
    done = subprocess.run(["git", "cat-file", "--batch"], cwd=root, check=True, capture_output=True, input=asked)
    contents, start = [], 0
    for _ in numbers:
        end = done.stdout.index(b"\n", start)
        size = int(done.stdout[start:end].split()[-1])
        start = end + size + 2
        contents.append(done.stdout[end + 1 : end + 1 + size])
    return contents


def _why(root: Path, otherwise: str, error: Exception | None = None) -> str:
    """Why git failed, in words that tell the user what to fix; `otherwise` if nothing else is wrong."""
    if isinstance(error, FileNotFoundError):
        return "git is not installed"
    try:
        shallow = is_shallow(root)
    except subprocess.CalledProcessError as failed:
        said = os.fsdecode(failed.stderr).strip().splitlines() or ["nothing"]
        return f"{root} is not in a git repository" if "not a git repository" in said[0] else f"git says: {said[0]}"
    if shallow:
        return "this is a shallow clone, without its history; `git fetch --unshallow` brings it"
    try:
        _git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except subprocess.CalledProcessError:
        return "nothing is committed here yet"
    return otherwise


def _git(root: Path, *words: str) -> str:
    """Git's output as text; names of files as the system writes them."""
    plain = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, env=plain)
    return os.fsdecode(done.stdout)
