"""The site on a branch of its own, version by version, through mike's library."""

from __future__ import annotations

import subprocess
from contextlib import chdir
from pathlib import Path

from mike import commands, git_utils

LATEST = "latest"


def versions(repository: Path, branch: str) -> frozenset[str]:
    """Return the names of the versions that the branch holds."""
    with chdir(repository):
        return frozenset(str(version.version) for version in commands.list_versions(branch))


def deploy(repository: Path, branch: str, site: Path, version: str, title: str) -> None:
    """Commit a finished site to the branch as one version, in place of the former one of that name.

    Errors: mike.git_utils.GitError where git refuses.
    """
    settings = {"site_dir": str(site), "use_directory_urls": True}
    with chdir(repository):
        message = f"Publish {version} from {git_utils.get_latest_commit('HEAD', short=True)}"
        with commands.deploy(settings, version, title, branch=branch, message=message, allow_empty=True):
            pass


def open_with(repository: Path, branch: str, version: str) -> None:
    """Make the root of the branch lead to a version."""
    with chdir(repository):
        commands.set_default(version, branch=branch, message=f"Open with {version}", allow_empty=True)


def push(repository: Path, branch: str, remote: str) -> None:
    """Send the branch to a remote. Errors: CalledProcessError with git's words."""
    command = ["git", "push", "--quiet", remote, f"{branch}:{branch}"]
    subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True)


def unpublishable(repository: Path) -> str:
    """Return why nothing may be published from this folder as it is; nothing where it may."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=repository, check=True, capture_output=True, text=True).stdout

    try:
        if git("rev-parse", "--is-shallow-repository").strip() != "false":
            return "this is a shallow clone: fetch its whole history first (git fetch --unshallow)"
        changed = git("status", "--porcelain", "--untracked-files=all", "--", ".").splitlines()
    except (OSError, subprocess.CalledProcessError):
        return "this folder is not a git repository"
    names = [line[3:] for line in changed if line[3:].startswith(("records/", "schemas/", "site/", "generator/"))]
    return f"{names[0]} has changes that are not committed: what is published must be a commit" if names else ""
