"""No word or exact count that an edition may not see is in any byte, or name, of what is built for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import world

from generator import cli
from generator.schema import Schema

pytestmark = pytest.mark.xdist_group("canary")


@pytest.fixture(scope="module")
def planted(schemas: dict[str, Schema]) -> world.World:
    return world.full(schemas)


@pytest.fixture(scope="module")
def built(planted: world.World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root whose every record and field is full, built by the command in the two editions that leave the office."""
    root = tmp_path_factory.mktemp("canary")
    for document in planted.documents:
        path = root / document.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.data)
    for edition in ("partnership", "public"):
        assert cli.main(["build", "--root", str(root), "--edition", edition, "--as-of", "2026-06-30"]) == 0
    return root / "build" / "site"


def everything(folder: Path) -> str:
    """Every name and every byte below a folder, as text."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 20
    return "\n".join(f"{path.relative_to(folder)}\n{path.read_bytes().decode('utf-8', 'replace')}" for path in files)


@pytest.mark.parametrize("edition", ["partnership", "public"])
def test_no_withheld_word_is_in_any_byte(
    edition: str, built: Path, planted: world.World, schemas: dict[str, Schema]
) -> None:
    found = set(re.findall(r"canary[0-9]{5}", everything(built / edition)))
    told = {word: where for word, where in planted.planted.items() if word in found}
    leaks = {word: where for word, where in told.items() if world.withheld(schemas, *where, edition)}
    assert not leaks, "\n".join(f"{type}: {route} ({stage})" for type, route, stage in leaks.values())
    assert told, "the edition shows what it may"


def test_no_exact_count_of_people_is_public(built: Path, planted: world.World) -> None:
    text = everything(built / "public")
    found = [where for number, where in planted.numbers.items() if re.search(rf"(?<![0-9]){number}(?![0-9])", text)]
    found += [where for number, where in planted.numbers.items() if f"{number:,}" in text]
    assert not found


def test_a_new_field_is_planted_without_a_change_here(planted: world.World, schemas: dict[str, Schema]) -> None:
    typed = {type for type, _, _ in planted.planted.values()}
    assert typed == set(schemas)
    assert len(planted.numbers) >= 10
