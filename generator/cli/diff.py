"""Say in plain English what changed in the records since another state: which action slipped, what was published.

BASE and HEAD are commits, branches or tags; HEAD is the folder as it is unless given. Like a pull request, it counts
from where the two parted. --edition limits it to what that edition's readers may see, before and after alike.

Examples: qa diff main
          qa diff main my-branch --format markdown --edition partnership
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import edition, history, register, schema, source
from generator.assurance import assessment
from generator.assurance.wording import some
from generator.cli import Misuse, folder, records_root
from generator.cli.build import default_day
from generator.diff import differences, forms
from generator.register import Register
from generator.report import one_line
from generator.schema import Schema

FORMATS = ("text", "markdown", "json")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", help="the commit, branch or tag to compare with")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="another, instead of the folder as it is")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to say it")
    parser.add_argument("--edition", choices=edition.EDITIONS, default="working", help="as the readers of this see it")


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    schemas = schema.load(folder(root, "schemas"))
    try:
        parted = _parted(root, arguments.base, arguments.head)
        then = _gathered(history.documents(root, parted), schemas, f"at {arguments.base}")
        head = history.commit_named(root, arguments.head) if arguments.head else ""
        documents = history.documents(root, head) if head else source.documents(root)
    except history.Unknown as unknown:
        raise Misuse(f"can't compare with “{one_line(arguments.base)}”: {unknown}") from None
    now = _gathered(documents, schemas, f"at {arguments.head}" if head else "here")
    day = arguments.as_of or default_day(now)
    before, after = (_view(arguments.edition, day, side, then.broken | now.broken) for side in (then, now))
    found, notes = differences(before, after), _notes(then, now, arguments)
    titles = {type: known.title for type, known in schemas.items()}
    if arguments.format == "json":
        print(forms.as_json(found))
        print("".join(f"{note}\n" for note in notes), end="", file=sys.stderr)
    else:
        print((forms.as_markdown if arguments.format == "markdown" else forms.as_text)(found, titles, notes))
    return 0


def _notes(then: Register, now: Register, arguments: argparse.Namespace) -> list[str]:
    """What can't be told: records that changed and can't be read on one side, named to those who see every record."""
    sides = ((then, f"at {arguments.base}"), (now, f"at {arguments.head}" if arguments.head else "as it is"))
    unread: dict[str, str] = {}
    for side, when in sides:
        for name in dict.fromkeys(fault.place.file for fault in side.faults):
            if then.documents.get(name) != now.documents.get(name):
                unread[name] = when
    if arguments.edition == "working":
        return [f"{name} can't be read {when}: what changed in it is not told." for name, when in unread.items()]
    number = len(unread)
    return [f"What changed in {some(number, 'record')} that can't be read is not told."] if number else []


def _parted(root: Path, base: str, head: str | None) -> str:
    """The commit at which the two parted. Errors: Unknown."""
    if head is None:
        return history.base(root, base)
    commits = [history.commit_named(root, one) for one in (base, head)]
    done = subprocess.run(["git", "merge-base", *commits], cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise history.Unknown(f"it and “{head}” have no commit in common")
    return done.stdout.strip()


def _gathered(documents: Iterable[source.Document], schemas: Mapping[str, Schema], when: str) -> Register:
    """The records of one side. Errors: Misuse where the partnership's own can't be read: it says what may be seen."""
    found = register.gather(documents, schemas)
    if not found.entries["partnership"]:
        raise Misuse(f"the partnership's own record is missing or can't be read {when}, and it says who may see what")
    return found


def _view(name: edition.Edition, day: date, whole: Register, leave: Iterable[tuple[str, str]]) -> edition.View:
    """What the edition shows of a side, without the records that can't be read on both."""
    gone = frozenset(leave)
    entries = {
        type: {id: entry for id, entry in kept.items() if (type, id) not in gone}
        for type, kept in whole.entries.items()
    }
    known = replace(whole, entries=entries).at(day)
    return edition.view(name, day, known, assessment.assess(known, day))
