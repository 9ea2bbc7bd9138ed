"""Every file of a folder becomes a document, in one order, and none stops the others."""

from __future__ import annotations

import builtins
import os
from pathlib import Path
from typing import Any

import pytest

from generator import source
from generator.report import text


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / "records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("title: One\n")


def test_documents_come_by_name_whatever_the_machine(tmp_path: Path) -> None:
    write(tmp_path, "b/two.yaml", "a/b/one.yaml", "a/a.yaml", "a/README.md", "a/.gitkeep", "c.yaml")
    names = [document.name for document in source.documents(tmp_path)]
    assert names == ["records/a/a.yaml", "records/a/b/one.yaml", "records/b/two.yaml", "records/c.yaml"]


def test_a_wrong_ending_is_renamed_unless_the_right_name_is_taken(tmp_path: Path) -> None:
    write(tmp_path, "audit/falls.yaml", "audit/falls.yml", "audit/hoarding.yml")
    remedies = [one.remedy for document in source.documents(tmp_path) for one in document.problems]
    assert remedies == ["Keep one of the two: records/audit/falls.yaml is there already.", "Rename it to end in .yaml."]


def test_no_folder_is_no_documents(tmp_path: Path) -> None:
    assert list(source.documents(tmp_path)) == []


def test_a_file_that_cannot_be_opened_is_told_and_the_others_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "agency/one.yaml", "agency/two.yaml")
    opened = builtins.open

    def refuse(path: Any, *more: Any) -> Any:
        if str(path).endswith("one.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *more)

    monkeypatch.setattr(builtins, "open", refuse)
    one, two = source.documents(tmp_path)
    assert text.plain(one.problems) == (
        "records/agency/one.yaml: file: the file can't be opened: Permission denied\n"
        "    Allow it to be read, or delete it."
    )
    assert two.value == {"title": "One"}


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "agency/one.yaml", "audit/two.yaml")
    scanned = os.scandir

    def refuse(path: str) -> Any:
        if path.endswith("agency"):
            raise PermissionError(13, "Permission denied")
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refuse)
    agency, audit = source.documents(tmp_path)
    assert [problem.message for problem in agency.problems] == ["the folder can't be opened"]
    assert audit.value == {"title": "One"}


def test_links_are_not_followed_even_in_a_ring(tmp_path: Path) -> None:
    write(tmp_path, "agency/one.yaml")
    (tmp_path / "records/agency/ring").symlink_to(tmp_path / "records")
    assert [document.name for document in source.documents(tmp_path)] == [
        "records/agency/one.yaml",
        "records/agency/ring",
    ]
