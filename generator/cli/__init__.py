"""The command `qa`, one file for each verb: only here does code print, exit or read the clock."""

from __future__ import annotations

import argparse
import difflib
import gc
import importlib
import io
import os
import pkgutil
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

PRODUCT = Path(__file__).resolve().parents[2]
"""The checkout that this code belongs to; its schemas and site are used where the --root folder has none of its own."""
FORMER_VERBS = {"validate": "check", "lint": "check", "mend": "check --fix", "fix": "check --fix", "init": "new"}
"""Names that people may try for a verb, and the verb that they mean."""


class Misuse(Exception):
    """An error in how the command was used or in its surroundings; printed on one line, exit status 2."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one verb; return 0, 1 (problems of level E) or 2 (misuse)."""
    parser = _Parser(
        prog="qa",
        description="Checks a safeguarding partnership's records and builds its site from them.",
        epilog="`qa VERB --help` explains a verb. Exit status: 0 all is well, 1 a record was rejected, 2 misuse.",
    )
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        verb = importlib.import_module(f"{__name__}.{name}")
        said = (verb.__doc__ or "").strip()
        below = verbs.add_parser(
            name,
            help=said.splitlines()[0],
            description=said,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        root = "the folder that holds records/ (default: the current folder, or the nearest one above it)"
        below.add_argument("--root", metavar="DIR", type=Path, help=root)
        below.add_argument("--as-of", metavar="DATE", type=_date, help="as things stood on a date: 2026-03-31")
        verb.arguments(below)
        below.set_defaults(run=verb.run)
    arguments = parser.parse_args(words)
    try:
        return int(arguments.run(arguments))
    except Misuse as misuse:
        print(f"qa: {misuse}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"qa: {error.filename or 'the system'}: {error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("qa: stopped", file=sys.stderr)
        return 130


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write year-month-day: 2026-03-31") from None
    if not 1900 <= day.year < 2200:
        raise argparse.ArgumentTypeError(f"“{text}” is not in the years 1900 to 2199")
    return day


def folder(root: Path, name: str) -> Path:
    """Return the root's own folder of that name, or else the product's. Errors: Misuse where there is neither."""
    for holder in (root, PRODUCT):
        if (holder / name).is_dir():
            return holder / name
    raise Misuse(f"{root} has no folder “{name}”; it belongs beside records/")


class _Parser(argparse.ArgumentParser):
    """A parser that, for a verb that does not exist, suggests the nearest one."""

    def error(self, message: str) -> NoReturn:
        wrong = re.search(r"argument VERB: invalid choice: '(.*?)' \(choose from (.*)\)", message)
        if wrong:
            verbs = re.findall(r"'(.*?)'", wrong[2])
            near = FORMER_VERBS.get(wrong[1]) or next(iter(difflib.get_close_matches(wrong[1], verbs, 1, 0.5)), "")
            meant = f"did you mean “qa {near}”?" if near else f"the verbs are {', '.join(verbs)}."
            message = f"there is no verb “{wrong[1]}”: {meant}"
        self.exit(2, f"{self.prog}: {message}\n`{self.prog} --help` lists what you can type.\n")


def chosen_root(arguments: argparse.Namespace) -> Path:
    """Return the folder named with --root; else the current folder or the nearest one above it that holds `records/`
    and `schemas/`. Errors: Misuse where there is none.
    """
    if arguments.root is not None:
        named: Path = arguments.root.resolve()
        if not named.is_dir():
            raise Misuse(f"{arguments.root} is not a folder; name the one that holds records/ with --root")
        return named
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "records").is_dir() and (folder / "schemas").is_dir():
            return folder
    raise Misuse("neither this folder nor one above it holds records/ and schemas/; go there, or name it with --root")


def records_root(arguments: argparse.Namespace) -> Path:
    """Return the chosen root. Errors: Misuse where it has no records."""
    root = chosen_root(arguments)
    if not (root / "records").is_dir():
        raise Misuse(f"{relative_path(root)} has no folder “records”; name the folder that holds it with --root")
    return root


def relative_path(path: Path) -> str:
    """Return a path relative to the current folder."""
    return Path(os.path.relpath(path)).as_posix()


def root_prefix(root: Path) -> str:
    """Return the path from the current folder to the root, to put before the names of its files: `../../`, or empty."""
    lies = relative_path(root)
    return "" if lies == "." else f"{lies}/"


def path_below_root(root: Path, path: Path) -> str:
    """Return a path, given relative to the current folder or to the root, relative to the root; links are not followed.

    Errors: Misuse where the path does not exist or is not below the root.
    """
    for start in (Path.cwd(), root):
        whole = Path(os.path.normpath(start / path))
        if (whole.exists() or whole.is_symlink()) and whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    raise Misuse(f"{path} is not a file or folder below {relative_path(root)}")


def entry_point() -> NoReturn:
    """Run `qa` and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # some terminals and pipes can't write every letter
    gc.disable()  # A verb ends long before garbage collection would help, and collecting takes a tenth of a build.
    sys.exit(main())
