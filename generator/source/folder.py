"""Every document of a folder of records, and the faults of its file names."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.problem import Place, Problem
from generator.source.document import MAXIMUM_BYTES, Document, read
from generator.source.names import kebab

EXAMPLE = "fire-safety-2026"
"""An example of a file name, for a message where none can be made from the faulty one."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IGNORED = re.compile(
    r"README\.md|\.(?!.*\.ya?ml$).*|.*~|~\$.*|#.*#|desktop\.ini|Thumbs\.db|ehthumbs\.db|Icon\r?|.*\.sw[op]",
    re.IGNORECASE,
)
"""Files that a system or an editor leaves beside records, hidden ones among them."""


def documents(root: Path, folder: str = "records") -> Iterator[Document]:
    """Yield a document for every file of `root/folder`, by name; one with problems where a file can't be a record."""
    seen: dict[str, str] = {}
    start = len(os.path.join(root, ""))
    for path in _files(str(root / folder)):
        name = _legible(path[start:].replace(os.sep, "/"))
        if _IGNORED.fullmatch(os.path.basename(name)):
            continue
        data, fault = b"", None
        try:
            found = os.lstat(path)
            fault = _fault(found.st_mode, name, seen)
            if fault is None:
                with open(path, "rb") as file:
                    data = file.read(min(found.st_size, MAXIMUM_BYTES) + 1)
        except OSError as error:
            fault = f"the file can't be opened: {error.strerror}", "Allow it to be read, or delete it."
        if fault is None:
            yield read(name, data)
        else:
            yield Document(name, b"", None, (Problem(Place(name), "file", "E", *fault),))


def stored(files: Iterable[tuple[str, int, bytes]]) -> Iterator[Document]:
    """Yield a document for every file that something else holds, given as name from the root, mode and bytes."""
    seen: dict[str, str] = {}
    for path, mode, data in sorted(files, key=lambda file: file[0].split("/")):
        name = _legible(path)
        if _IGNORED.fullmatch(os.path.basename(name)):
            continue
        fault = _fault(mode, name, seen)
        if fault is None:
            yield read(name, data)
        else:
            yield Document(name, b"", None, (Problem(Place(name), "file", "E", *fault),))


def _files(folder: str) -> Iterator[str]:
    """Every file and every link below `folder`, in the same order on every machine; links are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            yield entry.path


def _legible(name: str) -> str:
    """The name with whatever can't be shown replaced, so that it can be printed on one line."""
    shown = os.fsencode(name).decode("utf-8", "replace")
    return shown if shown.isprintable() else "".join(letter if letter.isprintable() else "�" for letter in shown)


def _fault(mode: int, name: str, seen: dict[str, str]) -> tuple[str, str] | None:
    """Why the file can't be a record, and the remedy; None where it can."""
    if stat.S_ISLNK(mode):
        return "the file is a link to another", "Put the record itself here; links are not followed."
    if stat.S_ISDIR(mode):
        return "the folder can't be opened", "Allow it to be read, or delete it."
    if not stat.S_ISREG(mode):
        return "this is not an ordinary file", "Delete it: only records belong here."
    twin = seen.setdefault(name.casefold(), name)
    if twin != name:
        return f"the name differs from {twin} only in capital letters", "Keep one of the two, in lower case."
    stem, extension = os.path.splitext(name)
    if extension.lower() in (".yml", ".yaml") and extension != ".yaml":
        taken = seen.get(f"{stem}.yaml".casefold(), name) != name
        remedy = f"Keep one of the two: {stem}.yaml is there already." if taken else "Rename it to end in .yaml."
        return f"the name ends in {extension}", remedy
    if extension != ".yaml":
        return "the file is not a record", "Records end in .yaml; keep other files elsewhere."
    for part in stem.split("/")[1:]:
        if not _NAME.fullmatch(part):
            remedy = "Use lower-case letters, digits and single hyphens"
            return f"“{part}” is not a name for a record", f"{remedy}: {kebab(part) or EXAMPLE}."
    return None
