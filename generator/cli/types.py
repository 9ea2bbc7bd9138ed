"""List the types of record: what each is, its folder, schema and example."""

from __future__ import annotations

import argparse
import json

from generator import schema
from generator.cli import chosen_root, folder


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON: [{type, folder, schema, example, title}]")


def run(arguments: argparse.Namespace) -> int:
    schemas = schema.load(folder(chosen_root(arguments), "schemas"))
    listed = [
        {
            "type": type,
            "folder": f"records/{type}",
            "schema": f"schemas/{type}.schema.json",
            "example": f"schemas/{type}.example.yaml",
            "title": known.title,
        }
        for type, known in schemas.items()
    ]
    if arguments.json:
        print(json.dumps(listed, indent=2, ensure_ascii=False))
    else:
        for one in listed:
            print(f"{one['type']:<18} {one['title']:<34} {one['folder']}/{schemas[one['type']].path.text}.yaml")
    return 0
