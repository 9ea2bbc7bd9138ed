"""Mistakes in the schemas themselves are found by `qa check --schemas`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from generator import cli
from generator.schema import metaschema


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    return tmp_path / "schemas"


def test_the_schemas_here_are_as_they_should_be() -> None:
    assert list(metaschema.problems(ROOT / "schemas")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"type": "object"', '"type": "objekt"', "is not as JSON Schema asks"),
        ('"x-path"', '"x-paht"', "“x-paht” is no keyword of ours"),
        ('"x-edition": "public"', '"x-edition": "everybody"', "is not as JSON Schema asks"),
        ('"required": [', '"required": "title" [', "this is not JSON"),
    ],
)
def test_a_mistake_is_found_at_its_line(
    old: str, new: str, said: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "agency.schema.json"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    line = text[: text.index(old)].count("\n") + 1
    (folder.parent / "records").mkdir()
    monkeypatch.chdir(folder.parent)
    assert cli.main(["check", "--schemas"]) == 1
    printed = capsys.readouterr().out
    assert said in printed
    assert any(f"schemas/agency.schema.json:{near}:" in printed for near in (line, line - 1, 1))
