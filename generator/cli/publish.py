"""Publish an edition to a branch: `latest`, and each version with a publication record that is not there yet.

A version is frozen: once on the branch it is left alone. Nothing is published from a shallow clone or from
uncommitted changes. With --push the branch is sent to a remote.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from generator import output, publish, register, schema
from generator.cli import Misuse, build, folder, records_root
from generator.edition import Edition
from generator.model.publication import Publication


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edition", choices=("partnership", "public"), default="public", help="what to publish")
    parser.add_argument("--branch", help="the branch to publish on (default: site-EDITION)")
    parser.add_argument("--push", metavar="REMOTE", help="send the branch to this remote")
    parser.add_argument(
        "--engine", choices=output.ENGINES, default="mkdocs", help="the program that turns pages into the site"
    )


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    if why := publish.unpublishable(root):
        raise Misuse(why)
    branch = arguments.branch or f"site-{arguments.edition}"
    with tempfile.TemporaryDirectory() as out:
        day = _deploy(root, Path(out), arguments, branch, publish.LATEST, "Latest", arguments.as_of)
        if day is None:
            return 1
        there = publish.versions(root, branch)
        for version in _frozen(root, arguments.edition, day):
            if version.id not in there:
                _deploy(root, Path(out), arguments, branch, version.id, version.title or version.id, version.as_of)
    publish.open_with(root, branch, publish.LATEST)
    if arguments.push:
        try:
            publish.push(root, branch, arguments.push)
        except subprocess.CalledProcessError as error:
            raise Misuse(f"git could not push {branch}: {error.stderr.strip()}") from None
    print(f"The {arguments.edition} edition is published on the branch {branch}.")
    return 0


def _deploy(
    root: Path, out: Path, arguments: argparse.Namespace, branch: str, version: str, title: str, as_of: date | None
) -> date | None:
    """Build the edition as of a day and commit it as one version; None where a record was rejected."""
    edition: Edition = arguments.edition
    day = build.write_pages(root, out, (edition,), as_of, versioned=True)
    if day is not None:
        build.run_engine(out, (edition,), arguments.engine, day)
        publish.deploy(root, branch, out / "site" / edition, version, title)
    return day


def _frozen(root: Path, edition: str, day: date) -> list[Publication]:
    """The edition's publications known on `day`, oldest first."""
    known = register.read(root, schema.load(folder(root, "schemas"))).at(day)
    mine = [one for one in known.all(Publication) if one.edition == edition and one.as_of]
    return sorted(mine, key=lambda one: (one.as_of or day, one.id))
