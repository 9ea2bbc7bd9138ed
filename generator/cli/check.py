"""Check the records and say what is wrong with them, where, and what to do.

Everything is read, so that references can be followed; PATH limits what is reported.
A departure from the framework asks for a recorded reason; it rejects nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import checks, problem, register, schema
from generator.cli import Misuse, folder, records_root


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="report only these files and folders")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the problems")


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    wanted = tuple(_name(path, root) for path in arguments.paths)
    found = register.read(root, schema.load(folder(root, "schemas")))
    problems = [one for one in checks.run(found) if _within(one.place.file, wanted)]
    if arguments.format == "json":
        print(problem.as_json(problems))
    else:
        if problems:
            print(problem.as_text(problems), end="\n\n")
        print(_summary(problems, sum(1 for entry in found.each() if _within(entry.name, wanted))))
    return 1 if any(one.level == "E" for one in problems) else 0


def _name(path: Path, root: Path) -> str:
    """The path as problems name it, from the root."""
    for start in (Path.cwd(), root):
        whole = (start / path).absolute()
        if (whole.exists() or whole.is_symlink()) and whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    raise Misuse(f"{path} is not a file or folder below {root}")


def _within(name: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(one == "." or name == one or name.startswith(f"{one}/") for one in wanted)


def _summary(problems: list[problem.Problem], valid: int) -> str:
    errors = sum(one.level == "E" for one in problems)
    departures = len(problems) - errors
    said = [f"{valid:,} valid {'record' if valid == 1 else 'records'}"]
    said += [f"{errors:,} {'error' if errors == 1 else 'errors'} to mend"] if errors else ["no errors"]
    said += (
        [f"{departures:,} {'departure' if departures == 1 else 'departures'} without a reason"] if departures else []
    )
    return "; ".join(said) + "."
