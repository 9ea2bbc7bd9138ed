"""Check the records and say what is wrong with them, where, and what to do.

Everything is read, so that references can be followed; PATH limits what is reported.
A departure from the framework asks for a recorded reason; it rejects nothing.

--against REF tells what is wrong since this work and REF (a branch, a tag, a commit) parted from what was wrong
already, and fails only on the former; both are judged by the schemas as they are here now. Example:
qa check --against origin/main
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from pathlib import Path

from generator import checks, history, register, report, schema
from generator.cli import Misuse, folder, records_root
from generator.problem import Problem
from generator.register import Register


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="report only these files and folders")
    parser.add_argument("--against", metavar="REF", help="tell what is new since REF, and fail only on that")
    parser.add_argument("--format", choices=report.FORMS, default="text", help="how to print the problems")


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    wanted = tuple(_name(path, root) for path in arguments.paths)
    schemas = schema.load(folder(root, "schemas"))
    found = register.read(root, schemas)
    problems = [one for one in checks.run(found) if _within(one.place.file, wanted)]
    already: list[Problem] = []
    if arguments.against:
        problems, already = _apart(root, arguments.against, found, problems)
    shown = report.Report(
        problems,
        already,
        arguments.against or "",
        sum(1 for entry in found.each() if _within(entry.name, wanted)),
        _notices(found, wanted),
        found.documents,
        _folder(root, arguments.format),
        sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        shutil.get_terminal_size((100, 24)).columns,
    )
    print(report.printed(arguments.format, shown))
    return 1 if shown.errors else 0


def _apart(root: Path, ref: str, found: Register, problems: list[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems since `ref`, and those that were there already. Errors: Misuse."""
    try:
        commit = history.base(root, ref)
        former = register.gather(history.documents(root, commit), found.schemas)
        renamed = history.renamed(root, commit)
    except history.Unknown as unknown:
        raise Misuse(f"can't compare with “{ref}”: {unknown}") from None
    return report.apart(problems, checks.run(former), found.documents, former.documents, renamed)


def _name(path: Path, root: Path) -> str:
    """The path as problems name it, from the root."""
    for start in (Path.cwd(), root):
        whole = (start / path).absolute()
        if (whole.exists() or whole.is_symlink()) and whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    raise Misuse(f"{path} is not a file or folder below {root}")


def _within(name: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(one == "." or name == one or name.startswith(f"{one}/") for one in wanted)


def _folder(root: Path, form: str) -> str:
    """Where the root lies below the folder that the reader clicks from: the terminal's, or the checkout of a job."""
    start = Path.cwd() if form == "text" else Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    lies = root.relative_to(start).as_posix() if root.is_relative_to(start) else "."
    return "" if lies == "." else lies


def _notices(found: Register, wanted: tuple[str, ...]) -> list[str]:
    """What is no problem and yet to be known."""
    idle = Counter(
        entry.type for entry in found.each() if entry.type not in found.types and _within(entry.name, wanted)
    )
    if not idle or not found.partnership.id:
        return []
    records, are = report.number(idle.total(), "record"), "is" if idle.total() == 1 else "are"
    return [f"{records} of types not in use ({', '.join(sorted(idle))}) {are} checked and not shown."]
