"""`qa format` tidies what it is pointed at, says so, and leaves alone what it can't read."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest

from generator import cli


def lay(root: Path) -> None:
    for name, data in {
        "agency/one": b"title: One\r\nrole: member  \r\n",
        "agency/two": b"title: Two\n",
        "agency/broken": b"title: [\n",
        "visit/three": "title:\u00a0Three\n".encode(),
    }.items():
        path = root / f"records/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def said(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> tuple[int, str]:
    with chdir(root):
        status = cli.main(["format", "--root", ".", *words])
    return status, capsys.readouterr().out


BROKEN = """\
records/agency/broken.yaml:2:1: yaml: the file ends where a value belongs
    Close the bracket that is open.

"""


def test_checking_changes_nothing_and_names_what_is_not_tidy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(tmp_path)
    assert said(capsys, tmp_path, "--check") == (
        1,
        BROKEN
        + "records/agency/one.yaml\nrecords/visit/three.yaml\n2 files of 4 would be tidied: `qa format` does it.\n",
    )
    assert (tmp_path / "records/agency/one.yaml").read_bytes() == b"title: One\r\nrole: member  \r\n"
    assert said(capsys, tmp_path, "--check", "records/agency/two.yaml") == (0, "1 file: all tidy.\n")
    assert said(capsys, tmp_path, "--check", "records/visit") == (
        1,
        "records/visit/three.yaml\n1 file of 1 would be tidied: `qa format` does it.\n",
    )


def test_tidying_once_is_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tmp_path)
    status, told = said(capsys, tmp_path)
    assert (status, told) == (1, BROKEN + "records/agency/one.yaml\nrecords/visit/three.yaml\n2 files of 4 tidied.\n")
    assert (tmp_path / "records/agency/one.yaml").read_bytes() == b"title: One\nrole: member\n"
    assert (tmp_path / "records/visit/three.yaml").read_bytes() == b"title: Three\n"
    assert (tmp_path / "records/agency/broken.yaml").read_bytes() == b"title: [\n"
    (tmp_path / "records/agency/broken.yaml").unlink()
    assert said(capsys, tmp_path) == (0, "3 files: all tidy.\n")


def test_a_file_that_is_no_record_is_told_as_check_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tmp_path)
    (tmp_path / "records/agency/broken.yaml").rename(tmp_path / "records/agency/notes.txt")
    status, told = said(capsys, tmp_path, "records/agency")
    assert status == 1
    assert told.startswith("records/agency/notes.txt: file: the file is not a record\n    Records end in .yaml;")
    assert told.endswith("\nrecords/agency/one.yaml\n1 file of 3 tidied.\n")


def test_a_path_elsewhere_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(tmp_path)
    assert said(capsys, tmp_path, "nowhere")[0] == 2
    assert said(capsys, tmp_path, "/")[0] == 2
