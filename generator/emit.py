"""YAML as a person would write it: the only writer of records."""

from __future__ import annotations

from pathlib import Path


def create(path: Path, text: str) -> None:
    """Write a new record. Errors: FileExistsError where there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
