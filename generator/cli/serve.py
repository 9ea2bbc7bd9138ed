"""Show an edition in the browser and rebuild it when a record, schema, template or page changes.

A rejected record is reported here; the browser keeps showing what was right before.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from watchfiles import watch

from generator import edition
from generator.cli import PRODUCT, build, folder, records_root


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edition", choices=edition.EDITIONS, default="working", help="the edition to show")
    parser.add_argument("--address", default="127.0.0.1:8000", help="where to serve (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    out = root / "build"
    if build.write(root, out, (arguments.edition,), arguments.as_of) is None:
        return 1
    configuration = out / arguments.edition / "mkdocs.yml"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", str(configuration), "-a", arguments.address]
    print(f"Serving the {arguments.edition} edition at http://{arguments.address}/ (Ctrl+C stops)")
    engine = subprocess.Popen(command)
    watched = [root / "records", folder(root, "schemas"), folder(root, "site"), PRODUCT / "generator"]
    try:
        for _ in watch(*watched, raise_interrupt=True):
            build.write(root, out, (arguments.edition,), arguments.as_of)
    finally:
        engine.terminate()
        engine.wait()
    return 0
