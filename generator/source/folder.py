"""Every document of a folder of records, and the faults of its file names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.problem import Place, Problem
from generator.source.document import MAXIMUM_BYTES, Document, read

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IGNORED = frozenset({".gitkeep", ".gitignore", "README.md"})


def documents(root: Path, folder: str = "records") -> Iterator[Document]:
    """Yield a document for every file of `root/folder`, by name; one with problems where a file can't be a record."""
    seen: dict[str, str] = {}
    for path in _files(str(root / folder)):
        name = os.path.relpath(path, root).replace(os.sep, "/")
        if os.path.basename(name) in _IGNORED:
            continue
        fault = _fault(path, name, seen)
        if fault:
            yield Document(name, b"", None, (Problem(Place(name), "file", "E", *fault),))
            continue
        try:
            with open(path, "rb") as file:
                data = file.read(MAXIMUM_BYTES + 1)
        except OSError as error:
            problem = Problem(Place(name), "file", "E", f"can't be read: {error.strerror}", "Make it readable.")
            yield Document(name, b"", None, (problem,))
            continue
        yield read(name, data)


def _files(folder: str) -> Iterator[str]:
    """Every file and every link below `folder`, in the same order on every machine; links are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            yield entry.path


def _fault(path: str, name: str, seen: dict[str, str]) -> tuple[str, str] | None:
    """Why the file can't be a record, and the remedy; None where it can."""
    if os.path.islink(path):
        return "is a link to another file", "Put the record itself here; links are not followed."
    if not os.path.isfile(path):
        return "is not an ordinary file", "Delete it: only records belong here."
    twin = seen.setdefault(name.casefold(), name)
    if twin != name:
        return f"differs from {twin} only in capital letters", "Keep one of the two; file names are lower case."
    stem, extension = os.path.splitext(name)
    if extension == ".yml":
        return "ends in .yml", "Rename it to end in .yaml."
    if extension != ".yaml":
        return "is not a record", "Records end in .yaml; keep other files elsewhere."
    for part in stem.split("/")[1:]:
        if not _NAME.fullmatch(part):
            return (
                f"has “{part}” in its name",
                "Use lower-case letters, digits and single hyphens: fire-safety-2026.yaml.",
            )
    return None
