"""Begin a record: copy the type's annotated example to where a record of that id belongs.

Example: qa new visit 2026-housing-first
"""

from __future__ import annotations

import argparse

from generator import emit, schema
from generator.cli import Misuse, chosen_root, folder, shown


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("type", metavar="TYPE", help="the type of record; `qa types` lists them")
    parser.add_argument("id", metavar="ID", help="the new record's id; for some types several parts joined by /")


def run(arguments: argparse.Namespace) -> int:
    root = chosen_root(arguments)
    schemas = schema.load(folder(root, "schemas"))
    expected = schemas.get(arguments.type)
    if expected is None:
        near = schema.nearest(arguments.type, schemas)
        raise Misuse(f"“{arguments.type}” is not a record type{near or '.'} `qa types` lists them")
    if expected.path.read(arguments.id) is None:
        raise Misuse(f"a {expected.title.lower()} is named {expected.path.text}, in lower case with single hyphens")
    path = root / "records" / arguments.type / f"{arguments.id}.yaml"
    if path.exists():
        raise Misuse(f"{shown(path)} exists already")
    example = folder(root, "schemas") / f"{arguments.type}.example.yaml"
    emit.create(path, example.read_text(encoding="utf-8"))
    print(f"Wrote {shown(path)}: fill it in, then run `qa check {shown(path)}`.")
    return 0
