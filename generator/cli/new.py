"""Begin a record: write what other records already say of it, and leave the rest open.

A KPI return has the measures that the agency owes, an audit return the questions of the audit's tool, an action plan an
action for each finding without one. `qa check` names every open place and refuses the record until all are filled in.

Example: qa new visit 2026-housing-first
"""

from __future__ import annotations

import argparse
import sys

from generator import emit, register, schema
from generator.checks.period_exists import wrong
from generator.cli import Misuse, chosen_root, folder, relative_path
from generator.cli.build import default_day
from generator.drafts import NotOwed, draft
from generator.register import Register
from generator.schema import Schema
from generator.wording import inside, with_article

_HINTS = {
    "id": "its short name, such as 2026-housing-first",
    "quarter": "the quarter, such as 2026-27-q1",
    "year": "the year, such as 2026-27",
    "date": "the day, such as 2026-09-24",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("type", metavar="TYPE", help="the type of record; `qa types` lists them")
    parser.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help="the new record's id, for some types several parts joined by /; else asked for",
    )


def run(arguments: argparse.Namespace) -> int:
    root = chosen_root(arguments)
    schemas = schema.load(folder(root, "schemas"))
    expected = schemas.get(arguments.type)
    if expected is None:
        near = schema.nearest(arguments.type, schemas)
        raise Misuse(f"“{arguments.type}” is not a record type{near or '.'} `qa types` lists them")
    known = register.read(root, schemas)
    id = arguments.id or _asked(expected, known)
    parts = expected.path.read(id)
    if parts is None:
        raise Misuse(f"{with_article(expected.title)} is named {expected.path.text}, in lower case with single hyphens")
    for part, written in parts.items():
        if fault := _fault(part, written, known):
            raise Misuse(fault)
    path = root / "records" / arguments.type / f"{id}.yaml"
    if path.exists():
        raise Misuse(f"{relative_path(path)} exists already")
    day = arguments.as_of or default_day(known)
    try:
        text = draft(known.at(day), arguments.type, id, day)
    except NotOwed as error:
        raise Misuse(str(error)) from None
    emit.create(path, text)
    print(f"Wrote {relative_path(path)}. Fill in the open places: `qa check {relative_path(path)}` names them.")
    return 0


def _fault(part: str, written: str, known: Register) -> str:
    """What is wrong with one part of the id: a record or a time that does not exist; empty where it does."""
    if part in known.schemas and written not in known.entries[part]:
        near = schema.nearest(written, known.entries[part])
        return f"there is no {inside(known.schemas[part].title)} “{written}”{near}"
    return wrong(part, written, known.partnership.year_starts)


def _asked(expected: Schema, known: Register) -> str:
    """The id, asked for part by part. Errors: Misuse where the input is not a terminal."""
    if not sys.stdin.isatty():
        raise Misuse(f"name the new record: qa new {expected.type} {expected.path.text}")
    parts = {}
    for part in expected.path.parts:
        ids = [*known.entries.get(part, {})]
        hint = f"one of {', '.join(ids)}" if ids else _HINTS.get(part, "its id")
        try:
            parts[part] = input(f"{part.replace('-', ' ').capitalize()} ({hint}): ").strip()
        except EOFError:
            print()
            raise Misuse(f"name the new record: qa new {expected.type} {expected.path.text}") from None
    return expected.path.write(parts)
