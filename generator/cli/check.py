"""Check the records and say what is wrong with them, where, and what to do.

Everything is read, so that references can be followed; PATH limits what is reported.
A departure from the framework asks for a recorded reason; it rejects nothing.

--fix fixes what can be fixed in one way only, says what it changed, and checks again. Everything else in a file
stays as it is, byte for byte.

--against REF reports the problems made since this work began from REF (a branch, a tag, a commit) apart from those
that were there before, and fails only on the new ones. Both are checked with the present schemas. Example:
qa check --against origin/main
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import checks, emit, history, register, report, schema, source
from generator.cli import Misuse, folder, path_below_root, records_root, relative_path, root_prefix
from generator.problem import Edit, Problem
from generator.register import Register
from generator.report import Report, text
from generator.routes import Route
from generator.schema import Schema, metaschema
from generator.wording import one_line, plural

Fix = tuple[Edit, ...]

MOST_ROUNDS = 10
"""The most rounds of fixing: a fixed record can show problems that the first ones hid."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="report only these files and folders")
    parser.add_argument("--fix", action="store_true", help="fix what is certain; only in PATH, only since REF")
    parser.add_argument("--against", metavar="REF", help="report what is new since REF, and fail only on that")
    parser.add_argument("--schemas", action="store_true", help="check the schemas themselves instead of the records")
    parser.add_argument("--format", choices=report.FORMS, default="text", help="how to print the problems")


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    if arguments.schemas:
        return _schemas(root)
    wanted = tuple(path_below_root(root, path) for path in arguments.paths)
    schemas = schema.load(folder(root, "schemas"))
    former = _former(root, arguments.against, schemas) if arguments.against else None

    def reported(found: Register) -> Report:
        problems = [one for one in checks.run(found) if _within(one.place.file, wanted)]
        yours, already = former.separate(problems, found) if former else (problems, [])
        return Report(
            yours,
            already,
            arguments.against or "",
            sum(1 for entry in found.each() if _within(entry.name, wanted)),
            _notices(found, wanted),
            found.documents,
            _folder(root, arguments.format),
            sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
            shutil.get_terminal_size((100, 24)).columns,
        )

    if arguments.fix:
        shown, changes = _fixed(root, schemas, reported)
        said = f"Fixed: {len(changes):,}\n" + "".join(f"  {change}\n" for change in changes)
        print(said, file=sys.stdout if arguments.format == "text" else sys.stderr)
    else:
        shown = reported(register.read(root, schemas))
    print(report.printed(arguments.format, shown))
    return 1 if shown.errors else 0


def _schemas(root: Path) -> int:
    """Print what is wrong with the schemas; return the exit status."""
    holder = folder(root, "schemas")
    found = list(metaschema.problems(holder))
    print(
        text.plain(found, root_prefix(holder.parent))
        if found
        else f"{relative_path(holder)}: every schema is as it should be."
    )
    return 1 if found else 0


@dataclass(frozen=True)
class _FormerProblems:
    """The problems at a commit, its files, and the former names of files renamed since (old name → new)."""

    problems: list[Problem]
    documents: Mapping[str, bytes]
    renamed: Mapping[str, str]

    def separate(self, problems: list[Problem], found: Register) -> tuple[list[Problem], list[Problem]]:
        return report.separate(problems, self.problems, found.documents, self.documents, self.renamed)


def _former(root: Path, ref: str, schemas: Mapping[str, Schema]) -> _FormerProblems:
    """The problems at the commit where this work and `ref` parted. Errors: Misuse."""
    try:
        commit = history.base(root, ref)
        found = register.gather(history.documents(root, commit), schemas)
        return _FormerProblems(checks.run(found), found.documents, history.renamed(root, commit))
    except history.UnknownToGit as unknown:
        raise Misuse(f"can't compare with “{one_line(ref)}”: {unknown}") from None


def _fixed(
    root: Path, schemas: Mapping[str, Schema], reported: Callable[[Register], Report]
) -> tuple[Report, list[str]]:
    """Make and write every certain fix, until none is left; return the report of what remains, and each change."""
    documents = {document.name: document for document in source.documents(root)}
    before = dict(documents)
    left = reported(register.gather(documents.values(), schemas))
    changes: list[str] = []
    for _ in range(MOST_ROUNDS):
        fixed: dict[str, bytes] = {}
        for name, fixes in _fixes(left.problems).items():
            old, expected = documents[name].data, schemas.get(name.split("/")[1])
            new, made = _edited(old, fixes, expected.tree if expected else None)
            if new != old:
                fixed[name] = new
                changes += [_change_text(left, name, fix, old, new) for fix in made]
        if not fixed:
            break
        documents |= {name: source.read(name, data) for name, data in fixed.items()}
        left = reported(register.gather(documents.values(), schemas))
    _write(root, {name: one.data for name, one in documents.items() if one is not before[name]})
    return replace(left, problems=[replace(one, fix=()) for one in left.problems]), changes


def _write(root: Path, fixed: Mapping[str, bytes]) -> None:
    """Write the files. Errors: Misuse for one that can't be written, with the names of those already written."""
    for at, (name, data) in enumerate(fixed.items()):
        try:
            emit.write(root / name, data)
        except OSError as error:
            done = ", ".join([*fixed][:at]) or "nothing"
            said = f"{name} can't be written: {error.strerror or error}; written before it: {done}"
            raise Misuse(one_line(said)) from None


def _fixes(problems: Iterable[Problem]) -> dict[str, list[Fix]]:
    """The fixes of every file; one inside the place of an earlier fix, or around it, is left for the next round."""
    fixes: dict[str, list[Fix]] = {}
    taken: dict[tuple[str, Route], bool] = {}
    for one in problems:
        name, routes = one.place.file, [edit.route for edit in one.fix]
        above = [route[:depth] for route in routes for depth in range(len(route))]
        if (
            routes
            and not any((name, route) in taken for route in routes)
            and not any(taken.get((name, up)) for up in above)
        ):
            fixes.setdefault(name, []).append(one.fix)
            taken |= {(name, up): False for up in above if (name, up) not in taken}
            taken |= {(name, route): True for route in routes}
    return fixes


def _edited(data: bytes, fixes: Sequence[Fix], tree: Mapping[str, Any] | None) -> tuple[bytes, list[Fix]]:
    """The file with its fixes, and the fixes made: one that can't be made without harm to the rest is left out."""
    try:
        return emit.edit(data, [edit for fix in fixes for edit in fix], tree), [*fixes]
    except emit.Unwritable:
        if len(fixes) == 1:
            return data, []
    half = len(fixes) // 2
    data, some = _edited(data, fixes[:half], tree)
    data, more = _edited(data, fixes[half:], tree)
    return data, some + more


def _change_text(found: Report, name: str, fix: Fix, old: bytes, new: bytes) -> str:
    """Where a fix changed a file, from what and to what."""
    edit = fix[0]
    begin, was = emit.lines_of(old, edit.route, edit.key)
    _, now = emit.lines_of(new, (*edit.route[:-1], edit.new) if edit.key else edit.route, edit.key)
    return text.change(found, name, was, now, begin)


def _within(name: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(one == "." or name == one or name.startswith(f"{one}/") for one in wanted)


def _folder(root: Path, form: str) -> str:
    """The root's path from the folder that the report's reader starts in: the current one or, in a CI job, its
    checkout.
    """
    if form == "text":
        return root_prefix(root).removesuffix("/")
    start = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    lies = root.relative_to(start).as_posix() if root.is_relative_to(start) else "."
    return "" if lies == "." else lies


def _notices(found: Register, wanted: tuple[str, ...]) -> list[str]:
    """Remarks that are not problems: how many records are of types that are not in use."""
    idle = Counter(
        entry.type for entry in found.each() if entry.type not in found.types and _within(entry.name, wanted)
    )
    if not idle or not found.partnership.id:
        return []
    records, are = plural(idle.total(), "record"), "is" if idle.total() == 1 else "are"
    return [f"{records} of types not in use ({', '.join(sorted(idle))}) {are} checked and not shown."]
