"""A sample of what `make mutants` does with thousands: every kind of fault is told, and no harmless edit is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from mutants.harmless import edits
from mutants.judge import World, said, world
from mutants.kinds import kinds
from mutants.tally import SEED, altered, edited, harmed, tally
from mutants.text import Mutant

from generator import checks, cli, register

EACH, EDITS_EACH = 2, 6


@pytest.fixture(scope="module")
def shipped() -> World:
    return world()


def test_every_fault_is_told_rejected_where_it_must_be_and_at_its_line(shipped: World) -> None:
    tallies = [tally(shipped, kind, EACH) for kind in kinds()]
    assert not [one.kind for one in tallies if one.tracebacks], "a traceback"
    assert not [one.amiss for one in tallies if one.told < one.made], "not told"
    assert not [one.amiss for one in tallies if one.rejected < one.to_reject], "not rejected"
    assert not [one.kind for one in tallies if one.level == "D" and one.rejected], "rejected, and is only a departure"
    made, in_place = sum(one.made for one in tallies), sum(one.in_place for one in tallies)
    assert made >= 150
    assert len(tallies) >= 25
    assert in_place >= 0.95 * made, [one.amiss for one in tallies if one.in_place < one.made]


def test_no_harmless_edit_is_told(shipped: World) -> None:
    number = 0
    for name, edit in edits().items():
        texts = edited(shipped.files, name, edit, EDITS_EACH)
        assert not [*altered(shipped, name, texts)], f"{name} is not harmless"
        assert not harmed(shipped, texts), name
        number += len(texts)
    assert number >= 150


def some(shipped: World) -> Iterator[Mutant]:
    """One mutant of each family."""
    families = {kind.make.__module__: kind for kind in kinds()}
    for kind in families.values():
        yield from kind.mutants(shipped.files, 1, SEED)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "records", root / "records")
    return root


def test_the_command_itself_says_the_same(shipped: World, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for mutant in some(shipped):
        original = (copy / mutant.moved).read_bytes() if mutant.moved else b""
        (copy / mutant.moved).unlink() if mutant.moved else None
        (copy / mutant.name).parent.mkdir(parents=True, exist_ok=True)
        (copy / mutant.name).write_bytes(mutant.data)
        found = [
            one for one in checks.run(register.read(copy, shipped.register.schemas)) if said(one) not in shipped.before
        ]
        assert tuple(found) == shipped.verdict(mutant).problems
        assert cli.main(["check", "--root", str(copy)]) == int(any(one.level == "E" for one in found))
        printed = capsys.readouterr().out
        assert all(f"{one.place}: " in printed and one.message in printed for one in found)
        (copy / mutant.name).unlink()
        if mutant.moved:
            (copy / mutant.moved).write_bytes(original)
