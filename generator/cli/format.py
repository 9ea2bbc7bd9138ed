"""Tidy records: normalise white space, line ends and indentation; what they say stays.

Lines end in one way, without spaces behind them; tabs, and spaces copied from a web page or a letter, become ordinary
spaces where YAML wants them; a list stands indented under its field. No value changes and no comment is lost. A file
that can't be read even so is left as it is and reported, as `qa check` reports it.

Examples: qa format; qa format records/audit; qa format --check (changes nothing, names the files it would change)
"""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import emit, source
from generator.cli import path_below_root, records_root, root_prefix
from generator.problem import Problem
from generator.report import text
from generator.wording import one_line, plural


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="tidy only these files and folders")
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 where a file is not tidy")


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    wanted = [root / path_below_root(root, path) for path in arguments.paths]
    untidy: list[str] = []
    unreadable: list[Problem] = []
    read = 0
    for document in source.documents(root):
        path = root / document.name
        if wanted and not any(path.is_relative_to(one) for one in wanted):
            continue
        read += 1
        tidied = emit.tidy(document.data) if document.data else b""
        unreadable += document.problems if tidied == document.data else source.read(document.name, tidied).problems
        if tidied != document.data:
            untidy.append(document.name)
            if not arguments.check:
                emit.write(path, tidied)
    if unreadable:
        print(text.plain(sorted(unreadable), root_prefix(root)), end="\n\n")
    print(
        "".join(f"{root_prefix(root)}{one_line(name)}\n" for name in untidy) + _summary(read, untidy, arguments.check)
    )
    return 1 if unreadable or (untidy and arguments.check) else 0


def _summary(read: int, untidy: list[str], check: bool) -> str:
    if not untidy:
        return f"{plural(read, 'file')}: all tidy."
    if check:
        return f"{plural(len(untidy), 'file')} of {read:,} would be tidied: `qa format` does it."
    return f"{plural(len(untidy), 'file')} of {read:,} tidied."
