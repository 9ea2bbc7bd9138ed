"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import emit


def test_a_file_is_replaced_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    emit.write(path, b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [*tmp_path.iterdir()] == [path]


def test_where_writing_fails_the_old_file_stays_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        emit.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_new_record_does_not_overwrite_one(tmp_path: Path) -> None:
    emit.create(tmp_path / "x/a.yaml", "a: 1\n")
    with pytest.raises(FileExistsError):
        emit.create(tmp_path / "x/a.yaml", "a: 2\n")
    assert (tmp_path / "x/a.yaml").read_text() == "a: 1\n"
