"""Show an edition in the browser and rebuild it when a record, schema, template or page changes.

A rejected record is reported here; the browser keeps showing the last valid version.
"""

from __future__ import annotations

import argparse
import gc
import socket
import sys

from watchfiles import watch

from generator import edition, output
from generator.cli import Misuse, build, folder, records_root


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edition", choices=edition.EDITIONS, default="working", help="the edition to show")
    parser.add_argument("--address", default="127.0.0.1:8000", help="where to serve (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    _refuse_unless_free(arguments.address)
    out = root / "build"
    if build.write_pages(root, out, (arguments.edition,), arguments.as_of) is None:
        return 1
    print(f"Serving the {arguments.edition} edition at http://{arguments.address}/ (Ctrl+C stops)")
    watched = [root / "records", folder(root, "schemas"), folder(root, "site")]
    with output.served(out / arguments.edition, arguments.address):
        for _ in watch(*watched, raise_interrupt=True):
            try:
                build.write_pages(root, out, (arguments.edition,), arguments.as_of)
            except Misuse as misuse:
                print(misuse, file=sys.stderr)
            gc.collect()
    return 0


def _refuse_unless_free(address: str) -> None:
    """Errors: Misuse where nothing can be served at the address."""
    host, _, port = address.rpartition(":")
    try:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, int(port)))
    except (OSError, OverflowError, ValueError):
        raise Misuse(
            f"{address} is in use or is not an address; name another with --address, such as 127.0.0.1:8001"
        ) from None
