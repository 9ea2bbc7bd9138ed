"""Say in plain English what changed in the records since another state: which action slipped, what was published.

BASE and HEAD are commits, branches or tags; HEAD is the folder as it is unless given. Like a pull request, it counts
from where the two parted. --edition limits it to what that edition's readers may see, before and after alike.

Examples: qa diff main
          qa diff main my-branch --format markdown --edition partnership
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator import checks, edition, history, register, schema, source
from generator.assurance import assessment
from generator.cli import Misuse, folder, records_root
from generator.cli.build import default_day
from generator.diff import differences, formats
from generator.privacy import screening
from generator.register import Entry, Register
from generator.register.former import former_ids, under_present_ids
from generator.schema import Schema
from generator.wording import one_line, plural

FORMATS = ("text", "markdown", "json")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", help="the commit, branch or tag to compare with")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the state to compare, instead of the folder as it is")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the differences")
    parser.add_argument(
        "--edition", choices=edition.EDITIONS, default="working", help="what the readers of this edition see"
    )


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    schemas = schema.load(folder(root, "schemas"))
    try:
        parted = history.base(root, arguments.base, arguments.head)
        then = _side(history.documents(root, parted), schemas, f"at {arguments.base}")
        head = history.commit_named(root, arguments.head) if arguments.head else ""
        documents = history.documents(root, head) if head else source.documents(root)
        now = _side(documents, schemas, f"at {arguments.head}" if head else "as it is")
    except history.UnknownToGit as unknown:
        raise Misuse(f"can't compare with “{one_line(arguments.base)}”: {unknown}") from None
    before, after = _views(arguments.edition, arguments.as_of, then, now)
    found, notes = differences(before, after), _notes(arguments.edition, then, now)
    titles = {type: after.type_name(type) for type in schemas}
    if arguments.format == "json":
        print(formats.as_json(found))
        print("".join(f"{one_line(note)}\n" for note in notes), end="", file=sys.stderr)
    else:
        print((formats.as_markdown if arguments.format == "markdown" else formats.as_text)(found, titles, notes))
    return 0


@dataclass(frozen=True)
class _Side:
    """The records at one time; `unshown` has, by file name, why nothing of a file may be shown."""

    register: Register
    unshown: Mapping[str, str]
    lost: frozenset[tuple[str, str]]
    """The type and id of the record in each of those files."""

    def entry(self, type: str, id: str) -> Entry | None:
        """A record that may be shown; None for any other."""
        return None if (type, id) in self.lost else self.register.entries.get(type, {}).get(id)


def _side(documents: Iterable[source.Document], schemas: Mapping[str, Schema], when: str) -> _Side:
    """Read one side; files that can't be read and records with personal data are left out."""
    found = register.gather(documents, schemas)
    reported = {one.place.file for one in checks.run(found) if one.secret}
    matches = [match for kind in screening.matches(found).values() for match in kind]
    shown = {match.name: match.place.file for match in matches if match.name != match.place.file}
    secret = {name for name in found.documents if name in reported}
    secret |= {match.name for match in matches if match.place.file in reported}
    names = {*secret, *(fault.place.file for fault in found.faults)}
    unshown = {
        name: f"{shown.get(name, name)} "
        + (f"holds, {when}, what must not be repeated" if name in secret else f"can't be read {when}")
        for name in names
    }
    held = {(entry.type, entry.id) for name, entry in found.by_name.items() if name in secret}
    return _Side(found, unshown, found.broken | held)


def _views(name: edition.Edition, as_of: date | None, then: _Side, now: _Side) -> tuple[edition.View, edition.View]:
    """What the edition shows of each side, on one day.

    A record that can't be shown on one side is taken from the other side for both: so it makes no difference itself,
    and records that refer to it are still compared. Both have the ids of now, so that a record renamed since is one
    record. Errors: Misuse without the partnership's own record.
    """
    lost = then.lost | now.lost
    registers = []
    for side in (then, now):
        entries = {type: dict(kept) for type, kept in side.register.entries.items()}
        for type, id in lost:
            entry = then.entry(type, id) or now.entry(type, id)
            if entry:
                entries[type][id] = entry
            elif type in entries:
                entries[type].pop(id, None)
        registers.append(replace(side.register, entries=entries))
    former = former_ids(registers[1])
    registers = [under_present_ids(one, former) for one in registers]
    if not all(one.entries["partnership"] for one in registers):
        raise Misuse("the partnership's own record is missing or can't be read, and it says who may see what")
    day = as_of or default_day(registers[1])
    known = [one.at(day) for one in registers]
    before, after = (edition.view(name, day, one, assessment.assess(one, day)) for one in known)
    return before, after


def _notes(name: edition.Edition, then: _Side, now: _Side) -> list[str]:
    """Which files' changes are not shown: by name in the working edition, as a number in others."""
    before, after = then.register.documents, now.register.documents
    unshown = {one: said for one, said in {**then.unshown, **now.unshown}.items() if before.get(one) != after.get(one)}
    if name == "working":
        return [f"{said}: what changed in it is not shown." for said in sorted(unshown.values())]
    number = plural(len(unshown), "record")
    return (
        [f"What changed in {number} is not shown, because it can't be read or must not be repeated."] if unshown else []
    )
